/** What the network says in its own words, language by language. */
import type { Network } from '../core/network.ts'
import type { Db } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { spokenLanguages } from '../web/language-path.ts'
import { defaultWords } from '../web/messages/messages.ts'
import type { Sent } from '../web/router.ts'
import { settingsPlaces } from '../web/settings-places.ts'
import { areaField, unsent } from '../web/ui/field.ts'
import { textAttributes } from '../web/ui/language.ts'
import { workLayout } from '../web/work-layout.ts'
import { changeSettings, type Wanted, wordsSetting } from './change.ts'
import { authorOf } from './means.ts'
import { holesOf, longestWords, type OwnKey, ownKeys, ownWords, type WordsFault, wordsFault } from './own-words.ts'

type Asked = Context<Db>

type View = {
  readonly language: string
  readonly network: Network
  readonly given: Readonly<Partial<Record<OwnKey, string>>>
  readonly faults: ReadonlyMap<OwnKey, WordsFault>
  readonly done?: boolean
}

export async function settingsWords(context: Asked): Promise<Answer> {
  const network = await readNetwork(context.db)
  const language = languageIn(network, context.query.language)
  const view = { language, network, given: {}, faults: new Map(), done: context.query.done === 'saved' }
  return privatePage(wordsPage(frameOf({ ...context, network }), view))
}

export async function settingsWordsSent(context: Sent & Asked): Promise<Answer> {
  const { db, form } = context
  const network = await readNetwork(db)
  const language = languageIn(network, form.get('language') ?? undefined)
  const given = readWords(form)
  const faults = new Map(
    Object.entries(given).flatMap(([key, words]) => {
      const fault = wordsFault(language, key as OwnKey, words)
      return fault ? [[key as OwnKey, fault] as const] : []
    }),
  )
  if (faults.size > 0) {
    const page = wordsPage(frameOf({ ...context, network }), { language, network, given, faults })
    return privatePage(page, { status: 422 })
  }
  const wanted: Wanted = Object.fromEntries(
    Object.entries(given).map(([key, words]) => [wordsSetting(language, key as OwnKey), words]),
  )
  await db.transaction().execute((tx) => changeSettings(tx, wanted, authorOf(context)))
  return redirect(frameOf(context).at(withQuery(routes.settingsWords.href({}), { language, done: 'saved' })), 303)
}

/** What was changed of the sentences there are; anything else that is sent says nothing. */
function readWords(form: URLSearchParams): Partial<Record<OwnKey, string>> {
  const plain = (words: string | null) => words?.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return Object.fromEntries(
    ownKeys.flatMap((key) => {
      const words = plain(form.get(key))
      return words === undefined || words === plain(form.get(`was-${key}`)) ? [] : [[key, words]]
    }),
  )
}

function languageIn(network: Network, asked: string | undefined): string {
  const spoken = spokenLanguages(network)
  return spoken.find((tag) => tag === asked) ?? spoken[0] ?? 'en'
}

function wordsPage(frame: Frame, view: View): string {
  const { t, at } = frame
  const wrong = [...view.faults].map(([key, fault]) => ({
    name: key,
    label: t(`words.${key}`),
    fault: faultWords(frame, fault),
  }))
  return workLayout(frame, {
    title: t('settings.place.words'),
    places: settingsPlaces(frame, 'words'),
    done: view.done ? t('settings.done.saved') : undefined,
    main: html`<div class="column words"><h1>${t('settings.place.words')}</h1><p class="lede">${t('words.lede')}</p>
${frame.languages.length > 1 && tongues(frame, view.language)}
${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
<form class="form" method="post" action="${at(routes.settingsWordsSent.href({}))}"><input type="hidden" name="language" value="${view.language}">
${ownKeys.map((key) => sentence(frame, view, key))}
<p class="buttons"><button>${t('form.save')}</button></p></form></div>`,
  })
}

function tongues({ t, at, languages }: Frame, current: string): Html {
  return html`<nav class="tongues" aria-label="${t('words.languages')}"><ul>${languages.map((tag) => {
    const { lang, dir } = textAttributes(tag, t.language)
    const name = html`<span lang="${lang}" dir="${dir}">${t.autonym(tag)}</span>`
    return tag === current
      ? html`<li><b aria-current="true">${name}</b></li>`
      : html`<li><a href="${at(withQuery(routes.settingsWords.href({}), { language: tag }))}">${name}</a></li>`
  })}</ul></nav>`
}

/** The program's sentence above, the network's own below. */
function sentence(frame: Frame, { language, network, given, faults }: View, key: OwnKey): Html {
  const usual = defaultWords(language, key)
  const { lang, dir } = textAttributes(language, frame.t.language)
  const was = ownWords(network, language, key)
  const fault = faults.get(key)
  const holes = holesOf(usual)
  return html`<input type="hidden" name="${`was-${key}`}" value="${was}">${areaField(frame, {
    name: key,
    label: frame.t(`words.${key}`),
    hint: html`<span lang="${lang}" dir="${dir}">${usual}</span>${holes.length > 0 && html` ${frame.t('words.holes', { holes: frame.t.list(holes) })}`}`,
    value: given[key] ?? was,
    rows: 3,
    fault: fault && faultWords(frame, fault),
  })}`
}

function faultWords({ t }: Frame, fault: WordsFault): string {
  if (fault.fault === 'long') return t('words.error.long', { count: longestWords })
  return fault.holes.length > 0 ? t('words.error.holes', { holes: t.list(fault.holes) }) : t('words.error.none')
}
