/** A story's text as the page may show it. */
import { keepPictures } from '../core/html/keep-pictures.ts'
import type { SafeHtml } from '../core/html/sanitise.ts'
import { isOurs } from '../core/story/pictures.ts'
import type { Story } from '../core/story/story.ts'

/**
 * The body with the pictures the gate lets be shown and we keep ourselves, without any other: one loaded from
 * elsewhere would tell that place who reads what. In the text-only edition it has none.
 */
export function shownBody(story: Story, { textOnly }: { readonly textOnly: boolean }): SafeHtml {
  // Bodies are stored as the sanitiser gave them; the row's type cannot say so.
  const body = story.body as SafeHtml
  return keepPictures(body, (address) => !textOnly && story.pictureUse !== 'none' && isOurs(address))
}
