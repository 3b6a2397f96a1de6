/** Which of a story's pictures a page may show. */
import type { PictureUse } from './gate.ts'
import type { Picture } from './story.ts'

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

/** Whether an address is one of our own media store. */
export function isOurs(url: string): boolean {
  return /^\/media\/[\w.-]+$/.test(url)
}
