/** Clusters before the editors: the newest, and each with its versions side by side and what can be said of them. */
import { actor } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { type AccountId, readId, type StoryId } from '../core/id.ts'
import { readSearch } from '../core/search-address.ts'
import { storyNamed } from '../core/story/story-name.ts'
import { type ClusterActId, listClusterActs } from '../db/cluster-acts.ts'
import { findClusterOf, listClusters, listStanding, listVersions, type Version } from '../db/cluster-desk.ts'
import type { ClusterId } from '../db/clusters.ts'
import type { Db, Tx } from '../db/connection.ts'
import { findStories } from '../db/find-stories.ts'
import { findStoryAt } from '../db/publications.ts'
import { listSearchLanguages, tookTooLong } from '../db/search.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { accountsIn } from '../web/ui/author.ts'
import { bringTogether, type Ruler, tellApart, undoAct } from './cluster-rulings.ts'
import { lineIn, oneOf } from './outside.ts'
import { clustersPage } from './views/clusters.ts'
import { type Faults, type Given, nothingGiven, type Standing, standingPage } from './views/standing.ts'

/** What these pages need besides the database. */
type Finding = {
  names(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>
  /** Connections of the search. */
  readonly seeking: { readonly db: Db; isBusy(): boolean }
}

type Asked = Context<Db>
type Form = Sent & Asked

const onePage = 20
const mostActs = 20
const mostFound = 8
const longestReason = 500
const dones = ['apart', 'together', 'undone'] as const

export async function clusters(context: Asked): Promise<Answer> {
  const { db, query } = context
  const frame = frameOf(context)
  const asked = query.story?.trim() ?? ''
  if (asked !== '') {
    const story = await findNamed(db, asked)
    if (story) return redirect(frame.at(routes.standing.href({ id: story })), 303)
  }
  const found = await listClusters(db, onePage + 1, readId<ClusterId>(query.before ?? ''))
  const shown = { clusters: found.slice(0, onePage), more: found.length > onePage, asked, isUnknown: asked !== '' }
  return privatePage(clustersPage(frame, shown), { status: asked === '' ? 200 : 404 })
}

/** A story with all that stand with it. */
export async function standing(context: Asked, means: Finding): Promise<Answer> {
  const done = oneOf(dones, context.query.done)
  return privatePage(standingPage(frameOf(context), { ...(await read(context, means)), done }))
}

export async function standingApart(context: Form, means: Finding): Promise<Answer> {
  const { form } = context
  const picked = form.getAll('story').flatMap((id) => readId<StoryId>(id) ?? [])
  const given = { ...nothingGiven, picked, apartWhy: reasonIn(form, 'apart-why') }
  const faults: Faults = {
    ...(picked.length === 0 ? { picked: 'none' } : {}),
    ...(given.apartWhy === '' ? { apartWhy: true } : {}),
  }
  if (Object.keys(faults).length > 0) return await again(context, means, { given, faults }, 422)
  const said = await act(context, (tx) => tellApart(tx, picked, rulerOf(context, given.apartWhy)))
  if (said === 'all') return await again(context, means, { given, faults: { picked: 'all' } }, 422)
  // Who stands alone by now was taken out meanwhile.
  if (said === 'changed' || said === 'alone') return await again(context, means, { given, isChanged: true }, 409)
  return toStanding(context, 'apart')
}

export async function standingTogether(context: Form, means: Finding): Promise<Answer> {
  const { form, db, params } = context
  const given = { ...nothingGiven, other: lineIn(form, 'other'), togetherWhy: reasonIn(form, 'together-why') }
  const other = readId<StoryId>(form.get('found') ?? '') ?? (await findNamed(db, given.other))
  const faults: Faults = {
    ...(other ? {} : { other: 'unknown' }),
    ...(given.togetherWhy === '' ? { togetherWhy: true } : {}),
  }
  const q = lineIn(form, 'q')
  if (!other || Object.keys(faults).length > 0) return await again(context, means, { given, faults }, 422, q)
  const story = readId<StoryId>(params.id ?? '')
  if (!story) throw noStory()
  const said = await act(context, (tx) => bringTogether(tx, story, other, rulerOf(context, given.togetherWhy)))
  if (said === 'changed') return await again(context, means, { given, isChanged: true }, 409, q)
  if (typeof said === 'string')
    return await again(context, means, { given, faults: { other: said === 'gone' ? 'gone' : 'same' } }, 422, q)
  return toStanding(context, 'together')
}

export async function standingUndone(context: Form, means: Finding): Promise<Answer> {
  const id = readId<ClusterActId>(context.form.get('act') ?? '')
  if (!id) throw new NotFound('Nothing like this was said.')
  const said = await act(context, (tx) => undoAct(tx, id, rulerOf(context, '')))
  if (said === 'gone') throw new NotFound('Nothing like this was said.')
  if (said === 'since') return await again(context, means, { isSince: true }, 409)
  // Two who undo the same want the same.
  return toStanding(context, 'undone')
}

async function act<T>({ db }: Form, what: (tx: Tx) => Promise<T>): Promise<T> {
  return await db.transaction().execute(what)
}

/** Who decides, and about what they saw. */
function rulerOf(context: Form, why: string): Ruler {
  const ids = (context.form.get('seen') ?? '').split(' ').flatMap((id) => readId<StoryId>(id) ?? [])
  return { by: actor(context), now: context.now, why, seen: ids.length > 0 ? ids : undefined }
}

function reasonIn(form: URLSearchParams, name: string): string {
  return lineIn(form, name).slice(0, longestReason)
}

function toStanding(context: Form, done: (typeof dones)[number]): Answer {
  const { at } = frameOf(context)
  return redirect(at(withQuery(routes.standing.href({ id: context.params.id ?? '' }), { done })), 303)
}

type Again = {
  readonly given?: Given
  readonly faults?: Faults
  readonly isChanged?: boolean
  readonly isSince?: boolean
}

async function again(context: Form, means: Finding, more: Again, status: number, q = ''): Promise<Answer> {
  return privatePage(standingPage(frameOf(context), { ...(await read(context, means, q)), ...more }), { status })
}

/** The story of the address with what stands around it. Throws NotFound. */
async function read(context: Asked, means: Finding, q = context.query.q?.trim() ?? ''): Promise<Standing> {
  const { db, params } = context
  const story = readId<StoryId>(params.id ?? '')
  const versions = story ? await listStanding(db, story) : []
  if (!story || versions.length === 0) throw noStory()
  const ids = versions.map(({ id }) => id)
  const [acts, cluster, found] = await Promise.all([
    listClusterActs(db, ids, mostActs),
    findClusterOf(db, story),
    q === '' ? undefined : find(context, means, q),
  ])
  const names = await means.names(accountsIn(acts.flatMap(({ actedBy, undoneBy }) => [actedBy, undoneBy ?? ''])))
  return { story, cluster, versions, acts, names, q, found, given: nothingGiven, faults: {} }
}

/** Stories that readers may see, by their words: as the search finds them. */
async function find(
  { db, kept, now, language }: Asked,
  { seeking }: Finding,
  q: string,
): Promise<readonly Version[] | 'slow'> {
  const { question, sought: filters } = readSearch({ q })
  if (!filters) return []
  if (seeking.isBusy()) return 'slow'
  try {
    const { ids } = await findStories(seeking.db, {
      ...{ question, filters, now, language, order: 'best', bodies: true, facets: false, oneEach: false },
      languages: await kept.get('search-languages', () => listSearchLanguages(db)),
      ...{ from: 0, limit: mostFound },
    })
    return await listVersions(db, ids)
  } catch (error) {
    if (!tookTooLong(error)) throw error
    return 'slow'
  }
}

async function findNamed(db: Db, given: string): Promise<StoryId | undefined> {
  const named = storyNamed(given)
  if (named === undefined) return undefined
  if (typeof named !== 'string') return await findStoryAt(db, named)
  return (await listVersions(db, [named]))[0]?.id
}

function noStory(): NotFound {
  return new NotFound('There is no story of this number.')
}
