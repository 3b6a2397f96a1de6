/**
 * Credit lines: words that say who published a text first, as publishing programs and editors write them in the
 * languages of our feeds. Read as a fact, shown once.
 */
import { inNormalForm } from '../normal-form.ts'
import type { Line, Link } from './lines.ts'

export type CreditLine = {
  readonly title?: string
  readonly publisher?: string
  /** The publisher's address. */
  readonly url?: string
  /** The story's own address. */
  readonly original?: string
}

type Words = Pick<Line, 'text' | 'links'>

/** What a line says of the origin; undefined where it is no credit line. `{}`: it is one that names nobody. */
export function creditOf(line: Words, alone = true): CreditLine | undefined {
  if (line.text === '' || line.text.length > 600) return undefined
  if (!hasVerb(line.text)) return undefined
  const text = normal(line.text)
  for (const pattern of patterns) {
    const match = alone || !pattern.alone ? pattern.form.exec(text) : null
    if (!match) continue
    const { title = '', publisher = '' } = match.groups ?? {}
    if (isTime(publisher)) return undefined
    return facts(line.links, trimmed(title), trimmed(publisher))
  }
  return undefined
}

/**
 * The last words of a line that are a credit line, though the line says more; they begin a sentence. Undefined where
 * there are none.
 */
export function creditAtEnd(line: Words): { words: string; credit: CreditLine } | undefined {
  const { text } = line
  if (!hasVerb(text.slice(-700))) return undefined
  const starts = [...text.slice(-700).matchAll(/[.!?…。！？\])”"»]\s*(?=\S)/gu)].map(
    ({ 0: stop, index }) => Math.max(0, text.length - 700) + index + stop.length,
  )
  for (const start of starts.reverse().slice(0, 12)) {
    const links = line.links.filter((link) => link.from >= start)
    const credit = creditOf({ text: text.slice(start), links }, false)
    if (credit) return { words: text.slice(start), credit }
  }
  return undefined
}

/** The links name the story and, last, its publisher; a single link is the publisher unless its words are the title. */
function facts(links: readonly Link[], title: string, publisher: string): CreditLine {
  const named = links.filter((link) => link.words !== '')
  const last = named.at(-1)
  const isTitle = (link: Link | undefined) => link !== undefined && normal(link.words) === title && title !== ''
  const home = isTitle(last) ? undefined : last
  const story = named.length > 1 ? named[0] : isTitle(last) ? last : undefined
  const who = home?.words ?? publisher
  return {
    ...(story?.words || title ? { title: story?.words ?? title } : {}),
    ...(who ? { publisher: trimmed(who) } : {}),
    ...(home?.href ? { url: home.href } : {}),
    ...(story?.href ? { original: story.href } : {}),
  }
}

/** "First published in March 2020", "… in the spring issue": that is when, not where. */
function isTime(publisher: string): boolean {
  return /^(?:the )?(?:\d|january|february|march|april|may \d|june|july|august|september|october|november|december|(?:spring|summer|autumn|fall|winter)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/i.test(
    publisher,
  )
}

function trimmed(words: string): string {
  return words.replace(/^[\s:,–—-]+|[\s.,。]+$/g, '')
}

/** Whether it has what no credit line lacks: most lines do not, and need no closer look. */
function hasVerb(text: string): boolean {
  return verbs.test((marked.test(text) ? normal(text) : text).toLowerCase())
}
const marked =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c-\u200f\u202a-\u202e\u2066-\u2069]/

/** Composed, without the vowel signs of Arabic and Hebrew, without marks of direction, with one kind of apostrophe. */
function normal(text: string): string {
  return inNormalForm(text, 'NFC')
    .replace(
      /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g,
      '',
    )
    .replace(/[’ʼ‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * `{title}` and `{publisher}` may be empty: a program without settings writes the sentence alone. The publisher is the
 * rest of the sentence; another sentence after it makes it no credit line. `^`: only as a line of its own, where the
 * text it speaks of is the one above it.
 */
const sentences = `
the (?:post|article|story|entry|content|piece|blog post|page) {title} (?:first )?appeared (?:first )?(?:on|at|in) {publisher}
this (?:post|article|story|piece|column|interview|review|editorial|op-ed|essay|report|content|text) (?:was |has been |is )?(?:originally|first) (?:published|appeared|posted|printed|ran|released) (?:on|at|in|by) {publisher}
^(?:it )?(?:was )?(?:originally|first) (?:published|appeared|posted) (?:on|at|in|by) {publisher}
^(?:appeared|published) first (?:on|at|in) {publisher}
{title} was originally published in {publisher} on medium, where people are continuing the conversation by .*
^(?:cross-?posted|reposted|republished|reprinted) (?:from|on|at|to|with (?:the )?(?:kind )?permission (?:from|of)) {publisher}
(?:la (?:entrada|noticia|publicación|nota)|el (?:artículo|post|contenido)|est[ea] (?:artículo|entrada|noticia|nota|texto|contenido)) {title} (?:apareció|aparece|se publicó|fue publicad[oa]|ha sido publicad[oa]) (?:por primera vez|primero|originalmente) (?:en|por) {publisher}
^(?:publicad[oa]|aparecid[oa]) (?:originalmente|por primera vez) (?:en|por) {publisher}
(?:l'article|cet article|ce (?:billet|texte)|le (?:billet|contenu|post|texte)|la publication) {title} (?:est apparue? (?:en premier|d'abord)|a été publiée? (?:en premier|initialement|d'abord|pour la première fois)|est parue? (?:initialement|d'abord)) (?:sur|dans|par) {publisher}
(?:l'article|cet article|le billet|le contenu) {title} provient de {publisher}
(?:der|die|dieser|dieses) (?:beitrag|artikel|post|text|seite) {title} (?:erschien|ist|wurde) (?:zuerst|ursprünglich) (?:auf|bei|in|im|von) {publisher}(?: (?:erschienen|veröffentlicht))?
^(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht) (?:auf|bei|in|im) {publisher}
(?:o|a|est[ea]) (?:post|artigo|publicação|conteúdo|notícia|texto|matéria) {title} (?:apareceu|aparece|surgiu|foi publicad[oa]) (?:primeiro|originalmente|em primeiro lugar|pela primeira vez) (?:em|n[oa]|por) {publisher}
^(?:publicad[oa]) (?:originalmente|primeiro) (?:em|n[oa]) {publisher}
(?:l'articolo|il (?:post|contenuto)|questo articolo) {title} (?:proviene da|è apparso per primo su|sembra essere il primo su|è stato pubblicato (?:per la prima volta|originariamente|originalmente) (?:su|da|in)) {publisher}
(?:het (?:bericht|artikel)|dit (?:bericht|artikel)|de post) {title} (?:verscheen (?:eerst|als eerste|oorspronkelijk)|is (?:eerst|oorspronkelijk) (?:verschenen|gepubliceerd)) (?:op|in|bij) {publisher}
(?:сообщение|запись|статья|материал|пост|публикация|новость) {title} (?:впервые появил\\S+|появил\\S+ (?:сначала|впервые)|впервые опубликован\\S*) (?:на|в) {publisher}
(?:допис|запис|стаття|публікація|матеріал) {title} (?:(?:вперше|спершу|спочатку) з'яви\\S+|з'яви\\S+ (?:вперше|спершу|спочатку)|перш за все) (?:на|в|у) {publisher}
(?:artykuł|wpis|post|tekst) {title} (?:pochodzi z(?:e)? (?:serwisu|strony)|pierwszy raz pojawił się (?:w serwisie|w|na)|po raz pierwszy ukazał się (?:w|na)|został po raz pierwszy opublikowany (?:w|na)) {publisher}
{title} (?:yazısı|haberi|gönderisi|makalesi)? ?ilk (?:önce|olarak) {publisher} (?:üzerinde|sitesinde|adresinde|'\\S+) (?:ortaya çıktı|göründü|yayınlandı|yayımlandı)
(?:ظهرت?|نشرت?) (?:هذه |هذا )?(?:المقالة|التدوينة|المقال|الخبر|مقالة|المنشور|الموضوع) {title} (?:لأول مرة|أولا|للمرة الأولى) (?:على|في) {publisher}
(?:هذه |هذا )?(?:المقالة|التدوينة|المقال|الخبر|المنشور|الموضوع) {title} (?:ظهرت?|نشرت?) (?:لأول مرة|أولا|للمرة الأولى) (?:على|في) {publisher}
(?:הפוסט|המאמר|הכתבה|הרשומה|הידיעה) {title} (?:הופיעה?|פורסמה?) (?:לראשונה|תחילה|במקור) ב[־–-]? ?{publisher}
(?:نوشته|پست|مطلب|مقاله) {title} (?:برای )?(?:اولین بار|نخستین بار|ابتدا) (?:در|بر) {publisher} (?:پدیدار شد|منتشر شد|ظاهر شد)
(?:投稿|記事)? ?{title} ?は、? ?{publisher} ?に最初に(?:表示|掲載|公開|投稿)され(?:ました|た)
(?:这篇文章|這篇文章|文章|帖子|本文)? ?{title} ?(?:最先|首先|最早|首次)(?:出现|出現|发表|發表|刊登|刊載|发布|發佈)(?:在|于|於) ?{publisher}
{title} ?(?:게시물|글|포스트|기사)[이은가]? {publisher} ?에(?:서)? (?:처음|최초로|가장 먼저) (?:등장|게시|게재|발행|나타)\\S*
(?:inlägget|artikeln) {title} (?:dök först upp|publicerades först|visades först) (?:på|i) {publisher}
(?:indlægget|artiklen) {title} (?:blev (?:først|første gang) (?:udgivet|vist|bragt)(?: den)?|dukkede først op) (?:på|i) {publisher}
(?:innlegget|artikkelen) {title} (?:dukket først opp|ble først publisert) (?:på|i) {publisher}
(?:artikkeli|kirjoitus|julkaisu) {title} (?:julkaistiin|ilmestyi) ensimmäis(?:en|enä)(?: kerran)?(?: sivustolla| sivustolle| blogissa)? {publisher}
(?:příspěvek|článek) {title} (?:se nejdříve objevil na|pochází z|byl (?:poprvé|nejprve) publikován na|nejprve vyšel na) {publisher}
(?:príspevok|článok) {title} (?:zobrazený najskôr|bol najskôr (?:zverejnený|publikovaný) na|sa zjavil najskôr na) {publisher}
(?:az? )?{title} (?:bejegyzés|cikk) először (?:az? )?{publisher}(?: oldalon|[-–]\\S+)? jelent meg
(?:articolul|postarea) {title} (?:apare prima dată|a apărut (?:prima dată|mai întâi)) (?:în|pe) {publisher}
(?:το άρθρο|η δημοσίευση) {title} (?:εμφανίστηκε|δημοσιεύ[θτ]ηκε) (?:πρώτα|για πρώτη φορά|αρχικά) στ(?:ο|η|ην|ον) {publisher}
(?:l'entrada|l'article|la publicació) {title} (?:ha aparegut|va aparèixer|es va publicar) (?:primer|per primer cop|originalment) (?:a|en) {publisher}
(?:postingan|artikel|tulisan|pos) {title} (?:pertama kali (?:muncul|tampil|terbit)|muncul pertama(?: kali)?) (?:di|pada) {publisher}
(?:bài viết|bài) {title} (?:đã )?(?:xuất hiện|được đăng) (?:lần đầu(?: tiên)?|đầu tiên|trước tiên) (?:tại|trên|vào ngày|ở) {publisher}
(?:objava|članak|post) {title} (?:pojavi[lo]a? se|je objavljen[ao]?) (?:prvi puta?|prvo|najprije) na {publisher}
(?:публикацията|статията) {title} (?:се появи (?:първо|за първи път)|е публикувана първо) (?:на|във?) {publisher}
(?:पोस्ट|लेख) {title} (?:पहले|सबसे पहले|पहली बार) {publisher} पर (?:दिखाई दी|दिखाई दिया|प्रकाशित हुई|प्रकाशित हुआ)
`

const patterns = sentences
  .trim()
  .split('\n')
  .map((sentence) => ({
    alone: sentence.startsWith('^'),
    form: new RegExp(
      `^${sentence
        .replace(/^\^/, '')
        .replace(/ ?\{title\} ?/, String.raw`\s*(?<title>.{0,400}?)\s*`)
        .replace(/ ?\{publisher\}/, String.raw`\s*(?<publisher>(?:(?![.!?…]\s+\p{L}).){0,120}?)`)}[\\s.。!]*$`,
      'iu',
    ),
  }))

/** A piece of the verb of every sentence above, in small letters: to look for either kind takes several times as long. */
const verbs =
  /appeared|published|posted|printed|released|\bran (?:on|at|in|by)\b|apareci|aparece|publicad|publicó|apparue?|publiée?|parue|provient|erschien|ist zuerst|wurde zuerst|ursprünglich|veröffentlicht|surgiu|apareceu|proviene|apparso|essere il primo|pubblicato|verscheen|verschenen|gepubliceerd|яви|впервые|перш за|pochodzi|pojawił|ukazał|opublikowan|ilk önce|ilk olarak|ظهر|نشر|הופיע|פורסמ|اولین|نخستین|ابتدا|最初に|最先|首先|最早|首次|처음|최초|먼저|först|først|første|ensimmäis|objevil|pochází|publikov|vyšel|zobrazený|zverejnen|zjavil|jelent meg|apare |apărut|εμφανίστηκε|δημοσιεύ|aparegut|aparèixer|es va publicar|pertama|xuất hiện|được đăng|pojavi|objavljen|публикувана|दिखाई|प्रकाशित/
