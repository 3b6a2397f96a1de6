/** What a reader is told before they keep stories on their device, and the way to be rid of them. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { layout } from '../web/layout.ts'
import { datesOf, localeOf } from '../web/messages/messages.ts'
import { typesetterOf } from '../web/messages/typeset.ts'

export type Offline = {
  /** How many stories would be kept. */
  readonly stories: number
  /** What they weigh, in bytes, as they lie on the device. */
  readonly bytes: number
  readonly isErased: boolean
}

export function offlinePage(frame: Frame, { stories, bytes, isErased }: Offline): string {
  const { t, network, at, asset, textOnly } = frame
  const title = t('offline.title')
  const size = sizeWords(t.language, bytes)
  const link = html`<a href="${at(routes.offlineStories.href({}))}">${t('offline.by-hand.link')}</a>`
  return layout(frame, {
    title,
    description: t('offline.lede'),
    path: routes.offline.href({}),
    sheets: ['offline.css'],
    main: html`<div class="plain offline"><h1>${title}</h1>
${isErased && html`<p role="status"><b>${t('offline.erased')}</b></p>`}
<p class="lede">${t('offline.lede')}</p>
<div class="prose"><h2>${t('offline.what.title')}</h2>
<p>${stories > 0 ? t('offline.what', { count: stories, size }) : t('offline.none')}</p>
<p>${t('offline.renewed')}</p>
<h2>${t('offline.seen.title')}</h2>
<p>${t('offline.seen.device')}</p>
<p>${t.rich('offline.seen.host', { network: html`<bdi>${network.name}</bdi>` })}</p>
<p>${t('offline.seen.never')}</p></div>
${!textOnly && stories > 0 && keepButton(frame, stories)}
<p class="scriptless">${t('offline.script')}</p>
<p class="measure">${t.rich('offline.by-hand', { link })}</p>
<section class="block" aria-labelledby="erase"><h2 id="erase">${t('offline.erase.title')}</h2>
<p class="measure">${t('offline.erase.what')}</p>
${eraseForm(frame)}</section></div>
${!textOnly && html`<script type="module" src="${asset('offline.js')}"></script>`}`,
  })
}

function keepButton(frame: Frame, count: number): Html {
  const { t, at } = frame
  const date = '{date}'
  return html`<div class="waits" data-stories="${at(routes.offlineStories.href({}))}" data-worker="${routes.offlineWorker.href({})}" data-locale="${datesOf(t.language)}" data-keeping="${t('offline.keeping')}" data-kept="${t('offline.kept', { date })}" data-failed="${t('offline.failed')}" data-unable="${t('offline.unable')}"><p><button type="button">${t('offline.keep', { count })}</button></p><p role="status"></p></div>`
}

/** Works with a script, also where there is no network, and without one. */
export function eraseForm({ t, at }: Frame): Html {
  return html`<form method="post" action="${at(routes.offlineErased.href({}))}" data-erase data-erased="${t('offline.erased')}"><p><button>${t('offline.erase')}</button></p><p role="status"></p></form>`
}

/** In two figures: nobody plans by more. */
function sizeWords(language: string, bytes: number): string {
  const isLarge = bytes >= 950_000
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumSignificantDigits: 2,
  })
  return typesetterOf(language)(format.format(Math.max(1, bytes / (isLarge ? 1_000_000 : 1_000))))
}
