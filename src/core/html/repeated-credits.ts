/**
 * Credit lines of one source's own wording. What stands at the ends of many of its items in the same shape may be one:
 * repetition finds it, but only a line that speaks of a source, a publication or its rights is recognised. "About X"
 * paragraphs, contacts, helplines and content warnings repeat as well, and stay.
 */
import type { CreditLine } from './credit-lines.ts'
import { type Line, linesOf } from './lines.ts'
import type { SafeHtml } from './sanitise.ts'

export type Sample = { readonly title: string; readonly html: SafeHtml }

/** Fewer repetitions than this are chance, as are those in less than a third of the items. */
const least = 3
/** How many lines at either end are looked at. */
const reach = 6

/**
 * For an item's title, whether a line at an end of it is a credit line of the source that wrote the samples. They are
 * asked for once a line may be one: in most documents none does.
 */
export function repeatedCredits(
  samples: () => readonly Sample[],
): (title: string) => (line: Line) => CreditLine | undefined {
  let repeated: ReadonlySet<string> | undefined
  return (title) => (line) => {
    if (!isCredit(line)) return undefined
    repeated ??= repeatedShapes(samples())
    return repeated.has(shapeOf(line, title)) ? factsOf(line) : undefined
  }
}

function repeatedShapes(items: readonly Sample[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const { title, html } of items) {
    const shapes = new Set(
      nearEnds(linesOf(html))
        .filter(isCredit)
        .map((line) => shapeOf(line, title)),
    )
    for (const shape of shapes) seen.set(shape, (seen.get(shape) ?? 0) + 1)
  }
  const enough = Math.max(least, items.length / 3)
  return new Set([...seen].flatMap(([shape, times]) => (times >= enough ? [shape] : [])))
}

/** The lines at either end of a text: in between, nobody credits. */
export function nearEnds(lines: readonly Line[]): readonly Line[] {
  const spoken = lines.filter((line) => line.text !== '')
  return spoken.length <= reach * 2 ? spoken : [...spoken.slice(0, reach), ...spoken.slice(-reach)]
}

/** A line's words with what changes from item to item left open: its links, the title, numbers. */
function shapeOf({ text, links }: Line, title: string): string {
  let shape = text
  for (const { from, to } of links.toReversed()) shape = `${shape.slice(0, from)}\0${shape.slice(to)}`
  if (title.length > 3) shape = shape.replaceAll(title, '\0')
  return shape.toLowerCase().replace(/\d+/g, '#')
}

function isCredit({ text, links }: Line): boolean {
  if (text.length > 250) return false
  const speaks = (links.length > 0 || text.length < 80) && (names.test(text) || published.test(text))
  return (speaks || rights.test(text)) && !stays.test(text)
}

/** A link names the publisher; else what follows the colon does. Of rights nothing is read: they are the source's own. */
function factsOf({ text, links }: Line): CreditLine {
  if (rights.test(text)) return {}
  const link = links.findLast((one) => one.words !== '')
  const publisher = link?.words ?? /[:：]\s*(.{2,80}?)[\s.]*$/.exec(text)?.[1]
  return { ...(publisher ? { publisher } : {}), ...(link?.href ? { url: link.href } : {}) }
}

const any = (...words: readonly string[]) => words.flatMap((list) => list.trim().split(/\s*\n\s*/)).join('|')

const names = new RegExp(
  `^[\\s([*_–—-]*(?:${any(`
    (?:original )?source|via|h/?t|hat tip|credit|originally (?:from|by)|read (?:it|this|the original|the full (?:story|article|text)) (?:on|at|in)|view (?:the )?original|see (?:the )?original
    fuente|vía|origen|quelle|via|bron|fonte|fonti|source originale|kilde|källa|lähde|zdroj|źródło|forrás|sursa|πηγή|font|kaynak|sumber|nguồn|izvor|извор|источник|джерело|източник|स्रोत|منبع|المصدر|مصدر|מקור|出典|情報源|来源|來源|出处|출처`)})(?![\\p{L}\\p{M}])`,
  'iu',
)
const published = new RegExp(
  any(`
    \\b(?:published|appeared|posted|reprinted|republished|syndicated|cross-?posted) (?:on|at|in|by|from|first|originally|with)\\b
    \\b(?:publicad[oa]|apareció|publicó) (?:en|por|originalmente|primero)\\b|\\b(?:publié|paru|apparu)e? (?:sur|dans|par|initialement|en premier)|(?:erschien|veröffentlicht|erschienen) (?:auf|bei|in|zuerst|am)|(?:zuerst|ursprünglich) (?:auf|bei|in)
    \\bpublicad[oa] (?:em|n[oa]|por|originalmente)\\b|\\b(?:pubblicato|apparso) (?:su|da|in|per)|(?:verschenen|gepubliceerd) (?:op|in|bij)|опубликован\\S* (?:на|в)|впервые|опублікован\\S* (?:на|в|у)|вперше|opublikowan\\S* (?:na|w)|ukazał się|yayın?lan(?:dı|mıştır)|yayımlan(?:dı|mıştır)
    نُ?شر(?:ت)? (?:في|على)|منشور (?:في|على)|פורסמ?ה? ב|に(?:掲載|公開)|(?:发表|發表|刊登|发布|發佈)(?:于|於|在)|에 (?:게재|게시)|publicera[td]s? (?:i|på)|(?:udgivet|bragt) (?:i|på)|publisert (?:i|på)|julkaistu`),
  'iu',
)
const rights =
  /©|\(c\) ?\d{4}|\bcopyright\b|all rights reserved|todos los derechos|tous droits réservés|alle rechte (?:vorbehalten|voorbehouden)|todos os direitos|tutti i diritti|все права защищены|усі права|wszelkie prawa|tüm hakları|جميع الحقوق|כל הזכויות|無断転載|版权所有|版權所有|무단 ?전재/iu

/** What may repeat as often as it likes: whom to turn to, who somebody is, what a text is about to speak of. */
const stays = new RegExp(
  any(`
    \\+?\\d[\\d\\s().-]{6,}\\d|@|\\babout\\b|contact|helpline|hotline|\\bcall\\b|\\bphone\\b|crisis|suicid|samaritans|warning|trigger|content note|if you (?:or|need|are|have|feel)|support|emergency|donat
    acerca de|sobre (?:nosotros|el autor|la autora)|contacto|ayuda|advertencia|línea de|à propos|contacter?|aide|avertissement|urgence|über (?:uns|den|die|das)|kontakt|hilfe|seelsorge|warnung|triggerwarnung|sobre nós|contato|contacto|ajuda|aviso|chi siamo|informazioni su|contatt|aiuto|avvertenza
    over ons|hulplijn|waarschuwing|о (?:нас|компании|проекте|фонде)|контакт|помощь|телефон|горячая линия|предупреждение|про нас|допомог|o nas|pomoc|ostrzeżenie|hakkında|iletişim|yardım|uyarı|من نحن|نبذة|للتواصل|اتصل|مساعدة|تحذير|אודות|צור קשר|ליצירת קשר|קו חם|סיוע|אזהרה|について|お問い合わせ|相談|注意|警告|关于|關於|联系|聯絡|热线|熱線|求助|문의|상담|경고`),
  'iu',
)
