/**
 * The debris of syndication: "The post X appeared first on Y", "Read more", share bars, empty centred credits. It is
 * removed, and what it tells of the origin is kept as a fact. Works on safe HTML, whose shape is known; what is not
 * recognised stays ("About X" paragraphs, contacts, helplines, content warnings are text).
 */
import type { SafeHtml } from './sanitise.ts'
import { inlineText } from './text.ts'

export type Debris = {
  readonly html: SafeHtml
  /** What a credit line said. Absent when there was none, or it named nothing. */
  readonly creditLine?: { readonly title?: string; readonly publisher?: string; readonly url?: string }
  /** Where "read more" led. */
  readonly readMore?: string
}

export function removeDebris(html: SafeHtml): Debris {
  let rest: string = html
  let credit: Debris['creditLine']
  let readMore: string | undefined
  for (;;) {
    const before = rest
    rest = withoutTrailingBlank(rest)
    const last = lastBlock(rest)
    if (!last) break
    const text = inlineText(last.inner)
    if (isCredit(text)) {
      credit ??= creditOf(last.inner, text)
      rest = rest.slice(0, last.start)
    } else if (isMore(text)) {
      readMore ??= firstLink(last.inner)?.href
      rest = rest.slice(0, last.start)
    } else {
      const more = trailingMore(last.inner)
      if (!more) break
      readMore ??= more.href
      rest = rest.slice(0, last.start) + last.open + more.before + last.close
    }
    if (rest === before) break
  }
  rest = rest.replace(/\s*\[(?:…|\.\.\.|&hellip;)\]\s*(?=<\/p>|$)/g, '…')
  return {
    html: withoutTrailingBlank(rest) as SafeHtml,
    ...(credit && Object.keys(credit).length > 0 ? { creditLine: credit } : {}),
    ...(readMore ? { readMore } : {}),
  }
}

/** "The post … appeared first on …" as WordPress says it in the languages of our feeds. */
const credits: readonly RegExp[] = [
  /^(?:the (?:post|article|story|entry)\b.*\b)?(?:first )?appeared (?:first )?(?:on|at|in)\b/i,
  /^(?:this (?:post|article|story) )?(?:was )?(?:originally|first) (?:published|appeared|posted) (?:on|at|in|by)\b/i,
  /^source ?: /i,
  /^la (?:entrada|noticia|publicación)\b.*\b(?:apareció primero en|se publicó primero en|aparece primero en)\b/i,
  /^(?:l[’']article|cet article|le billet)\b.*\b(?:est apparu en premier sur|est apparu en premier|a été publié en premier sur)\b/i,
  /^der (?:beitrag|artikel|post)\b.*\berschien zuerst (?:auf|bei|in)\b/i,
  /^(?:o|a) (?:post|artigo|publicação)\b.*\b(?:apareceu primeiro em|foi publicado primeiro em|aparece primeiro em)\b/i,
  /^(?:l[’']articolo|il post)\b.*\b(?:proviene da|è apparso per primo su|sembra essere il primo su)\b/i,
  /^(?:het bericht|het artikel)\b.*\bverscheen eerst op\b/i,
  /^(?:сообщение|запись|статья)(?=[\s.]).*(?:появились? сначала на|впервые появи)/i,
  /^(?:допис|запис)(?=[\s.]).*(?:спершу зʼявився на|з'явився спочатку на|перш за все на)/i,
  /ظهرت?\s.*أول\p{M}*ا\p{M}*\s+(?:على|في)/u,
  /הופיע(?:ה)? (?:לראשונה|ראשון|תחילה) ב/,
  /(?:は|が)、?.*に最初に(?:表示|掲載|公開)され(?:ました|た)/,
  /^(?:artykuł|wpis|post)(?=\s).*pochodzi z serwisu/i,
  /ilk önce .* üzerinde (?:ortaya çıktı|göründü)/i,
  /^inlägget\b.*\bdök först upp på\b/i,
  /^indlægget\b.*\bblev først udgivet på\b/i,
]

function isCredit(text: string): boolean {
  return text.length > 0 && text.length < 500 && credits.some((credit) => credit.test(text))
}

/** A credit line's links name the story and, last, its publisher; a single link is the publisher. */
function creditOf(html: string, text: string): NonNullable<Debris['creditLine']> {
  const links = [...html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map((match) => ({
    href: (match[1] ?? '').replaceAll('&amp;', '&'),
    words: inlineText(match[2] ?? ''),
  }))
  const last = links.at(-1)
  const first = links.length > 1 ? links[0] : undefined
  // Without links the publisher is what follows the verb.
  const named =
    last?.words || /(?:appeared (?:first )?|published |posted )(?:on|at|in|by) (.{2,80}?)\.?$/i.exec(text)?.[1]
  return {
    ...(first?.words ? { title: first.words } : {}),
    ...(named ? { publisher: named } : {}),
    ...(last?.href ? { url: last.href } : {}),
  }
}

const moreWords =
  'read more|read the (?:rest|full (?:story|article)|whole story)(?: (?:of this (?:entry|post)|at .{1,60}|here))?|continue reading.{0,160}|continued|more|full (?:story|article)|keep reading.{0,100}|seguir leyendo.{0,160}|leer más.{0,100}|lire la suite.{0,160}|en savoir plus|weiterlesen.{0,160}|mehr lesen|ler mais.{0,100}|continuar (?:a ler|lendo|leyendo).{0,160}|leia mais.{0,100}|leggi tutto.{0,100}|continua a leggere.{0,160}|continua|lees (?:meer|verder).{0,100}|читать (?:далее|дальше|полностью).{0,100}|подробнее|читати далі.{0,100}|اقرأ المزيد.{0,100}|المزيد|קרא עוד.{0,100}|להמשך קריאה.{0,100}|続きを読む.{0,60}|もっと読む|czytaj (?:dalej|więcej).{0,100}|devamını oku.{0,100}|läs mer.{0,100}|les mer.{0,100}|læs mere.{0,100}|阅读更多|繼續閱讀|继续阅读.{0,60}|더 보기|계속 읽기.{0,60}'
const decoration = String.raw`[\s.…»›→>|\[\]()]*`
const more = new RegExp(`^${decoration}(?:${moreWords})${decoration}$`, 'iu')
const sharing =
  /^(?:share (?:this|on|via)?|share this ?:?|tweet|email|print|like this ?:?|like loading\.*|facebook|twitter|whatsapp|telegram|pinterest|linkedin|reddit|mastodon|comments?(?: \(\d+\))?|leave a comment|add a comment|teilen|compartir|partager|compartilhar|condividi|поделиться|مشاركة|שתפו|[\s|,·•:()\d]+)+$/i

function isMore(text: string): boolean {
  return (
    text === '' ||
    /^[\s\p{P}]*$/u.test(text) ||
    (text.length < 260 && (more.test(text) || (text.length < 160 && sharing.test(text))))
  )
}

/** "…and so on. <a>Read more</a>" at the end of a paragraph that says more than that. */
function trailingMore(inner: string): { before: string; href: string } | undefined {
  const match = /\s*(?:\[?…?\]?\s*)<a\b[^>]*?href="([^"]*)"[^>]*>((?:(?!<\/a>).)*)<\/a>\s*(?:[\].…]*)\s*$/s.exec(inner)
  if (!match || !more.test(inlineText(match[2] ?? ''))) return undefined
  return { before: inner.slice(0, match.index), href: (match[1] ?? '').replaceAll('&amp;', '&') }
}

function firstLink(html: string): { href: string } | undefined {
  const href = /<a\b[^>]*?href="([^"]*)"/.exec(html)?.[1]
  return href === undefined ? undefined : { href: href.replaceAll('&amp;', '&') }
}

type Block = { start: number; open: string; inner: string; close: string }

/** The last paragraph-like element that stands at the end, or the bare text after the last one. */
function lastBlock(html: string): Block | undefined {
  const closing = /<\/(p|div|small|em|i|strong|span|aside|h[2-6]|li)>$/.exec(html)
  if (!closing) {
    // Bare text after the last block; or an element that is no paragraph, such as a table or a list, which is no debris.
    if (html === '' || /<\/(?!a>)\w+>$/.test(html)) return undefined
    const start = [...html.matchAll(/<\/\w+>|<[bh]r>/g)].findLast((tag) => tag[0] !== '</a>')
    const from = start ? start.index + start[0].length : 0
    return { start: from, open: '', inner: html.slice(from), close: '' }
  }
  const name = closing[1] ?? ''
  const start = openingOf(html, name)
  if (start < 0) return undefined
  const open = html.slice(start, html.indexOf('>', start) + 1)
  return { start, open, inner: html.slice(start + open.length, html.length - name.length - 3), close: closing[0] }
}

/** Where the element that closes at the very end opens. */
function openingOf(html: string, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[ >])`, 'g')
  const found = [...html.matchAll(tags)]
  let depth = 0
  for (const match of found.reverse()) {
    depth += match[1] ? 1 : -1
    if (depth === 0) return match.index
  }
  return -1
}

function withoutTrailingBlank(html: string): string {
  let rest = html
  for (;;) {
    const next = rest
      .replace(/(?:\s|&nbsp;|\u00a0|<br>|<hr>)+$/u, '')
      .replace(/<(p|div|span|small|em|i|strong|figure|li|ul)\b[^>]*>\s*<\/\1>$/, '')
    if (next === rest) return rest
    rest = next
  }
}
