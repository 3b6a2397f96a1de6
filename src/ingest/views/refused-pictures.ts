/** The pictures of a source's stories that are not shown because we do not have them, each with its reason. */
import type { RefusedPicture } from '../../db/pictures.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { time } from '../../web/ui/time.ts'
import { programWords } from './words.ts'

export function refusedPictures(frame: Frame, pictures: readonly RefusedPicture[]): Html | undefined {
  const { t } = frame
  if (pictures.length === 0) return undefined
  return html`<section aria-labelledby="pictures"><h2 id="pictures">${t('refused-pictures.title')}</h2>
<p class="hint">${t('refused-pictures.lede')}</p>
<div class="scrolls" tabindex="0" role="region" aria-labelledby="pictures"><table class="ledger"><thead><tr><th scope="col">${t('refused-pictures.picture')}</th><th scope="col">${t('refused-pictures.why')}</th><th scope="col">${t('refused-pictures.again')}</th></tr></thead>
<tbody>${pictures.map(
    ({ url, reason, nextTryAt }) =>
      html`<tr><td><a href="${url}" rel="noreferrer" dir="ltr" class="address">${url}</a></td><td>${programWords(reason)}</td><td>${nextTryAt ? time(frame, nextTryAt, 'moment') : t('refused-pictures.never')}</td></tr>`,
  )}</tbody></table></div></section>`
}
