/** The steps that make a new network one's own: each can be left out, resumed and gone back to, until it is finished. */
import { NotFound } from '../core/errors.ts'
import type { Db } from '../db/connection.ts'
import { keepSetUp, readNetwork, readSetUp } from '../db/network.ts'
import { lockNetwork } from '../db/network-changes.ts'
import { isTimeZoneFixed } from '../db/publications.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { type SetUpStep, setUpLayout, setUpSteps } from '../web/set-up-layout.ts'
import { unsent } from '../web/ui/field.ts'
import { type FactKey, factKeys } from './facts.ts'
import { type FactFields, factField, givenOf, readFacts, toldFaults } from './facts-form.ts'
import { hrefIn, takeFacts } from './facts-page.ts'
import { mailForm, sendTest } from './mail-page.ts'
import type { Means } from './means.ts'
import { mastheadPreview } from './preview.ts'

type Asked = Context<Db>

/** Which facts each step asks for. */
const asked: Readonly<Record<SetUpStep, readonly FactKey[]>> = {
  facts: ['name', 'tagline', 'founded', 'time-zone'],
  looks: ['languages', 'accent'],
  homes: ['homes'],
  mail: [],
  sources: [],
  ready: [],
}

export async function setUpStep(context: Asked): Promise<Answer> {
  const at = await placeOf(context)
  if ('instead' in at) return at.instead
  const { step, reached } = at
  const [network, zoneIsFixed] = await Promise.all([readNetwork(context.db), isTimeZoneFixed(context.db)])
  const fields = { network, given: givenOf(network, factKeys), faults: {}, zoneIsFixed }
  return privatePage(stepPage(frameOf({ ...context, network }), step, reached, { fields }))
}

export async function setUpStepSent(context: Sent & Asked, means: Means): Promise<Answer> {
  const at = await placeOf(context)
  if ('instead' in at) return at.instead
  const { step, reached } = at
  const todo = context.form.get('do')
  if (step === 'ready') return await finish(context)
  if (todo === 'skip') return await goOn(context, step, await readNetwork(context.db))
  if (step === 'mail' && todo === 'send') {
    const { outcome, status, headers } = await sendTest(context, means)
    const page = stepPage(frameOf(context), step, reached, { mail: mailForm(frameOf(context), outcome) })
    return privatePage(page, { status, headers })
  }
  const sent = await takeFacts(context, asked[step])
  if ('saved' in sent) return await goOn(context, step, sent.saved)
  const frame = frameOf({ ...context, network: sent.fields.network })
  return privatePage(stepPage(frame, step, reached, { fields: sent.fields }), { status: sent.status })
}

/** The step an address names, if it was reached; else where to go instead. Finished, all steps lead to the settings. */
async function placeOf(
  context: Asked,
): Promise<{ readonly step: SetUpStep; readonly reached: SetUpStep } | { readonly instead: Answer }> {
  const { at } = frameOf(context)
  const setUp = await readSetUp(context.db)
  if (setUp.at !== null) return { instead: redirect(at(routes.settings.href({})), 303) }
  const step = setUpSteps.find((one) => one === context.params.step)
  if (!step) throw new NotFound('There is no such step.')
  const reached = setUpSteps.find((one) => one === setUp.step) ?? 'facts'
  if (setUpSteps.indexOf(step) > setUpSteps.indexOf(reached))
    return { instead: redirect(at(routes.setUpStep.href({ step: reached })), 303) }
  return { step, reached }
}

/** To the next step, which counts as reached from now on. */
async function goOn(context: Asked, step: SetUpStep, network: Parameters<typeof hrefIn>[1]): Promise<Answer> {
  const next = setUpSteps[setUpSteps.indexOf(step) + 1] ?? 'ready'
  await context.db.transaction().execute(async (tx) => {
    await lockNetwork(tx)
    const { at, step: before } = await readSetUp(tx)
    const furthest = Math.max(setUpSteps.indexOf(next), setUpSteps.indexOf((before ?? 'facts') as SetUpStep))
    if (at === null) await keepSetUp(tx, { at, step: setUpSteps[furthest] ?? next })
  })
  return redirect(hrefIn(context, network, routes.setUpStep.href({ step: next })), 303)
}

async function finish(context: Asked): Promise<Answer> {
  await context.db.transaction().execute((tx) => keepSetUp(tx, { at: context.now, step: 'ready' }))
  return redirect(frameOf(context).at(routes.front.href({})), 303)
}

function stepPage(
  frame: Frame,
  step: SetUpStep,
  reached: SetUpStep,
  { fields, mail }: { readonly fields?: FactFields; readonly mail?: Html },
): string {
  const { t, at } = frame
  const keys = asked[step]
  const wrong = fields ? toldFaults(frame, fields.faults) : []
  const action = at(routes.setUpStepSent.href({ step }))
  const looks = fields && (step === 'facts' || step === 'looks')
  return setUpLayout(frame, {
    step,
    reached,
    side: looks ? mastheadPreview(frame, fields.network, readFacts(fields.given).change) : undefined,
    main: html`${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
${step === 'sources' && firstSources(frame)}${step === 'ready' && nextSteps(frame)}
<form class="form" method="post" action="${action}">
${fields && keys.map((key) => factField(frame, key, fields))}${step === 'mail' && (mail ?? mailForm(frame))}
<p class="buttons">${buttons(frame, step, looks !== undefined && looks !== false)}</p></form>`,
  })
}

function buttons({ t }: Frame, step: SetUpStep, looks: boolean): Html {
  if (step === 'ready') return html`<button>${t('setup.finish')}</button>`
  const hasFacts = asked[step].length > 0
  return html`${hasFacts && html`<button>${t('setup.save')}</button> `}${looks && html`<button class="second" name="do" value="look">${t('settings.look.do')}</button> `}<button class="${hasFacts ? 'plainbutton link' : ''}" name="do" value="skip" formnovalidate>${t(hasFacts ? 'setup.skip' : 'setup.next')}</button>`
}

/** Each a page of its own; the settings lead back to this step. */
function firstSources({ t, at }: Frame): Html {
  return html`<ul class="points"><li><a href="${at(routes.memberAdd.href({}))}">${t('member-add.title')}</a></li>
<li><a href="${at(routes.sourceAdd.href({}))}">${t('sources.add')}</a></li><li><a href="${at(routes.sourcesImport.href({}))}">${t('sources.import')}</a></li></ul>`
}

/** What a new network needs next, none of it now. */
function nextSteps({ t, at }: Frame): Html {
  return html`<ul class="points"><li><a href="${at(routes.account.href({}))}">${t('setup.ready.account')}</a></li>
<li><a href="${at(routes.staff.href({}))}">${t('setup.ready.staff')}</a></li><li><a href="${at(routes.settingsFront.href({}))}">${t('setup.ready.front')}</a></li></ul>`
}
