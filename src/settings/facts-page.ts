/** The network's facts: shown, tried out, changed. */
import type { Network } from '../core/network.ts'
import type { Db } from '../db/connection.ts'
import { readNetwork, readSetUp } from '../db/network.ts'
import { isTimeZoneFixed } from '../db/publications.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import { html } from '../web/html.ts'
import { spokenLanguages } from '../web/language-path.ts'
import type { Sent } from '../web/router.ts'
import { settingsPlaces } from '../web/settings-places.ts'
import { unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import { changeSettings } from './change.ts'
import { type FactKey, factKeys } from './facts.ts'
import { changedIn, type FactFields, factField, givenOf, readFacts, readGiven, toldFaults } from './facts-form.ts'
import { authorOf } from './means.ts'
import { mastheadPreview } from './preview.ts'

type Asked = Context<Db>

export async function settings(context: Asked): Promise<Answer> {
  const [network, zoneIsFixed, setUp] = await Promise.all([
    readNetwork(context.db),
    isTimeZoneFixed(context.db),
    readSetUp(context.db),
  ])
  const frame = frameOf({ ...context, network })
  const done = context.query.done === 'saved' ? frame.t('settings.done.saved') : undefined
  const fields = { network, given: givenOf(network, factKeys), faults: {}, zoneIsFixed }
  return privatePage(
    factsPage(frame, fields, { done, nextStep: setUp.at === null ? (setUp.step ?? 'facts') : undefined }),
  )
}

export async function settingsSent(context: Sent & Asked): Promise<Answer> {
  const sent = await takeFacts(context, factKeys)
  if ('saved' in sent)
    return redirect(hrefIn(context, sent.saved, withQuery(routes.settings.href({}), { done: 'saved' })), 303)
  const frame = frameOf({ ...context, network: sent.fields.network })
  return privatePage(factsPage(frame, sent.fields), { status: sent.status })
}

/**
 * What a form with these facts comes to: the network as it is once they are saved; or the fields again, because only a look
 * was asked for (200) or something is wrong (422).
 */
export async function takeFacts(
  context: Sent & Asked,
  keys: readonly FactKey[],
): Promise<{ readonly saved: Network } | { readonly fields: FactFields; readonly status: 200 | 422 }> {
  const { db, form } = context
  const [network, zoneIsFixed] = await Promise.all([readNetwork(db), isTimeZoneFixed(db)])
  const given = readGiven(form, zoneIsFixed ? keys.filter((key) => key !== 'time-zone') : keys)
  const changed = changedIn(form, given)
  const { faults } = readFacts(changed)
  const isWrong = Object.keys(faults).length > 0
  if (isWrong || form.get('do') === 'look')
    return { fields: { network, given, faults, zoneIsFixed }, status: isWrong ? 422 : 200 }
  return {
    saved: await db.transaction().execute(async (tx) => {
      await changeSettings(tx, changed, authorOf(context))
      return await readNetwork(tx)
    }),
  }
}

/** Where a page of ours stands now: the languages may be others than those the form was sent in. */
export function hrefIn(context: Asked, network: Network, path: string): string {
  const spoken = spokenLanguages(network)
  const language = spoken.find((tag) => tag === context.language) ?? spoken[0] ?? context.language
  return frameOf({ ...context, network, language }).at(path)
}

function factsPage(
  frame: Frame,
  fields: FactFields,
  { done, nextStep }: { readonly done?: string | undefined; readonly nextStep?: string | undefined } = {},
): string {
  const { t, at } = frame
  const wrong = toldFaults(frame, fields.faults)
  const side = mastheadPreview(frame, fields.network, readFacts(fields.given).change)
  return workLayout(frame, {
    title: t('settings.title'),
    places: settingsPlaces(frame, 'settings'),
    done,
    main: html`<div class="beside"><div class="column"><h1>${t('settings.facts')}</h1><p class="lede">${t('settings.facts.lede')}</p>
${nextStep && html`<p><a href="${at(routes.setUpStep.href({ step: nextStep }))}">${t('settings.set-up')}</a></p>`}
${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
<form class="form" method="post" action="${at(routes.settingsSent.href({}))}">
${factKeys.map((key) => factField(frame, key, fields))}
<p class="buttons"><button>${t('form.save')}</button> <button class="second" name="do" value="look">${t('settings.look.do')}</button></p></form></div>
${side && html`<aside class="side" aria-labelledby="looks-like">${side}</aside>`}</div>`,
  })
}
