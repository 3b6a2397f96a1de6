/** An owner adds a source of the member's own: only what stands on a site it has shown to be its own. */
import { seatOf } from '../core/account/visitor.ts'
import type { Member } from '../core/member/member.ts'
import { covers, isOnSite } from '../core/member/proof.ts'
import type { Db } from '../db/connection.ts'
import { countPerMember, findMemberById } from '../db/members.ts'
import { findAdmittedSite, listProofs } from '../db/site-proofs.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { lookForSource } from './look-for-source.ts'
import type { Asked, Form, Outside } from './outside.ts'
import { addFormIn, addFound, genreIn } from './pages-add.ts'
import { mostOwnSources } from './pages-own.ts'
import { previewOf } from './preview.ts'
import { addPage } from './views/add.ts'

export async function ownSourceAdd(context: Asked): Promise<Answer> {
  const { url = '' } = context.query
  const given = addFormIn(new URLSearchParams({ url }))
  const member = await memberOf(context)
  return await answer(context, member, { given: { ...given, url: given.url || (member.siteUrl ?? '') } })
}

export async function ownSourceAddSent(context: Form, outside: Outside): Promise<Answer> {
  const { db, form, now, network, url } = context
  const member = await memberOf(context)
  const given = { ...addFormIn(form), member: '' }
  const isAdding = form.get('do') === 'add'
  const looked = await lookForSource(db, outside, { ...given, isFeed: isAdding })
  if ('fault' in looked) return await answer(context, member, { given, fault: looked.fault })
  const { feed } = looked
  // Asked again when it is added: what the form says was found may be anything.
  if (!(await isTheirs(db, member, feed.url)))
    return await answer(context, member, { given, fault: { kind: 'not yours' } })
  const genre = genreIn(form, member)
  if (!isAdding) {
    const items = await previewOf(db, feed, { member, genre }, { now, network, url })
    return await answer(context, member, { given, preview: { feed, member, genre, items } })
  }
  const { sources = 0 } = (await countPerMember(db)).get(member.id) ?? {}
  if (sources >= mostOwnSources) return await answer(context, member, { given, fault: { kind: 'many' } })
  const { id, isNew } = await addFound(context, outside, { feed, member }, { ...given, genre })
  // Somebody else was faster, perhaps for another member.
  if (!isNew) return await answer(context, member, { given, fault: { kind: 'there', id } })
  const page = routes.ownSource.href({ member: member.slug, id })
  return redirect(frameOf(context).at(withQuery(page, { done: 'added' })), 303)
}

/**
 * Whether a feed stands where the member has shown that it speaks, or on the site it was taken in with. What its profile
 * says is its site is its owners' word.
 */
async function isTheirs(db: Db, member: Member, feed: string): Promise<boolean> {
  if (isOnSite(await findAdmittedSite(db, member.id), feed)) return true
  return (await listProofs(db, { member: member.id })).some(
    ({ proved, standing, address }) =>
      proved !== null && standing.lapsedAt === null && covers({ ...proved, address }, feed),
  )
}

async function memberOf(context: Asked): Promise<Member> {
  const { member } = seatOf(context, context.params.member ?? '')
  const found = await findMemberById(context.db, member)
  if (!found) throw new TypeError('Whoever comes here sits with a member.')
  return found
}

async function answer(
  context: Asked,
  { slug, name }: Member,
  view: Pick<Parameters<typeof addPage>[1], 'given' | 'fault' | 'preview'>,
): Promise<Answer> {
  const body = addPage(frameOf(context), { ...view, members: undefined, own: { slug, name } })
  return privatePage(body, { status: view.fault ? 422 : 200 })
}
