/** Pictures of foreign markup: where they really are, and which of them only count readers. */
import { shortText } from './attributes.ts'
import { isPixel } from './hidden.ts'
import { webTarget } from './links.ts'
import { type Attribute, attribute } from './sink.ts'

export type PictureIn = {
  readonly src: string
  readonly alt: string
  readonly width?: string
  readonly height?: string
}

/** The picture; its `alt` alone where it is a drawing of a character; undefined where it is none for readers. */
export function pictureOf(attributes: readonly Attribute[], base: string | undefined): PictureIn | string | undefined {
  const alt = shortText(attribute(attributes, 'alt') ?? '')
  if (isPixel(attributes)) return undefined
  if (isEmoji(alt) && emojiPicture.test(`${attribute(attributes, 'class')} ${attribute(attributes, 'src')}`)) return alt
  const src = sourceOf(attributes, base)
  if (src === undefined || counters.test(src)) return undefined
  const width = size(attribute(attributes, 'width'))
  const height = size(attribute(attributes, 'height'))
  return { src, alt, ...(width ? { width } : {}), ...(height ? { height } : {}) }
}

/** Pages that load pictures late keep the address elsewhere, with a placeholder in its place. */
function sourceOf(attributes: readonly Attribute[], base: string | undefined): string | undefined {
  const given = (...names: readonly string[]) => {
    for (const name of names) {
      const value = attribute(attributes, name)
      if (value !== undefined) return value
    }
    return undefined
  }
  return (
    webTarget(given('data-lazy-src', 'data-src', 'data-original'), base) ??
    webTarget(given('src'), base) ??
    webTarget(largest(given('srcset', 'data-srcset', 'data-lazy-srcset')), base)
  )
}

/** Of the candidates of a `srcset` the widest. Their addresses may hold commas, but not at an end. */
function largest(srcset: string | undefined): string | undefined {
  if (srcset === undefined) return undefined
  const candidates = [...srcset.slice(0, 10_000).matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g)]
  const widest = candidates.toSorted((a, b) => Number(b[2] ?? 0) - Number(a[2] ?? 0))[0]
  return widest?.[1]
}

function size(value: string | undefined): string | undefined {
  const digits = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(value ?? '')?.[1]
  return digits === undefined ? undefined : String(Number(digits))
}

function isEmoji(alt: string): boolean {
  return (
    alt !== '' &&
    alt.length <= 32 &&
    /^(?:\p{Emoji}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3|[\u{e0020}-\u{e007f}])+$/u.test(alt) &&
    /\P{ASCII}/u.test(alt)
  )
}
const emojiPicture = /(?:^|[\s/_-])(?:emoji|wp-smiley|twemoji|emojis)(?:[\s/_-]|$)/i

/** The well-known counters, and the share icons of feed services. */
const counters =
  /\/\/(?:pixel|stats|feeds)\.(?:wp|wordpress|feedburner)\.com\/|\/\/[^/]*(?:doubleclick\.net|feedsportal\.com|google-analytics\.com|scorecardresearch\.com|quantserve\.com|googlesyndication\.com|pheedo\.com)\/|\/\/[^/]*(?:feed|rss)[^/]*\/~\w{1,2}\/|(?:piwik|matomo)\.php\?|[?&]idsite=|facebook\.com\/tr\b|\/pixel\.(?:gif|png)\b|\/[bp]\.gif\b|googleusercontent\.com\/tracker\/|\/(?:tracking|track|count(?:er)?)[-_]?pixel\b|theconversation\.com\/content\/\d+\/count|\/open\.php\?|\/wf\/open\?|list-manage\.com\/track\//i
