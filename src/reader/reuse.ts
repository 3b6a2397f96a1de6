/** On a story's page: what others may do with it, and the way to where it is ready for them. */
import { narrow } from '../core/story/gate.ts'
import type { Story } from '../core/story/story.ts'
import { republishHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { copyButton, copyFormats, copyScript, copyStatus } from '../web/ui/copy-button.ts'
import { publisherName } from '../web/ui/credit.ts'
import { licenceWords } from '../web/ui/licence.ts'

export function reuse(frame: Frame, story: Story): Html | undefined {
  const { t, at, textOnly } = frame
  const { shows } = narrow({ ...story, licence: story.origin.licence }, 'republish')
  if (shows === 'nothing') return undefined
  const href = at(republishHref(story))
  const words = {
    full: () => t.rich('republish.full', { licence: licenceWords(t, story) }),
    excerpt: () => undefined,
    headline: () => t.rich('republish.headline', { publisher: publisherName(story) }),
  }[shows]()
  return html`<section class="block reuse" aria-labelledby="reuse"><h2 id="reuse">${t(`republish.${shows}.title`)}</h2>
${words && html`<p>${words}</p>`}<p class="copies"><a class="go" href="${href}">${t(`republish.${shows}.more`)}</a>${
    !textOnly && copyFormats.map((format) => copyButton(frame, format, href))
  }</p>
${!textOnly && copyStatus(frame)}${copyScript(frame)}</section>`
}
