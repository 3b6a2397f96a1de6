/** Pictures of links to look at: every genre, every script, the longest headlines, nothing where nothing is known. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Genre } from '../src/core/story/gate.ts'
import { linkPreview } from '../src/net/link-preview.ts'
import { messages } from '../src/web/messages/messages.ts'

const at = new Date('2026-11-22T13:48:00Z')

const samples: readonly (readonly [
  name: string,
  language: string,
  genre: Genre,
  publisher: string,
  headline: string,
])[] = [
  ['report', 'en', 'report', 'Upande Press', 'Court lets a community archive keep its name, and its boxes'],
  [
    'release',
    'en',
    'release',
    'Border Rights Forum',
    'Nine organisations ask G20 leaders to raise the “propaganda” law in St. Petersburg',
  ],
  ['statement', 'fr', 'statement', 'Le Point Rose', 'Déclaration sur la fermeture de deux lieux d’accueil à Montréal'],
  ['advisory', 'es', 'advisory', 'Casa Abierta', '¿Quién guarda las llaves? Aviso de convocatoria en Guayaquil'],
  [
    'opinion',
    'de',
    'opinion',
    'Arbeitsgemeinschaft der Regenbogen- und Selbsthilfezeitschriften im deutschsprachigen Raum e. V.',
    'Bundesverfassungsgericht verhandelt über Personenstandsrechtsanpassungsgesetz: Selbsthilfezeitschriften fordern Übergangsregelungen für Altfälle',
  ],
  ['interview', 'pl', 'interview', 'Żółta Łódź', '„Drukowaliśmy ręcznie”: zin, który przeżył cenzorów'],
  ['review', 'pt', 'review', 'Rádio Triângulo', 'Resenha: quarenta páginas numa banqueta de piano'],
  ['obituary', 'el', 'obituary', 'Τρίγωνο', 'Νεκρολογία: η βιβλιοπώλισσα με τον δεύτερο κατάλογο'],
  ['short', 'en', 'report', 'Q', 'Yes'],
  [
    'arabic',
    'ar',
    'release',
    'نافذة',
    'مؤتمر صحفي: تسعة أرشيفات تفتح أبوابها في يوم واحد، وتدعو إلى حماية رسائل لم يُرد أحد أن تُحفظ',
  ],
  ['hebrew', 'he', 'report', 'קשת', 'המקלט שנבנה ממכולות מקבל גג, ו־12 חדרים'],
  ['hindi', 'hi', 'report', 'इंद्रधनुष', 'अदालत ने सामुदायिक अभिलेखागार को अपना नाम रखने दिया, और उसके बक्से भी'],
  ['thai', 'th', 'report', 'สายรุ้ง', 'ศาลอนุญาตให้หอจดหมายเหตุของชุมชนใช้ชื่อเดิมต่อไปได้ หลังจากรอคอยมานานถึงหกปีเต็ม'],
  ['japanese', 'ja', 'report', '虹色通信', '銭湯「松の湯」、三つ目ののれんを掛ける——番台の百年、湯気の向こうの人びと'],
  ['korean', 'ko', 'report', '무지개통신', '법원, 공동체 기록 보관소의 이름 유지 허용… 상자도 그대로'],
  [
    'chinese',
    'zh',
    'report',
    '彩虹通讯',
    '法院允许社区档案馆保留名称：六年、四次延期之后，“没有人打算留下的信”终于有了家',
  ],
  ['chinese-taiwan', 'zh-Hant', 'report', '彩虹通訊', '法院允許社區檔案館保留名稱：六年、四次延期之後，終於有了家'],
  ['russian', 'ru', 'report', 'Радуга Север', 'Первый региональный кинофестиваль прошёл без адреса на афише'],
  ['vietnamese', 'vi', 'report', 'Cầu Vồng', 'Tòa án cho phép kho lưu trữ cộng đồng giữ tên của mình'],
  ['mixed', 'en', 'report', 'Cairo–Tokyo Desk', 'From نافذة to 虹色通信 and 彩虹: three papers, one answer to Суд'],
]

export async function picturePreviews(folder: string): Promise<void> {
  const faces = mkdtempSync(join(tmpdir(), 'wireroom faces '))
  for (const [name, language, genre, publisher, headline] of samples) {
    const t = messages('en', 'UTC')
    const picture = await linkPreview(
      {
        ...{ network: 'The Lambda Wire', date: t.date(at, 'day'), genre: t(`genre.${genre}`).toLocaleUpperCase('en') },
        ...{ headline, publisher, language, fromRight: /^(?:ar|he)/.test(language), accent: '#7a1f6b' },
        isRelease: genre === 'release',
      },
      faces,
    )
    if (picture) writeFileSync(join(folder, `preview-${name}.png`), picture)
    else console.log(`preview-${name}: there is no face for it`)
  }
  rmSync(faces, { recursive: true })
}
