/** Adding a source: an address is looked at, what its items would become is shown, and then it is added. */
import { actor } from '../core/account/visitor.ts'
import { type Agent, agents } from '../core/agent.ts'
import type { SourceId } from '../core/id.ts'
import type { Member } from '../core/member/member.ts'
import { type Genre, type Grant, genres, pictureUses } from '../core/story/gate.ts'
import { listMembers } from '../db/members.ts'
import { recordAct } from '../db/rights.ts'
import { findSourceAt } from '../db/sources.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { insertFound, usualGenre } from './add-source.ts'
import { addressOf, type FoundFeed } from './find-feed.ts'
import { lookForSource } from './look-for-source.ts'
import { memberNamed, membersToChoose } from './member-named.ts'
import { type Asked, type Form, lineIn, type Outside, oneOf } from './outside.ts'
import { ownersAmong } from './owner.ts'
import { shows } from './pages-act.ts'
import { previewOf } from './preview.ts'
import { type AddFault, type AddForm, addPage } from './views/add.ts'

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
  const given = addFormIn(form)
  const looked = await look(context, outside, given, form.get('do') === 'add')
  if ('fault' in looked) return await answer(context, given, { fault: looked.fault })
  if (form.get('do') === 'add') return await add(context, outside, given, looked)
  return await show(context, given, looked)
}

/** What a form asks to be added, as it was typed. */
export function addFormIn(form: URLSearchParams): AddForm {
  return {
    url: lineIn(form, 'url').slice(0, 2_000),
    member: lineIn(form, 'member').slice(0, 200),
    agent: oneOf(agents, form.get('agent')) ?? 'named',
    grant: {
      shows: oneOf(shows, form.get('grant')) ?? 'excerpt',
      pictures: oneOf(pictureUses, form.get('pictures')) ?? 'none',
    },
  }
}

type Looked = { readonly feed: FoundFeed; readonly member: Member }

/** `isFeed`: its address was found by us, as that of a feed. */
async function look(
  { db }: Form,
  outside: Outside,
  given: AddForm,
  isFeed: boolean,
): Promise<Looked | { readonly fault: AddFault }> {
  const named = given.member === '' ? undefined : await memberNamed(db, given.member)
  if (named?.kind === 'unknown' && addressOf(given.url)) return { fault: { kind: 'no member', near: named.near } }
  const looked = await lookForSource(db, outside, { ...given, isFeed })
  if ('fault' in looked) return looked
  const { feed, address } = looked
  const member =
    named?.kind === 'member' ? named.member : ownersAmong(await listMembers(db)).of([feed.siteUrl ?? address, feed.url])
  return member ? { feed, member } : { fault: { kind: 'nobodys' } }
}

/** What would come of it: nothing is kept of this. */
async function show(context: Form, given: AddForm, { feed, member }: Looked): Promise<Answer> {
  const { db, now, network, url, form } = context
  const genre = genreIn(form, member)
  const items = await previewOf(db, feed, { member, genre }, { now, network, url })
  return await answer(context, given, { preview: { feed, member, genre, items } })
}

async function add(context: Form, outside: Outside, given: AddForm, { feed, member }: Looked): Promise<Answer> {
  const genre = genreIn(context.form, member)
  const { id, isNew } = await addFound(context, outside, { feed, member }, { ...given, genre })
  const done = isNew ? 'added' : undefined
  return redirect(frameOf(context).at(withQuery(routes.source.href({ id }), { done })), 303)
}

/** Adds what was found, on record. Where somebody else was faster it is there, which is what was wanted. */
export async function addFound(
  context: Form,
  outside: Outside,
  { feed, member }: Looked,
  terms: { readonly grant: Grant; readonly agent: Agent; readonly genre: Genre },
): Promise<{ id: SourceId; isNew: boolean }> {
  const { db, now } = context
  const by = actor(context)
  const { grant, agent, genre } = terms
  const id = await db.transaction().execute(async (tx) => {
    const { minPollSeconds } = outside
    const id = await insertFound(tx, { ...feed, member }, { grant, agent, genre }, { minPollSeconds, now, by })
    if (!id) return undefined
    const why = `${member.slug}: ${grant.shows}, pictures: ${grant.pictures}`
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'add source', about: feed.url, why })
    return id
  })
  return { id: id ?? ((await findSourceAt(db, feed.url)) as SourceId), isNew: id !== undefined }
}

export function genreIn(form: URLSearchParams, member: Member): Genre {
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
