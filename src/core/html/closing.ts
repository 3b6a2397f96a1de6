/**
 * Where a release's body ends: "ENDS", "###" or "-30-" close it, and what follows is for editors. It is taken apart, and
 * nothing is lost: "About X" paragraphs, helplines and warnings are the public's and stay with the body.
 */
import { withoutLines } from './cut.ts'
import { type Line, linesOf } from './lines.ts'
import type { SafeHtml } from './sanitise.ts'

export type Closed = {
  readonly body: SafeHtml
  /** What is for editors, as it was written. Empty where nothing was. */
  readonly notes: SafeHtml
}

/**
 * Body and notes of a text. Of a text that is no release (`isRelease`) only a mark nobody writes by chance counts, and
 * only at its very end or before a heading of notes. A release without a mark ends where such a heading stands near its
 * end.
 */
export function closingOf(html: SafeHtml, isRelease: boolean): Closed {
  if (!isRelease && !mayMark.test(html)) return { body: html, notes: '' as SafeHtml }
  const lines = linesOf(html)
  const mark = lines.findIndex((line, at) => at > 0 && isMark(line, isRelease))
  const heading = lines.findIndex((line, at) => at > mark && line.text.length < 200 && headings.test(line.text))
  const after = lines.slice(mark < 0 ? heading : mark + 1)
  const closes =
    mark < 0 ? isRelease && heading > 0 && isNearEnd(lines, heading) : isRelease || heading > 0 || isEnd(after)
  if (!closes) return { body: html, notes: '' as SafeHtml }
  const notes = new Set(forEditors(after))
  const gone = lines.filter((line, at) => notes.has(line) || at === mark || (at > mark && isMark(line, false)))
  return {
    body: withoutLines(html, gone.filter(({ whole }) => whole).map(place)),
    notes: withoutLines(html, lines.filter((line) => !notes.has(line)).map(place)),
  }
}

const place = (line: Line) => [line.start, line.end] as const

function isMark({ text }: Line, isRelease: boolean): boolean {
  return text.length < 60 && (marks.test(text) || (isRelease && words.test(text)))
}

function isEnd(after: readonly Line[]): boolean {
  return after.every((line) => line.text === '' || isMark(line, false))
}

function isNearEnd(lines: readonly Line[], at: number): boolean {
  const length = (some: readonly Line[]) => some.reduce((sum, { text }) => sum + text.length, 0)
  return length(lines.slice(0, at)) * 2 >= length(lines)
}

/** Nobody writes these by chance. */
const marks = /^[\s*_]*(?:#{3,5}|#\s#\s#|[-–—]\s?30\s?[-–—]|[-–—*\s]*ENDS?[-–—*\s.]*|\(ENDS?\))[\s*_]*$/
/** Without any of these there is none of those. */
const mayMark = /#.{0,8}#|30|END/s
/** Words that close a release where it is known to be one. */
const words =
  /^[\s*_–—-]*\(?(?:ends?|end of (?:press |news )?release|ende|fin|fin du communiqué|fin del comunicado|fine|fim|einde|koniec|конец|кінець|son|انتهى|النهاية|סוף|以上|完|끝|slut|loppu|konec)\)?[\s*_.–—-]*$/iu

/** "Notes to editors", "Media contact": from here on the text speaks to newsrooms. */
const headings =
  /^[\s*#•–—-]*(?:(?:editors?['’]?s?['’]? )?notes? (?:to|for) (?:the )?(?:editors?|media|press|journalists)|editors?['’]?s? notes?|background (?:notes )?for (?:editors|journalists)|(?:media|press) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|contacts? for (?:the )?(?:media|press)|notas? (?:para|a) (?:el |la |los |las )?(?:editor(?:es)?|redacci(?:ón|ones)|medios|redação|imprensa)|contacto (?:de |para )?(?:la )?(?:prensa|medios)|notes? (?:à|aux?|pour) (?:l['’]attention des )?(?:la |les )?(?:rédactions?|rédacteurs|presse|médias|éditeurs)|contacts? presse|(?:hinweise?|anmerkung(?:en)?) (?:für|an) (?:die )?(?:redaktion(?:en)?|presse)|presse-?kontakt|kontakt für (?:die )?presse|contatti? (?:per la )?stampa|note (?:per|alla) (?:la )?(?:redazione|stampa)|noot voor de redactie|perscontact|contato (?:para |de )?(?:a )?imprensa|(?:примечани[ея]|информация) для (?:редакторов|редакций|прессы|сми)|контакт\S* для (?:сми|прессы)|ملاحظات? (?:للمحررين|إلى المحررين|للمحرر)|للتواصل الإعلامي|הערות? לעורכים|לעורכים|איש קשר לתקשורת|編集者(?:への|向け)注記|報道関係者.{0,12}問い?合わ?せ.{0,4}|编辑须知|編輯須知|媒体联系人|媒體聯絡人|informacja dla redakcji|kontakt dla mediów|editöre notlar?|basın iletişim)(?![\p{L}\p{M}])/iu
/** What ends a paragraph for the public once the mark has been passed. */
const contacts =
  /^[\s*#•–—-]*(?:for (?:more|further) information|contacts?|kontakte?|contactos?|contatti?|contatos?|контакты?|للتواصل|ליצירת קשר|連絡先|联系方式|聯絡方式|iletişim)[^\p{L}]*(?:[:：]|$)/iu

/** The lines after the mark that are not the public's: those of its sections, from their first line on, are. */
function forEditors(after: readonly Line[]): Line[] {
  let isPublic = false
  return after.filter((line) => {
    const start = line.text.slice(0, 200)
    if (headings.test(start) || contacts.test(start)) isPublic = false
    else if (publics.test(start)) isPublic = true
    return line.whole && line.text !== '' && !isPublic && !isMark(line, false)
  })
}
const publics =
  /^[\s*#•–—-]*(?:about\s+\S|(?:content|trigger) (?:warning|note)|(?:if you|anyone) .{0,60}(?:affected|need|support|help|crisis)|.{0,40}(?:helpline|hotline|crisis line|lifeline|samaritans)|(?:acerca de|sobre)\s+\S|quiénes somos|línea de (?:ayuda|apoyo)|(?:à propos|qui sommes)|(?:ligne|numéro) d['’](?:écoute|aide|urgence)|über\s+(?:uns|den|die|das|\p{Lu})|(?:hilfe|sorgen)telefon|telefonseelsorge|informazioni su|chi siamo|over\s+\p{Lu}|hulplijn|(?:о|об) (?:нас|компании|организации|фонде|проекте)|телефон доверия|горячая линия|(?:نبذة )?عن\s+\S|من نحن|خط المساعدة|אודות|קו (?:חם|סיוע)|.{1,40}について|相談窓口|关于|關於|求助热线|o\s+(?:nas|organizacji|fundacji)|telefon zaufania|.{1,40}hakkında)/iu
