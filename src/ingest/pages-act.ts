/** What people do to a source by its page's forms. Each is on record with who did it. */
import { actor } from '../core/account/visitor.ts'
import { agents } from '../core/agent.ts'
import { NotFound } from '../core/errors.ts'
import { canonicalLanguage } from '../core/language.ts'
import { agencyNamed } from '../core/story/agencies.ts'
import { canonicals } from '../core/story/canonical.ts'
import { extents, type Grant, genres, licences, pictureUses } from '../core/story/gate.ts'
import type { Tx } from '../db/connection.ts'
import { recordAct } from '../db/rights.ts'
import { findRemoval } from '../db/source-removals.ts'
import { findLastReread, insertReread } from '../db/source-rereads.ts'
import { groupStories } from '../db/source-stories.ts'
import { changeSource, hurrySource, pauseSource, resumeSource, type Source, setAgent } from '../db/sources.ts'
import { addTasks } from '../db/tasks.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { forbid, grant, permit, setCanonical } from '../wire/grant.ts'
import { type Form, lineIn, type Outside, oneOf, sourceNamed } from './outside.ts'
import { answerSource } from './pages.ts'
import { removeSource, restoreSource } from './remove-source.ts'
import { linksOfAll } from './views/links.ts'
import { removePage } from './views/remove.ts'
import type { SourceDone } from './views/source.ts'

export const shows = extents.filter((extent) => extent !== 'nothing')
/** After so long a reading anew that did not end is taken for lost. */
const rereadLostMs = 3_600_000

export async function sourceActSent(context: Form): Promise<Answer> {
  const source = await sourceNamed(context)
  const done = await context.db.transaction().execute((tx) => actOn(tx, context, source))
  return back(context, source, done)
}

/** Undefined where it was so already. */
export async function actOn(tx: Tx, context: Form, source: Source): Promise<SourceDone | undefined> {
  const { now, params, form } = context
  const by = actor(context)
  const record = (act: string, why = '') => recordAct(tx, { actedAt: now, actedBy: by, act, about: source.url, why })
  const isRemoved = (await findRemoval(tx, source.id)) !== undefined
  switch (params.act) {
    case 'restore':
      if (!isRemoved) return undefined
      await restoreSource(tx, source, { at: now, by })
      return 'restored'
    case 'pause': {
      const why = lineIn(form, 'why').slice(0, 300) || frameOf(context).t('source.pause.unsaid')
      if (!(await pauseSource(tx, source.id, { at: now, by, why }))) return undefined
      await record('pause source', why)
      return 'paused'
    }
    case 'resume':
      if (isRemoved || !(await resumeSource(tx, source.id, now, by))) return undefined
      await record('resume source')
      return 'resumed'
    case 'visit':
      if (source.paused !== null) return undefined
      await hurrySource(tx, source.id, now)
      return 'hurried'
    case 'reread':
      return (await askForReread(tx, context, source)) ? 'reread' : undefined
    default:
      throw new NotFound('Nothing of this name can be done to a source.')
  }
}

/** False while the last one still goes on. */
async function askForReread(tx: Tx, context: Form, source: Source): Promise<boolean> {
  const { now } = context
  const last = await findLastReread(tx, source.id)
  if (last?.doneAt === null && last.askedAt.getTime() > now.getTime() - rereadLostMs) return false
  const by = actor(context)
  const reread = await insertReread(tx, source.id, now, by)
  await addTasks(tx, [{ name: 'reread-source', payload: { reread } }])
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'reread source', about: source.url })
  return true
}

export async function sourceGrantSent(context: Form, outside: Outside): Promise<Answer> {
  const { form } = context
  const source = await sourceNamed(context)
  const { given, isWhole } = grantIn(form, source)
  if (!isWhole) {
    const fault = frameOf(context).t('source.error.grant')
    return await answerSource(context, outside, source, { grant: fault, given })
  }
  const changed = [await changeGrant(context, source, given), await changeCanonical(context, source)]
  return back(context, source, changed.includes(true) ? 'granted' : undefined)
}

/** What a form says of search engines; false where it is so already, or not said. */
export async function changeCanonical({ form, now, db, ...context }: Form, source: Source): Promise<boolean> {
  const wanted = oneOf(canonicals, form.get('canonical'))
  if (!wanted) return false
  return await db.transaction().execute(async (tx) => {
    if (!(await setCanonical(tx, source, wanted))) return false
    const by = actor(context)
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'set source', about: source.url, why: wanted })
    return true
  })
}

/** What a form grants; what it leaves out is as it was. */
export function grantIn(form: URLSearchParams, source: Source): { given: Grant; isWhole: boolean } {
  const wanted = { shows: oneOf(shows, form.get('grant')), pictures: oneOf(pictureUses, form.get('pictures')) }
  const given = { shows: wanted.shows ?? source.grant.shows, pictures: wanted.pictures ?? source.grant.pictures }
  return { given, isWhole: wanted.shows !== undefined && wanted.pictures !== undefined }
}

/** False where it is granted so already. */
export async function changeGrant(context: Form, source: Source, given: Grant): Promise<boolean> {
  const { now, db, network } = context
  if (given.shows === source.grant.shows && given.pictures === source.grant.pictures) return false
  const by = actor(context)
  await db.transaction().execute(async (tx) => {
    await grant(tx, { now, by, timeZone: network.timeZone }, source.id, given)
    const why = `${given.shows}, pictures: ${given.pictures}`
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'change grant', about: source.url, why })
  })
  return true
}

/** Permits the texts of a news agency as far as the grant goes, or ends that. */
export async function sourceAgencySent(context: Form, outside: Outside): Promise<Answer> {
  const { form, now, db, network } = context
  const source = await sourceNamed(context)
  const typed = lineIn(form, 'agency').slice(0, 100)
  const agency = agencyNamed(typed)
  if (!agency) {
    const fault = frameOf(context).t('source.error.agency')
    return await answerSource(context, outside, source, { agency: fault, typed })
  }
  const isEnd = form.get('do') === 'end'
  // What is so already is no act.
  if (source.permissions.includes(agency) !== isEnd) return back(context, source)
  const by = actor(context)
  await db.transaction().execute(async (tx) => {
    await (isEnd ? forbid : permit)(tx, { now, by, timeZone: network.timeZone }, source.id, agency)
    const act = isEnd ? 'end permission' : 'permit agency'
    await recordAct(tx, { actedAt: now, actedBy: by, act, about: source.url, why: agency })
  })
  return back(context, source, 'granted')
}

export async function sourceFactsSent(context: Form, outside: Outside): Promise<Answer> {
  const { form, now, db } = context
  const source = await sourceNamed(context)
  const typed = lineIn(form, 'language')
  const language = canonicalLanguage(typed)
  if (typed !== '' && !language) {
    const fault = frameOf(context).t('source.error.language')
    return await answerSource(context, outside, source, { language: fault, typed })
  }
  const genre = oneOf(genres, form.get('genre')) ?? source.genre
  const licence = oneOf(licences, form.get('licence')) ?? source.licence
  const agent = oneOf(agents, form.get('agent')) ?? source.agent
  await db.transaction().execute(async (tx) => {
    await changeSource(tx, source.id, { genre, licence, ...(language ? { language } : {}) })
    await setAgent(tx, source.id, agent)
    const why = [genre, licence, language ?? '', agent].filter(Boolean).join(', ')
    await recordAct(tx, { actedAt: now, actedBy: actor(context), act: 'set source', about: source.url, why })
  })
  return back(context, source, 'facts')
}

export async function sourceRemoveSent(context: Form): Promise<Answer> {
  const { form, now, db, visitor } = context
  const source = await sourceNamed(context)
  const what = oneOf(['stay', 'go'] as const, form.get('stories'))
  // Recalling stories is an editor's right; none contains another.
  const mayTakeDown = visitor?.rights.includes('editor') ?? false
  if (!what || (what === 'go' && !mayTakeDown)) {
    const frame = frameOf(context)
    const fault = frame.t(what ? 'source.remove.error.right' : 'source.remove.error.stories')
    const groups = await groupStories(db, source.id)
    const body = removePage(frame, { source, groups, fault, links: linksOfAll(frame, source), mayTakeDown })
    return privatePage(body, { status: 422 })
  }
  await db.transaction().execute(async (tx) => {
    if (await findRemoval(tx, source.id)) return
    await removeSource(tx, source, { takesDown: what === 'go', at: now, by: actor(context) })
  })
  return back(context, source, 'removed')
}

function back(context: Form, source: Source, done?: SourceDone): Answer {
  const { at } = frameOf(context)
  return redirect(at(withQuery(routes.source.href({ id: source.id }), { done })), 303)
}
