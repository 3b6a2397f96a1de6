/** What was changed in the settings, by whom, and the way back. */
import { readFrontSections } from '../core/front-sections.ts'
import { readId } from '../core/id.ts'
import { readOwnTopics } from '../core/story/topics.ts'
import type { Db, Tx } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import { type ChangeId, findChange, listChanges, type NetworkChange } from '../db/network-changes.ts'
import { isTimeZoneFixed } from '../db/publications.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { settingsPlaces } from '../web/settings-places.ts'
import { accountsIn, author, type Names } from '../web/ui/author.ts'
import { unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { changeSettings, currentText, isFact, lostTopics, readSettingName, type Setting, sentenceOf } from './change.ts'
import { facts } from './facts.ts'
import { hrefIn } from './facts-page.ts'
import { authorOf, type Means } from './means.ts'
import { wordsFault } from './own-words.ts'

type Asked = Context<Db>

const onePage = 50

export async function settingsHistory(context: Asked, means: Means): Promise<Answer> {
  const done = context.query.done === 'undone' ? frameOf(context).t('history.done') : undefined
  return privatePage(await historyPage(context, means, { done }))
}

/** Puts back what stood before a change: a change of its own, which can be undone, too. */
export async function settingsHistorySent(context: Sent & Asked, means: Means): Promise<Answer> {
  const { db, form } = context
  const { t } = frameOf(context)
  const id = readId<ChangeId>(form.get('change') ?? '')
  const outcome = await db.transaction().execute(async (tx) => {
    const change = id && (await findChange(tx, id))
    const setting = change && readSettingName(change.setting)
    if (!change || !setting) return { refusal: t('history.error.gone') }
    if (!(await canBe(tx, setting, change.before))) return { refusal: t('history.error.not') }
    await changeSettings(tx, { [setting]: change.before }, authorOf(context))
    return { network: await readNetwork(tx) }
  })
  if (outcome.network) {
    const to = withQuery(routes.settingsHistory.href({}), { done: 'undone' })
    return redirect(hrefIn(context, outcome.network, to), 303)
  }
  return privatePage(await historyPage(context, means, { refusal: outcome.refusal }), { status: 422 })
}

/** What could be once may not be now: a language without words, topics that stories have, a time zone that is fixed. */
async function canBe(tx: Tx, setting: Setting, text: string): Promise<boolean> {
  if (setting === 'front') return readFrontSections(text).mistakes.length === 0
  if (setting === 'topics') {
    const { topics, mistakes } = readOwnTopics(text)
    return mistakes.length === 0 && (await lostTopics(tx, topics)).used.length === 0
  }
  if (setting === 'time-zone' && (await isTimeZoneFixed(tx)) && text !== (await currentText(tx, setting))) return false
  const sentence = sentenceOf(setting)
  if (sentence) return wordsFault(sentence.language, sentence.key, text) === undefined
  return isFact(setting) && !('fault' in facts[setting].read(text))
}

async function historyPage(
  context: Asked,
  means: Means,
  said: { readonly done?: string | undefined; readonly refusal?: string | undefined },
): Promise<string> {
  const { db, query } = context
  const changes = await listChanges(db, onePage + 1, readId<ChangeId>(query.before ?? ''))
  const shown = changes.slice(0, onePage)
  const names = await means.names(accountsIn(shown.map(({ changedBy }) => changedBy)))
  // With the name the network has now, which a change just undone may have given it.
  const frame = frameOf({ ...context, network: await readNetwork(db) })
  const { t, at } = frame
  const last = changes.length > onePage ? shown.at(-1) : undefined
  return workLayout(frame, {
    title: t('history.title'),
    places: settingsPlaces(frame, 'history'),
    done: said.done,
    main: html`<div class="wide"><h1>${t('history.title')}</h1><p class="lede">${t('history.lede')}</p>${said.refusal && unsent(said.refusal)}
${shown.length === 0 ? html`<p>${t('history.none')}</p>` : table(frame, names, shown)}
${last && html`<p class="after"><a href="${at(withQuery(routes.settingsHistory.href({}), { before: last.id }))}">${t('log.earlier')}</a></p>`}</div>`,
  })
}

function table(frame: Frame, names: Names, changes: readonly NetworkChange[]): Html {
  const { t } = frame
  return html`<table class="records"><thead><tr><th scope="col">${t('log.when')}</th><th scope="col">${t('log.who')}</th><th scope="col">${t('history.what')}</th><th scope="col">${t('history.before')}</th><th scope="col">${t('history.after')}</th><th scope="col"><span class="unseen">${t('history.undo')}</span></th></tr></thead>
<tbody>${changes.map((change) => row(frame, names, change))}</tbody></table>`
}

function row(frame: Frame, names: Names, change: NetworkChange): Html {
  const { t, at } = frame
  const label = labelOf(frame, change.setting)
  return html`<tr><td>${time(frame, change.changedAt, 'moment')}</td><td>${author(frame, names, change.changedBy)}</td><th scope="row">${label}</th><td data-label="${t('history.before')}">${text(frame, change.before)}</td><td data-label="${t('history.after')}">${text(frame, change.after)}</td>
<td><form method="post" action="${at(routes.settingsHistorySent.href({}))}"><input type="hidden" name="change" value="${change.id}"><button class="plainbutton link">${t('history.undo')}<span class="unseen"> ${label}</span></button></form></td></tr>`
}

function labelOf({ t }: Frame, name: string): string {
  const setting = readSettingName(name)
  const sentence = sentenceOf(name)
  if (sentence) return `${t(`words.${sentence.key}`)} · ${t.autonym(sentence.language)}`
  if (setting === 'front' || setting === 'topics') return t(`settings.place.${setting}`)
  return setting !== undefined && isFact(setting) ? t(`fact.${setting}`) : name
}

/** A line as it is; more of them behind a word. */
function text({ t }: Frame, words: string): Html {
  if (words === '') return html`<span class="soft">${t('history.nothing')}</span>`
  if (!words.includes('\n')) return html`<bdi>${words}</bdi>`
  return html`<details><summary>${t('history.lines', { count: words.split('\n').length })}</summary><pre dir="auto">${words}</pre></details>`
}
