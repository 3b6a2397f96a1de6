import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'

type Case = {
  readonly language: string
  readonly headline: string
  readonly body: string
  /** Each finds the story, however its writer and its reader write the same word. */
  readonly asked: readonly string[]
  readonly not?: readonly string[]
}

const cases: readonly Case[] = [
  {
    language: 'th',
    headline: 'ศาลอนุญาตให้หอจดหมายเหตุ',
    body: 'ชุมชนเปิดห้องสมุดใหม่',
    asked: ['ศาล', 'หอจดหมายเหตุ', 'ห้องสมุด', '"ห้องสมุดใหม่"'],
    not: ['โรงเรียน'],
  },
  {
    language: 'zh',
    headline: '法院允许社区档案馆保留名称',
    body: '市民团体在星期二发表了声明。',
    asked: ['法院', '档案馆', '社区档案', '声明', '市民 法院'],
    not: ['院法', '学校'],
  },
  {
    language: 'ja',
    headline: '東京裁判所が判決',
    body: '市民団体がアーカイブについて発表した。',
    asked: ['裁判所', '市民団体', 'アーカイブ', 'ｱｰｶｲﾌﾞ'],
    not: ['所裁'],
  },
  {
    language: 'ko',
    headline: '법원이 기록관 이름을 허용했다',
    body: '시민단체가 화요일에 발표했다.',
    asked: ['법원', '기록관', '시민단체'],
    not: ['학교'],
  },
  {
    language: 'ar',
    headline: 'الْمَحْكَمَةُ تَسْمَحُ لِلأَرْشِيفِ',
    body: 'أعلنت الجمعيّة ذلك يوم الثلاثاء.',
    asked: ['المحكمة', 'محكمة', 'الجمعية', 'اعلنت', 'الثلاثاء', 'المـحكمة'],
    not: ['المدرسة'],
  },
  {
    language: 'he',
    headline: 'בֵּית הַמִּשְׁפָּט הִתִּיר',
    body: 'הארגון הודיע ביום שלישי.',
    asked: ['בית', 'המשפט', 'הארגון', '"בית המשפט"', 'הִתיר'],
    not: ['ספר'],
  },
  {
    language: 'ru',
    headline: 'СУД разрешил Ёлкину',
    body: 'Об этом объявили судьи.',
    asked: ['суд', 'Суд', 'елкину', 'судьи', 'судья'],
    not: ['школа'],
  },
  {
    language: 'de',
    headline: 'Straßenfest für Bücherfreunde',
    body: 'Die Häuser öffneten früh.',
    asked: ['strassenfest', 'STRASSENFEST', 'Straßenfest', 'bucherfreunde', 'hauser', 'Haus'],
    not: ['Schule'],
  },
  {
    language: 'fr',
    headline: 'L’Œuvre collective à l’Élysée',
    body: 'Les élèves ont découvert le musée.',
    asked: ['oeuvre', 'ŒUVRE', 'elysee', "l'élysée", 'eleve', 'musee'],
    not: ['école'],
  },
  {
    language: 'es',
    headline: 'El niño y las organizaciones',
    body: 'La cigüeña volvió.',
    asked: ['NIÑO', 'niño', 'nino', 'organización', 'ciguena'],
    not: ['escuela'],
  },
  {
    language: 'tr',
    headline: 'İstanbul’da ışıklar',
    body: 'Mahkeme karar verdi.',
    asked: ['istanbul', 'ISTANBUL', 'İSTANBUL', 'mahkeme'],
    not: ['okul'],
  },
  {
    language: 'el',
    headline: 'Ο ΔΉΜΟΣ άνοιξε',
    body: 'Η βιβλιοθήκη της πόλης.',
    asked: ['δήμος', 'δημος', 'ΔΗΜΟΣ', 'βιβλιοθηκη'],
    not: ['σχολείο'],
  },
  {
    language: 'hi',
    headline: 'न्यायालय ने अनुमति दी',
    body: 'पुस्तकालय मंगलवार को खुला।',
    asked: ['न्यायालय', 'अनुमति', 'पुस्तकालय'],
    not: ['विद्यालय'],
  },
  {
    language: 'vi',
    headline: 'Tòa án cho phép kho lưu trữ',
    body: 'Thư viện ở Đà Nẵng mở cửa hôm thứ ba.',
    asked: ['da nang', 'Đà Nẵng', 'tòa án', 'toa an', 'TÒA', 'thư viện', 'thu vien'],
    not: ['trường'],
  },
]

test('every script is searched as its readers write it: marks, points, accents, case and width make no difference', async () => {
  await using world = await newsroom()
  const ids = new Map<string, string>()
  for (const { language, headline, body } of cases)
    ids.set(language, await world.story({ language, headline, excerpt: '…', body: `<p>${body}</p>` }))
  await world.readLog()
  for (const { language, asked, not = [] } of cases) {
    const id = ids.get(language) ?? ''
    for (const question of asked)
      assert.ok(
        (await world.find(question)).some((found) => found === id),
        `${language}: ${question} finds it`,
      )
    for (const question of not)
      assert.equal(
        (await world.find(question)).some((found) => found === id),
        false,
        `${language}: ${question} does not`,
      )
  }
})

test('a word is found by the letters of its own story alone, and marked there', async () => {
  await using world = await newsroom()
  await world.story({ language: 'ar', headline: 'المَحكمة', excerpt: '…', body: '<p>…</p>' })
  await world.story({ language: 'he', headline: 'בֵּית', excerpt: '…', body: '<p>…</p>' })
  const read = async (q: string) => (await world.get(`/search?q=${encodeURIComponent(q)}`)).text()
  assert.match(await read('المحكمة'), /<a [^>]*lang="ar" dir="rtl"><mark>المَحكمة<\/mark><\/a>/)
  assert.match(await read('בית'), /<a [^>]*lang="he" dir="rtl"><mark>בֵּית<\/mark><\/a>/)
})
