/**
 * What the reader's script finds on a page: its words, in the page's language, and places that wait for it. All of it
 * adds to pages that say everything without it; the text-only edition has none.
 */
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import { datesOf, localeOf } from '../messages/messages.ts'

/** The script, and its words: inert until it runs. Nothing where there are no scripts. */
export function readersScript(frame: Frame): Html | undefined {
  const { t, network, asset, textOnly } = frame
  if (textOnly) return undefined
  const keys: readonly (readonly [string, string])[] = [
    ['/', t('keys.search')],
    ['J', t('keys.next')],
    ['K', t('keys.previous')],
    ['O', t('keys.open')],
    ['G + H, R, M, A', t('keys.go')],
    ['?', t('keys.help')],
  ]
  return html`<template id="comfort" data-locale="${datesOf(t.language)}" data-zone="${network.timeZone}" data-own="${t('zone.reader', { zone: '{zone}' })}"><dialog class="keys" aria-labelledby="keys"><h2 id="keys">${t('keys.title')}</h2>
<dl>${keys.map(([key, does]) => html`<div><dt><kbd dir="ltr">${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
<p><label><input type="checkbox"> ${t('keys.on')}</label></p><p><button type="button">${t('keys.close')}</button></p></dialog></template>
<script type="module" src="${asset('reader.js')}"></script>`
}

/** Which clock the page tells the time by; the script says the reader's own in its place. */
export function zoneLine({ t, network }: Frame): Html {
  return html`<p class="mono zone">${t('zone.network', { zone: zoneName(t.language, network.timeZone) })}</p>`
}

/** The way to the keys, for whoever has a script that knows them. */
export function keysButton({ t, textOnly }: Frame): Html | undefined {
  return textOnly
    ? undefined
    : html`<li class="waits"><button type="button" class="plainbutton" data-keys>${t('keys.title')}</button></li>`
}

/** The room where a list says what is new since the reader's last visit: empty until they want that. */
export function sinceLine({ t, textOnly }: Frame): Html | undefined {
  if (textOnly) return undefined
  const [day, count] = ['{day}', '{count}']
  return html`<p class="since small" data-offer="${t('since.offer')}" data-where="${t('since.where')}" data-begun="${t('since.begun')}" data-told="${t('since.told', { day, count })}" data-none="${t('since.none', { day })}" data-forget="${t('since.forget')}" data-new="${t('since.new')}"></p>`
}

const zones = new Map<string, string>()

/** What people call a zone: East Africa Time, with the name of the city where that is all there is. */
function zoneName(language: string, timeZone: string): string {
  const key = `${language} ${timeZone}`
  let name = zones.get(key)
  if (name === undefined) {
    const named = (timeZoneName: 'longGeneric' | 'long') =>
      new Intl.DateTimeFormat(localeOf(language), { timeZone, timeZoneName })
        .formatToParts(0)
        .find(({ type }) => type === 'timeZoneName')?.value
    const usual = named('longGeneric')
    // Without summer time some zones have no other name than this.
    name = (usual && !/\d/.test(usual) ? usual : named('long')) ?? timeZone
    zones.set(key, name)
  }
  return name
}
