/** An appeal before a moderator who had no part in what it is about. */
import { accountName, actor, visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import { type AppealOutcome, type Hearer, hearerOf, mayHear } from '../core/member/appeal.ts'
import { longest, says } from '../core/member/decision.ts'
import { type Appeal, type AppealId, findAppeal } from '../db/appeals.ts'
import type { Db } from '../db/connection.ts'
import { readAppeal } from '../host/appeal-words.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { accountsIn } from '../web/ui/author.ts'
import { type AppealForm, appealDeskPage } from './appeal-desk-page.ts'
import { decideAppeal } from './decide-appeal.ts'
import { listModerators } from './hearers.ts'
import { readOutsider } from './outsider.ts'
import type { Desk } from './pages.ts'
import { readToday } from './today.ts'

type Here = Context<Db>

export async function moderationAppeal(context: Here, desk: Desk): Promise<Answer> {
  return await page(context, desk, await found(context), undefined)
}

export async function appealDecided(context: Sent & Here, desk: Desk): Promise<Answer> {
  const { db, form, now } = context
  const appeal = await found(context)
  const typed = readForm(form)
  const isMine = mayDecide(context, appeal, await hearer(context, appeal))
  const again = async (more: Partial<AppealForm>, status: number) =>
    await page(context, desk, await found(context), { ...typed, faults: [], ...more }, status)
  if (appeal.closed) return await again({ told: 'late' }, 409)
  if (!isMine) return await again({ told: 'own' }, 409)
  const faults = (['outcome', 'answer', 'why'] as const).filter((field) =>
    field === 'outcome' ? typed.outcome === undefined : !says(typed[field]) || typed[field].length > longest.why,
  )
  const { outcome } = typed
  if (faults.length > 0 || outcome === undefined) return await again({ faults }, 422)
  const on = { ...context, secret: await desk.secret(), by: actor(context), now }
  const isFirst = await db.transaction().execute((tx) => decideAppeal(tx, on, appeal, { ...typed, outcome }))
  if (!isFirst) return await again({ told: 'late' }, 409)
  return redirect(frameOf(context).at(withQuery(routes.moderation.href({}), { done: 'appeal' })), 303)
}

async function hearer({ db, network }: Here, { decider }: Appeal): Promise<Hearer> {
  return hearerOf(decider, await listModerators(db), readOutsider(network.appealsTo)?.mail ?? '')
}

/** What somebody outside has found is written down by whichever moderator there is. */
function mayDecide(context: Here, { decider, appellant }: Appeal, { who }: Hearer): boolean {
  if (who === 'nobody') return false
  return who === 'outsider'
    ? visitorOf(context).account !== appellant
    : mayHear(actor(context), { decider, appellant: accountName(appellant) })
}

async function page(
  context: Here,
  desk: Desk,
  appeal: Appeal,
  form: AppealForm | undefined,
  status = 200,
): Promise<Answer> {
  const frame = frameOf(context)
  const secret = await desk.secret()
  const hears = await hearer(context, appeal)
  const [today, names] = await Promise.all([
    readToday(context, frame, desk),
    desk.names(accountsIn([appeal.decider, appeal.closed?.by ?? ''])),
  ])
  const said = readAppeal(secret, appeal.id, appeal.said)
  const outsider = hears.who === 'outsider' ? readOutsider(context.network.appealsTo) : undefined
  const view = { appeal, said, names, hears, outsider, mayDecide: mayDecide(context, appeal, hears), form }
  return privatePage(appealDeskPage(frame, today, view), { status })
}

async function found({ db, params }: Here): Promise<Appeal> {
  const id = readId<AppealId>(params.id ?? '')
  const appeal = id && (await findAppeal(db, id))
  if (!appeal) throw new NotFound('There is no appeal of this number.')
  return appeal
}

const outcomes: readonly AppealOutcome[] = ['stands', 'granted']

function readForm(form: URLSearchParams): Pick<AppealForm, 'outcome' | 'answer' | 'why'> {
  const text = (name: string) => (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
  return {
    outcome: outcomes.find((one) => one === form.get('outcome')),
    answer: text('answer'),
    why: text('why'),
  }
}
