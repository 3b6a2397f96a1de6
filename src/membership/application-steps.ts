/** The steps of an application: what is said in one is kept at once, whatever is still missing. */

import { NotFound } from '../core/errors.ts'
import { type ApplicationStep, applicationSteps } from '../core/member/application.ts'
import { type Application, type ApplicationChange, updateApplication } from '../db/applications.ts'
import { readContact, sealContact } from '../host/application-words.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf } from '../web/context.ts'
import { type FormStep, type Given, givenOf, readStep, type StepFault, type StepRead } from './application-form.ts'
import { keepMark } from './application-mark.ts'
import { submit } from './application-send.ts'
import { sendPage } from './application-send-page.ts'
import { stepPage } from './application-step-page.ts'
import { type Applying, type Asked, type Form, lockOpen, openApplication, toOverview } from './applying.ts'

export async function applicationStep(context: Asked, applying: Applying): Promise<Answer> {
  const step = stepOf(context)
  const application = await openApplication(context)
  if (!application) return toOverview(context)
  const frame = frameOf(context)
  if (step === 'send') return privatePage(sendPage(frame, application, false))
  const contact = step === 'words' ? readContact(await applying.secret(), application.id, application.contact) : ''
  return privatePage(stepPage(frame, { application, step, given: givenOf(frame, application, contact), faults: [] }))
}

export async function applicationStepSent(context: Form, applying: Applying): Promise<Answer> {
  const step = stepOf(context)
  const isBack = context.form.get('do') === 'back'
  if (step === 'send') return isBack ? goTo(context, before(step)) : await submit(context, applying)
  const read = readStep(frameOf(context), step, context.form)
  const kept = await keep(context, applying, step, read)
  if (!kept) return toOverview(context)
  const { application, faults, given } = kept
  const stops = isBack ? faults.filter(({ isUnusable }) => isUnusable) : faults
  if (stops.length > 0) return again(context, { application, step, given, faults })
  return goTo(context, isBack ? before(step) : after(step))
}

type Kept = { readonly application: Application; readonly faults: readonly StepFault[]; readonly given: Given }

/**
 * Keeps what can be kept. While nobody has it in hand yet that is all but what is unusable; what was sent already stays
 * whole. Undefined when there is nothing that could be changed.
 */
async function keep(context: Form, applying: Applying, step: FormStep, read: StepRead): Promise<Kept | undefined> {
  if (step === 'mark') return await keepMark(context, applying, read)
  const before = await openApplication(context)
  if (!before) return undefined
  if (before.submittedAt !== null && read.faults.length > 0)
    return { application: before, faults: read.faults, given: read.given }
  const looked = step === 'site' ? await lookedAt(context, applying, before, read.change) : {}
  const key = await applying.secret()
  const application = await context.db.transaction().execute(async (tx) => {
    const own = await lockOpen(tx, context)
    if (!own) return undefined
    const contact = read.contact === undefined ? {} : { contact: sealContact(key, own.id, read.contact) }
    const change = { ...read.change, ...looked, ...contact, interface: context.language }
    await updateApplication(tx, own.id, { step, change }, context.now)
    return await lockOpen(tx, context)
  })
  return application && { application, faults: read.faults, given: read.given }
}

/** The feed of a site that was named just now, where the applicant named none. */
async function lookedAt(
  { client }: Form,
  { lookForFeed, limits }: Applying,
  before: Application,
  { siteUrl, feedUrl }: ApplicationChange,
): Promise<ApplicationChange> {
  if (siteUrl === undefined || (siteUrl === before.siteUrl && before.siteSeen !== null)) return {}
  if (siteUrl === null || limits.looks.take(client)) return { siteSeen: null }
  const seen = await lookForFeed(siteUrl)
  if (!seen) return { siteSeen: null }
  const { outcome, title, items } = seen
  const found = feedUrl === null && seen.feedUrl !== undefined ? { feedUrl: seen.feedUrl } : {}
  return { siteSeen: { outcome, title: title.slice(0, 200), ...(items && { items }) }, ...found }
}

function again(
  context: Form,
  view: { application: Application; step: FormStep; given: Given; faults: readonly StepFault[] },
): Answer {
  const frame = frameOf(context)
  return privatePage(stepPage(frame, view), { status: 422 })
}

function stepOf({ params }: Asked): ApplicationStep {
  const step = applicationSteps.find((one) => one === params.step)
  if (!step) throw new NotFound('There is no such step.')
  return step
}

function before(step: ApplicationStep): ApplicationStep {
  return applicationSteps[Math.max(0, applicationSteps.indexOf(step) - 1)] ?? 'who'
}

function after(step: ApplicationStep): ApplicationStep {
  return applicationSteps[applicationSteps.indexOf(step) + 1] ?? 'send'
}

function goTo(context: Asked, step: ApplicationStep): Answer {
  return redirect(frameOf(context).at(routes.applicationStep.href({ step })), 303)
}
