/**
 * Characters nobody sees. Those that scripts and emoji need stay: joiners and non-joiners, marks of direction,
 * variation selectors, breaks in scripts without spaces. What only marks a copy, or hides a word from whoever searches
 * for it, goes.
 */

const controls = String.raw`\0-\x08\x0b\x0e-\x1f\x7f-\x9f`
const unseen = String.raw`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`
const any = new RegExp(`[${controls}${unseen}\\f\\r]`, 'u')
const runs = new RegExp(`[${controls}${unseen}]+`, 'gu')

export function hasInvisible(text: string): boolean {
  return any.test(text)
}

/** Whatever of them has no work to do is taken out; doing it twice changes nothing. */
export function withoutInvisible(text: string): string {
  if (!any.test(text)) return text
  return text.replace(/[\f\r]/g, '\n').replace(runs, (run, at: number, whole: string) => {
    const before = lastOf(whole, at)
    const after = firstOf(whole, at + run.length)
    return kept(run, before, after)
  })
}

function lastOf(text: string, end: number): string {
  const low = text.charCodeAt(end - 1)
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(end - 2, end) : text.slice(end - 1, end)
}

function firstOf(text: string, start: number): string {
  return String.fromCodePoint(text.codePointAt(start) ?? 0x20)
}

/** What of a run of unseen characters works between these two; of each kind once. */
function kept(run: string, before: string, after: string): string {
  if (before === '🏴') {
    // Flags of regions are spelled in tags.
    const flag = /^[\u{e0020}-\u{e007e}]+\u{e007f}/u.exec(run)?.[0]
    if (flag) return flag
  }
  let out = ''
  let marks = 0
  const seen = new Set<string>()
  for (const one of run) {
    const kind = kindOf(one)
    if (kind === 'direction') out += one
    else if (kind === 'mark') {
      // One for what is before, one for what follows.
      if (marks < 2 && !out.endsWith(one)) {
        out += one
        marks += 1
      }
    } else if (kind !== 'idle' && !seen.has(kind) && works(kind, out === '', before, after, one)) {
      seen.add(kind)
      out += one
    }
  }
  return out
}

type Kind = 'idle' | 'direction' | 'mark' | 'joiner' | 'break' | 'hyphen' | 'selector' | 'filler' | 'order'

function kindOf(character: string): Kind {
  if (/[\u202a-\u202e\u2066-\u2069]/.test(character)) return 'direction'
  if (/[\u200e\u200f\u061c]/.test(character)) return 'mark'
  if (/[\u200c\u200d]/.test(character)) return 'joiner'
  if (character === '\u200b') return 'break'
  if (character === '\u00ad') return 'hyphen'
  if (/[\ufe00-\ufe0f\u180b-\u180f\u{e0100}-\u{e01ef}]/u.test(character)) return 'selector'
  if (/[\u115f\u1160]/.test(character)) return 'filler'
  return character === '\u034f' ? 'order' : 'idle'
}

function works(kind: Kind, first: boolean, before: string, after: string, character: string): boolean {
  switch (kind) {
    case 'joiner':
      return joining.test(before) || joining.test(after) || (pictured.test(before) && /\p{Emoji}/u.test(after))
    case 'break':
      return unspaced.test(before) || unspaced.test(after)
    case 'hyphen':
      return /\p{L}/u.test(before) && /\p{L}/u.test(after)
    case 'selector':
      if (!first) return false
      if (/[\u180b-\u180f]/.test(character)) return /\p{Script=Mongolian}/u.test(before)
      return /[\ufe00-\ufe0f]/.test(character)
        ? /\p{Emoji}|[^\s\p{P}\p{Script=Latin}]/u.test(before)
        : /\p{Script=Han}/u.test(before)
    case 'filler':
      return /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/.test(before + after)
    case 'order':
      return /\p{M}/u.test(before) && /\p{M}/u.test(after)
    default:
      return false
  }
}

/** Scripts whose letters join, or stack, as their joiners say. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Hebrew}]/u
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const pictured = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{M}]/u
