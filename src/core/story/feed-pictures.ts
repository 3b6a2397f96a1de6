/** The pictures a feed gives with a story: which of what stands beside an item are pictures of it, and what is said of them. */
import type { DocumentItem, MediaObject } from '../formats/document.ts'
import { webTarget } from '../html/links.ts'
import { comparable } from '../spaces.ts'
import { type PictureClaim, pictureRight } from './picture-rights.ts'
import type { Picture } from './story.ts'

/** A story has this many at most; a gallery is its publisher's to show. */
const most = 5
/** Declared smaller than this on a side, it is a mark or a portrait beside a byline, not a picture. Pixels. */
const smallest = 120
/** Longer addresses carry whole documents, or are an attack. */
const longestAddress = 2_000

type Candidate = Omit<MediaObject, 'thumbnail'>

/** The lead picture first. Each has its licence, which is `unknown` where the member's grant does not speak for it. */
export function picturesOf(
  item: Pick<DocumentItem, 'media' | 'enclosures'>,
  claim: Omit<PictureClaim, 'credit'>,
): Picture[] {
  if (claim.grant === 'none') return []
  const found = new Map<string, Candidate>()
  for (const candidate of candidatesOf(item)) {
    const url = webTarget(candidate.url, undefined)
    if (url === undefined || url.length > longestAddress || isPortrait.test(url) || isSmall(candidate)) continue
    const key = sameness(url)
    const known = found.get(key)
    // One picture in several sizes is one picture: the widest, with all that any of them says.
    if (known === undefined) found.set(key, { ...candidate, url })
    else
      found.set(key, {
        ...candidate,
        ...known,
        ...((candidate.width ?? 0) > (known.width ?? 0) ? { url, width: candidate.width ?? 0 } : {}),
      })
  }
  return [...found.values()].slice(0, most).map((one) => pictureFrom(one, claim))
}

function pictureFrom({ url, title, description, credit }: Candidate, claim: Omit<PictureClaim, 'credit'>): Picture {
  const named = said(credit, 200)
  const caption = said(description, 1_000)
  const name = said(title, 1_000)
  return {
    url,
    // A caption under a picture need not be read out twice, and the name of a file describes nothing.
    alt: name === caption || fileName.test(name) ? '' : name,
    caption,
    credit: named,
    licence: pictureRight({ ...claim, credit: named }).licence,
  }
}

/** What is declared a picture, in order; else what stands for a film or a recording. */
function* candidatesOf({
  media = [],
  enclosures = [],
}: Pick<DocumentItem, 'media' | 'enclosures'>): Iterable<Candidate> {
  const pictures = [...media, ...enclosures].filter(isPicture)
  if (pictures.length > 0) yield* pictures
  else for (const { thumbnail, credit } of media) if (thumbnail) yield { url: thumbnail, ...(credit ? { credit } : {}) }
}

function isPicture({ url, type, medium }: { url: string; type?: string; medium?: string }): boolean {
  if (medium !== undefined) return medium.trim().toLowerCase() === 'image'
  if (type !== undefined && !/^(?:application\/octet-stream|binary\/)/i.test(type)) return /^\s*image\//i.test(type)
  return /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url)
}

function isSmall({ width, height }: Candidate): boolean {
  return (width !== undefined && width < smallest) || (height !== undefined && height < smallest)
}

/** WordPress puts the author's face beside every item. */
const isPortrait = /^https?:\/\/[^/]*\bgravatar\.com\/|\/wp-includes\/images\/|\/avatars?\//i

/** Addresses of one picture in several sizes: `photo-300x200.jpg`, `photo.jpg?w=640`. */
function sameness(url: string): string {
  const { origin, pathname, search } = new URL(url)
  const isFile = /\.(?:jpe?g|png|webp|gif|avif)$/i.test(pathname)
  return origin + pathname.replace(/-\d{2,4}x\d{2,4}(?=\.\w+$)/, '') + (isFile ? '' : search)
}

const fileName = /^\S+\.\w{3,4}$|^(?:img|dsc|dscf|image|photo|picture|screenshot)?[\s_-]*\d*$/i

function said(words: string | undefined, longest: number): string {
  const plain = comparable(words ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
