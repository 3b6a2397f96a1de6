import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn, freeSlug, memberSlug, slugOf, storySlug } from './address.ts'

test('a headline in any script gives an address that can be read aloud', () => {
  const table: [headline: string, language: string, slug: string][] = [
    ['Keep Hope Alive: campaign launch', 'en', 'keep-hope-alive-campaign-launch'],
    ['Nine organisations’ appeal — “now”', 'en', 'nine-organisations-appeal-now'],
    ['Größte Straße: über Öl', 'de', 'grosste-strasse-uber-ol'],
    ['Montréal choir finds Ł, Ø and đ', 'en', 'montreal-choir-finds-l-o-and-d'],
    ['Первый региональный кинофестиваль', 'ru', 'pervyy-regionalnyy-kinofestival'],
    ['Київ говорить', 'uk', 'kyyiv-hovoryt'],
    ['محكمة نيروبي', 'ar', 'mhkma-nyrwby'],
    ['שלום עולם', 'he', 'shlvm-avlm'],
    ['きょうのニュース', 'ja', 'kyounonyusu'],
    ['マッチとサッカー', 'ja', 'matchitosakka'],
    ['한국 뉴스', 'ko', 'hanguk-nyuseu'],
    ['Αθήνα σήμερα', 'el', 'athina-simera'],
    ['🏳️‍🌈', 'en', 'story'],
    ['', 'en', 'story'],
  ]
  for (const [headline, language, slug] of table) {
    const got = slugOf(headline, language)
    assert.match(got, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    assert.equal(got, slug, headline)
  }
})

test('of a headline in Han characters the address says what can be read aloud, else what it is', () => {
  const table: [headline: string, language: string, slug: string][] = [
    ['東京レインボープライド2026、代々木公園で開催', 'ja', 'reinbopuraido-2026'],
    ['同性パートナーシップ制度を導入', 'ja', 'patonashippu'],
    ['東京都、LGBT条例案を可決', 'ja', 'lgbt-report'],
    ['ｉＰＳ細胞でサルの治療に成功', 'ja', 'ips-saru-report'],
    ['最高裁が違憲判断', 'ja', 'report'],
    ['同志骄傲游行在台北举行', 'zh', 'report'],
    ['Taipei Pride 台北同志遊行登場', 'zh-TW', 'taipei-pride'],
    ['大法院 판결 환영', 'ko', 'pangyeol-hwanyeong'],
    ['きょうのニュース', 'ja', 'kyounonyusu'],
    ['Court rules for archive', 'en', 'court-rules-for-archive'],
  ]
  for (const [headline, language, slug] of table) assert.equal(storySlug(headline, language, 'report'), slug, headline)
  assert.equal(storySlug('抗議声明', 'ja', 'statement'), 'statement')
})

test('names in Han characters stay apart by their code points', () => {
  assert.equal(slugOf('同志'), '540c-5fd7')
})

test('a long headline is cut between words', () => {
  const slug = slugOf('word '.repeat(60))
  assert.ok(slug.length <= 70)
  assert.match(slug, /^word(-word)*$/)
})

test('the second story of a day with the same words gets a number', () => {
  assert.equal(freeSlug('pride', new Set()), 'pride')
  assert.equal(freeSlug('pride', new Set(['pride', 'pride-2'])), 'pride-3')
})

test("a story's day is the network's, not the machine's", () => {
  const at = new Date('2026-11-24T23:30:00Z')
  assert.equal(dayIn('UTC', at), '2026-11-24')
  assert.equal(dayIn('Europe/Berlin', at), '2026-11-25')
  assert.equal(dayIn('America/Los_Angeles', at), '2026-11-24')
})

test('a member is found by its name, or, where nobody could read that aloud, by its site', () => {
  assert.equal(memberSlug('Harbour Times', 'harbour.example'), 'harbour-times')
  assert.equal(memberSlug('Северная страница', 'north.example'), 'severnaya-stranitsa')
  assert.equal(memberSlug('にじいろ便り', 'nijiiro.example'), 'nijiiro-ri')
  assert.equal(memberSlug('同志新聞', 'www.tongzhi.example'), 'tongzhi-example')
  assert.equal(memberSlug('レインボー新聞', 'rainbow.example'), 'reinbo')
})
