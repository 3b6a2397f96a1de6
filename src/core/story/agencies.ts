/**
 * News agencies, and how they sign. One line each: the name we credit, then its other names; after the bar the short
 * signs that count only where a credit stands (a byline, a dateline, the end of a text), in exactly these letters.
 */
const lines = `
AAP; Australian Associated Press | AAP
Adnkronos | ADNKRONOS
AFP; Agence France-Presse; Agence France Presse; وكالة فرانس برس; فرانس برس; 法新社; AFP通信; Франс Пресс | AFP, AFPBB, أ ف ب, أ.ف.ب, АФП
Agerpres | AGERPRES
AGI; Agenzia Italia | AGI
Anadolu; Anadolu Agency; Anadolu Ajansı; Anadolu Agentur; Agence Anadolu; وكالة الأناضول; الأناضول | AA
Agencia Andina | ANDINA
ANI; Asian News International | ANI
ANP; Algemeen Nederlands Persbureau | ANP
ANSA; Agenzia ANSA; АНСА | ANSA
LKBN Antara; Kantor Berita Antara | ANTARA
AP; The Associated Press; Associated Press; أسوشيتد برس; أسوشييتد برس; סוכנות הידיעות AP; AP通信; 美联社; 美聯社; Ассошиэйтед Пресс | AP, أ ب, أ.ب
APA; Austria Presse Agentur | APA
APP; Associated Press of Pakistan | APP
APS; Algérie Presse Service; وكالة الأنباء الجزائرية | APS, وأج, واج
ATS; Keystone-SDA; Keystone-ATS; Schweizerische Depeschenagentur | ATS, SDA, sda
AZERTAC; Azərtac | AZERTAC
Belga; Agence Belga; Persbureau Belga | BELGA
BelTA; БелТА | BELTA, БЕЛТА
Bernama | BERNAMA
Bloomberg; Bloomberg News; 彭博社; Блумберг | BLOOMBERG
BNS; Baltic News Service | BNS
BTA; Bulgarian News Agency; БТА | BTA, БТА
Central News Agency; 中央社; 中央通訊社 | CNA
China News Service; 中新社; 中新网; 中国新闻社 | CNS
CTK; Česká tisková kancelář | ČTK, CTK
Colpisa | COLPISA
Demirören Haber Ajansı | DHA
dpa; Deutsche Presse-Agentur; Deutsche Presseagentur; وكالة الأنباء الألمانية | dpa, DPA, د ب أ, د.ب.أ
EFE; Agencia EFE; Agência EFE; Agence EFE; إفي; ЭФЕ | EFE
ELTA | ELTA
epd; Evangelischer Pressedienst | epd
Estadão Conteúdo; Agência Estado | AE
Europa Press; Agencia Europa Press | EUROPA PRESS
FENA | FENA
Folhapress | FOLHAPRESS
HINA | HINA
IANS; Indo-Asian News Service | IANS
IHA; İhlas Haber Ajansı | İHA, IHA
Interfax; Интерфакс; إنترفاكس | INTERFAX, ИНТЕРФАКС
Interfax-Ukraine; Интерфакс-Украина; Інтерфакс-Україна | INTERFAX-UKRAINE
IRNA; ایرنا; خبرگزاری جمهوری اسلامی | IRNA
ISNA; ایسنا; خبرگزاری دانشجویان ایران | ISNA
JIJI; Jiji Press; 時事通信; 時事通信社 | JIJI, 時事
JTA; Jewish Telegraphic Agency | JTA
KAP; Kathpress | KAP
Kazinform; Казинформ | KAZINFORM
KNA; Katholische Nachrichten-Agentur | KNA
KUNA; Kuwait News Agency; وكالة الأنباء الكويتية; كونا | KUNA
Kyodo; Kyodo News; 共同通信; 共同通信社; 共同社 | KYODO, 共同
LETA | LETA
Lusa; Agência Lusa | LUSA
MAP; Maghreb Arabe Presse; وكالة المغرب العربي للأنباء | MAP, و م ع
MENA; Middle East News Agency; وكالة أنباء الشرق الأوسط | MENA, أ ش أ, أ.ش.أ
MTI; Magyar Távirati Iroda | MTI
NAN; News Agency of Nigeria | NAN
Newsis; 뉴시스 | NEWSIS
NTB; Norsk Telegrambyrå | NTB
PA Media; Press Association; PA news agency; The Press Association | PA
PAP; Polska Agencja Prasowa | PAP
Jordan News Agency; وكالة الأنباء الأردنية; بترا | PETRA
Prensa Latina | PL
PTI; Press Trust of India; भाषा | PTI
Reuters; Thomson Reuters; Reuters News Agency; Agencia Reuters; Agence Reuters; رويترز; רויטרס; Рейтер; Рейтерс; ロイター; ロイター通信; 路透社; 路透; 로이터 | REUTERS, RTR
RIA Novosti; РИА Новости; РИА «Новости» | RIA, РИА
Ritzau; Ritzaus Bureau | RITZAU, /ritzau/
SPA; Saudi Press Agency; وكالة الأنباء السعودية; واس | SPA
STA; Slovenska tiskovna agencija | STA
STT; Suomen Tietotoimisto | STT
Tanjug; Танјуг; Танюг | TANJUG, ТАНЈУГ
TAP; Tunis Afrique Presse; وكالة تونس إفريقيا للأنباء; وات | TAP
TASR | TASR
TASS; ТАСС; ИТАР-ТАСС; ITAR-TASS; وكالة تاس; تاس | TASS, ТАСС
Télam; Telam | TÉLAM, TELAM
The Canadian Press; La Presse canadienne; La Presse Canadienne | CP, PC
TT; TT Nyhetsbyrån; Tidningarnas Telegrambyrå | TT
TTXVN; Thông tấn xã Việt Nam; Vietnam News Agency | TTXVN, VNA
Ukrinform; Укрінформ; Укринформ | UKRINFORM, УКРІНФОРМ, УКРИНФОРМ
UNI; United News of India | UNI
UNIAN; УНІАН; УНИАН | UNIAN, УНІАН, УНИАН
UPI; United Press International | UPI
WAFA; وكالة الأنباء والمعلومات الفلسطينية; وفا | WAFA
WAM; Emirates News Agency; وكالة أنباء الإمارات; وام | WAM
Xinhua; Xinhua News Agency; Agence de presse Xinhua; 新华社; 新華社; 新华网; شينخوا; وكالة أنباء شينخوا; Синьхуа; 신화통신 | XINHUA
Yonhap; Yonhap News Agency; 연합뉴스; 聯合ニュース | YONHAP`

/** By a name in small letters, and by a sign as it is written: the agency, as we credit it. */
const names = new Map<string, string>()
const signs = new Map<string, string>()
for (const line of lines.trim().split('\n')) {
  const [known = '', short = ''] = line.split('|')
  const [name = '', ...others] = known.split(';').map((word) => word.trim())
  const shorts = short.split(',').map((word) => word.trim())
  for (const sign of shorts) if (sign) signs.set(sign, name)
  // "TAP" signs for an agency, "Tap" may be anybody.
  for (const word of [name, ...others]) if (!shorts.includes(word)) names.set(word.toLowerCase(), name)
}

/** Where a text may be signed. */
export type Signature = {
  readonly byline: string
  /** The first and last lines of the text, plain. */
  readonly opening: string
  readonly closing: string
  /** Publishers that a credit line, a source or the feed names for it. */
  readonly named: readonly string[]
}

/** The agency a text is credited to, or undefined. */
export function agencyOf({ byline, opening, closing, named }: Signature): string | undefined {
  return (
    named.map(agencyNamed).find(Boolean) ?? inByline(byline) ?? inDateline(opening) ?? inClosing(closing) ?? undefined
  )
}

/** The agency of a name or sign, or undefined when it is none. */
export function agencyNamed(words: string): string | undefined {
  const name = words.trim().replace(/^[\s([{/«"“]+|[\s)\]}/»"”.,:;]+$/g, '')
  return signs.get(name) ?? names.get(name.toLowerCase())
}

/** "Jane Doe, AP", "AFP/Jane Doe", "Reuters staff", "Von dpa", "Redacción EFE". */
function inByline(byline: string): string | undefined {
  if (byline === '') return undefined
  const plain = byline
    .replace(/^(?:by|von|por|par|di|da|door|av|af|przez|od|bởi|от|від|من|מאת)\s+/iu, '')
    .replace(/\b(?:staff|agencies|agencias|agences|agenturen|redacción|redaction|rédaction|redaktion)\b/giu, ' ')
  return plain
    .split(/[,;/|&·•()[\]]|\s[-–—]\s|\s(?:and|y|und|et|e|en|for|für|pour|para|per|и|و)\s/u)
    .map((part) => agencyNamed(part.trim()))
    .find(Boolean)
}

/** "LONDON (Reuters) –", "МОСКВА, 24 ноября. /ТАСС/.", "Madrid, 24 nov (EFE).-", "新华社北京11月24日电", "AFP - …". */
function inDateline(opening: string): string | undefined {
  const line = opening.slice(0, 140)
  const east = /^[\s【[（(]*(新华社|新華社|中新社|中央社|共同社|路透社|法新社|美联社)/.exec(line)?.[1]
  if (east) return agencyNamed(east)
  for (const [, sign = ''] of line.matchAll(
    /[(（/]\s*([^()（）/]{2,40}?)\s*[)）/]\s*(?:[.,]\s*)?(?=[-–—:.]|$|\p{L})/gu,
  )) {
    const agency = agencyNamed(sign.split(/\s*[-–—/]\s*/)[0] ?? '')
    if (agency) return agency
  }
  const first = /^\s*([\p{L}\p{M}. ]{2,30}?)\s*(?:[-–—:/]|\.\s*[-–—])\s/u.exec(line)?.[1]
  const last = /^[^-–—]{3,70}[-–—]\s*([\p{L}\p{M} «»]{3,30})\.\s/u.exec(line)?.[1]
  return (first && agencyNamed(first)) || (last && agencyNamed(last)) || undefined
}

/** "… (dpa)", "(с) Интерфакс", "© 2026 AFP", "Copyright 2026 The Associated Press. All rights reserved." */
function inClosing(closing: string): string | undefined {
  const end = closing.slice(-240)
  const signed = /[(（[/]\s*([^()（）[\]/]{2,40})\s*[)）\]/]?[\s.]*$/u.exec(end)?.[1]
  const agency = signed && agencyNamed(signed.split(/[/,]/)[0] ?? '')
  if (agency) return agency
  for (const [, holder = ''] of end.matchAll(
    /(?:©|\(c\)|\(с\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*([^.,;|\n]{2,60})/giu,
  )) {
    const found = agencyNamed(holder)
    if (found) return found
  }
  return undefined
}
