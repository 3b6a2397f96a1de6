/** Which of a story's pictures a page may show. */
import type { PictureUse } from './gate.ts'
import { withOwnData } from './picture-rights.ts'
import type { Picture, Rendition } from './story.ts'

/**
 * The pictures readers may see: the gate lets them be shown, their own licence is known, and we keep them ourselves,
 * because a picture loaded from elsewhere would tell that place who reads what.
 */
export function shownPictures(story: {
  readonly pictureUse: PictureUse
  readonly pictures: readonly Picture[]
}): Picture[] {
  if (story.pictureUse === 'none') return []
  return story.pictures.filter((picture) => picture.licence !== 'unknown' && isOurs(picture.url))
}

/** Of those the pictures that others may have, too: what a picture's own licence says counts beside the gate. */
export function handedOn(story: Parameters<typeof shownPictures>[0]): Picture[] {
  return shownPictures(story).filter(({ licence }) => licence === 'free')
}

/** Whether an address is one of our own media store. */
export function isOurs(url: string): boolean {
  return /^\/media\/[\w.-]+$/.test(url)
}

/** Where the bytes of that hash are served. */
export function mediaPath(hash: string): string {
  return `/media/${hash}`
}

/** What we keep of a picture that a version names by where it came from. */
export type KeptPicture = {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly colour: string
  readonly renditions: readonly Rendition[]
  /** What the picture's own data said. */
  readonly caption: string
  readonly credit: string
}

/**
 * A version's pictures as they can be shown: what we keep stands in the place of what is elsewhere. Its own data speak
 * where the publisher said nothing. `own` is all that the member goes by, and the story's authors.
 */
export function withKept(
  pictures: readonly Picture[],
  kept: readonly KeptPicture[],
  own: readonly string[],
): Picture[] {
  return pictures.map((picture) => {
    const found = kept.find(({ url }) => url === picture.url)
    if (!found) return picture
    const { width, height, colour, renditions } = found
    const whole = renditions.findLast(({ type }) => type === 'image/jpeg')
    const ours = isOurs(picture.url) || !whole ? { width, height } : { ...sizeOf(whole), url: mediaPath(whole.hash) }
    const caption = picture.caption || found.caption
    const credit = picture.credit || found.credit
    const licence = isOurs(picture.url) ? picture.licence : withOwnData(picture.licence, found.credit, own)
    return { ...picture, ...ours, caption, credit, licence, colour, renditions }
  })
}

function sizeOf({ width, height }: Rendition): { width: number; height: number } {
  return { width, height }
}
