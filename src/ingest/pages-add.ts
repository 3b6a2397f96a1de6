/** Adding a source: an address is looked at, what its items would become is shown, and then it is added. */
import { actor } from '../core/account/visitor.ts'
import { type Agent, agents } from '../core/agent.ts'
import type { SourceId } from '../core/id.ts'
import type { Member } from '../core/member/member.ts'
import { type Genre, genres, pictureUses } from '../core/story/gate.ts'
import { listMembers } from '../db/members.ts'
import { recordAct } from '../db/rights.ts'
import { findSourceAt } from '../db/sources.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { insertFound, usualGenre } from './add-source.ts'
import { addressOf, type FoundFeed, findFeed, looksLikeFeed, type Unread } from './find-feed.ts'
import { memberNamed, membersToChoose } from './member-named.ts'
import { type Asked, type Form, lineIn, type Outside, oneOf } from './outside.ts'
import { ownersAmong } from './owner.ts'
import { shows } from './pages-act.ts'
import { previewOf } from './preview.ts'
import { type AddFault, type AddForm, addPage } from './views/add.ts'

/** Somebody waits: a site that answers slowly has so long in all, and a free place this long to come. */
const lookMs = 20_000
const waitMs = 5_000

export async function sourceAdd(context: Asked): Promise<Answer> {
  const { url = '', member = '' } = context.query
  return await answer(context, {
    url: url.slice(0, 2_000),
    member: member.slice(0, 200),
    agent: 'named',
    grant: { shows: 'excerpt', pictures: 'none' },
  })
}

export async function sourceAddSent(context: Form, outside: Outside): Promise<Answer> {
  const { form } = context
  const given: AddForm = {
    url: lineIn(form, 'url').slice(0, 2_000),
    member: lineIn(form, 'member').slice(0, 200),
    agent: oneOf(agents, form.get('agent')) ?? 'named',
    grant: {
      shows: oneOf(shows, form.get('grant')) ?? 'excerpt',
      pictures: oneOf(pictureUses, form.get('pictures')) ?? 'none',
    },
  }
  const looked = await look(context, outside, given, form.get('do') === 'add')
  if ('fault' in looked) return await answer(context, given, { fault: looked.fault })
  if (form.get('do') === 'add') return await add(context, outside, given, looked)
  return await show(context, given, looked)
}

type Looked = { readonly feed: FoundFeed; readonly member: Member }

/** `isFeed`: its address was found by us, as that of a feed. */
async function look(
  { db }: Form,
  outside: Outside,
  given: AddForm,
  isFeed: boolean,
): Promise<Looked | { readonly fault: AddFault }> {
  const address = addressOf(given.url)
  if (given.url === '' || !address) return { fault: { kind: 'no address' } }
  const named = given.member === '' ? undefined : await memberNamed(db, given.member)
  if (named?.kind === 'unknown') return { fault: { kind: 'no member', near: named.near } }
  const known = await findSourceAt(db, address)
  if (known) return { fault: { kind: 'there', id: known } }
  const found = await lookAt(outside, address, { agent: given.agent, isFeed: isFeed || looksLikeFeed(address) })
  if (found === 'busy') return { fault: { kind: 'busy' } }
  if (found.kind === 'unread') return { fault: faultOf(found) }
  if (found.kind === 'none') return { fault: { kind: 'no feed' } }
  const { feed } = found
  const there = await findSourceAt(db, feed.url)
  if (there) return { fault: { kind: 'there', id: there } }
  const member = named?.member ?? ownersAmong(await listMembers(db)).of([feed.siteUrl ?? address, feed.url])
  return member ? { feed, member } : { fault: { kind: 'nobodys' } }
}

async function lookAt(outside: Outside, address: string, how: { agent: Agent; isFeed: boolean }) {
  const place = await outside.looks.take(AbortSignal.timeout(waitMs)).catch(() => undefined)
  if (!place) return 'busy'
  try {
    const looker = { fetcher: await outside.fetcher(), agent: how.agent, signal: AbortSignal.timeout(lookMs) }
    return await findFeed(looker, address, how.isFeed)
  } finally {
    place()
  }
}

function faultOf({ why, status }: Unread): AddFault {
  return why === 'http-error' ? { kind: 'http-error', status: status ?? 0 } : { kind: why }
}

/** What would come of it: nothing is kept of this. */
async function show(context: Form, given: AddForm, { feed, member }: Looked): Promise<Answer> {
  const { db, now, network, url, form } = context
  const genre = genreIn(form, member)
  const items = await previewOf(db, feed, { member, genre }, { now, network, url })
  return await answer(context, given, { preview: { feed, member, genre, items } })
}

async function add(context: Form, outside: Outside, given: AddForm, { feed, member }: Looked): Promise<Answer> {
  const { db, now, form } = context
  const by = actor(context)
  const { grant } = given
  const terms = { grant, agent: given.agent, genre: genreIn(form, member) }
  const id = await db.transaction().execute(async (tx) => {
    const { minPollSeconds } = outside
    const id = await insertFound(tx, { ...feed, member }, terms, { minPollSeconds, now, by })
    if (!id) return undefined
    const why = `${member.slug}: ${grant.shows}, pictures: ${grant.pictures}`
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'add source', about: feed.url, why })
    return id
  })
  // Somebody else was faster: it is there, which is what was wanted.
  const added = id ?? ((await findSourceAt(db, feed.url)) as SourceId)
  const done = id ? 'added' : undefined
  return redirect(frameOf(context).at(withQuery(routes.source.href({ id: added }), { done })), 303)
}

function genreIn(form: URLSearchParams, member: Member): Genre {
  return oneOf(genres, form.get('genre')) ?? usualGenre(member.kind)
}

async function answer(
  context: Asked,
  given: AddForm,
  more: Omit<Parameters<typeof addPage>[1], 'given' | 'members'> = {},
): Promise<Answer> {
  const members = await membersToChoose(context.db)
  const body = addPage(frameOf(context), { given, members, ...more })
  return privatePage(body, { status: more.fault ? 422 : 200 })
}
