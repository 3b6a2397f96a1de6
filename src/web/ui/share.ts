/** Passing a story on: links that ask nobody for anything until somebody follows one, and then say no more than the address. */
import type { Story } from '../../core/story/story.ts'
import { storyHref } from '../../routes.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import { inLanguage } from '../language-path.ts'

export function share(frame: Frame, story: Story): Html {
  const { t, url, network, language } = frame
  const address = url + inLanguage(network, language, storyHref(story))
  const [title, link] = [encodeURIComponent(story.headline), encodeURIComponent(address)]
  const both = encodeURIComponent(`${story.headline} ${address}`)
  // Their names are names. Whom readers tell is theirs to choose: these take an address and ask for no program of ours.
  const ways: readonly Html[] = [
    html`<a href="mailto:?subject=${title}&amp;body=${encodeURIComponent(`${story.headline}\n\n${address}\n`)}">${t('share.mail')}</a>`,
    away(`https://wa.me/?text=${both}`, 'WhatsApp'),
    away(`https://t.me/share/url?url=${link}&text=${title}`, 'Telegram'),
    away(`https://bsky.app/intent/compose?text=${both}`, 'Bluesky'),
  ]
  return html`<section class="share" aria-labelledby="share" data-title="${story.headline}" data-address="${address}" data-copied="${t('share.copied')}"><h2 id="share">${t('share.title')}</h2>
<ul>${ways.map((way) => html`<li>${way}</li> `)}${
    !frame.textOnly &&
    html`<li class="waits"><button type="button" class="plainbutton">${t('share.copy')}</button></li> <li class="waits"><button type="button" class="plainbutton">${t('share.more')}</button></li> `
  }</ul><p class="small"><span class="address" dir="ltr">${breakable(address)}</span> <span role="status"></span></p></section>`
}

function away(href: string, name: string): Html {
  return html`<a href="${href}" rel="noopener noreferrer external" referrerpolicy="no-referrer">${name}</a>`
}

/** May end a line after each of its slashes. */
function breakable(address: string): Html[] {
  return address.split(/(?<=\w\/)/).map((part, i) => html`${i > 0 && html`<wbr>`}${part}`)
}
