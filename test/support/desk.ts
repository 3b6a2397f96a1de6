/** A member with its people at the desk, and drafts filled in as they fill them in. */
import type { AccountId, MemberId } from '../../src/core/id.ts'
import type { World } from './newsroom.ts'

export type Session = { cookie: string }

export type People = {
  readonly member: { id: MemberId; slug: string }
  /** Sits with the member as its editor. */
  readonly editor: Session
  readonly author: AccountId
  readonly contributor: Session
  /** The network's own. */
  readonly staff: Session
}

export async function peopleOf(world: World): Promise<People> {
  const member = await world.member()
  const author = await world.account({ mail: 'kim.secret@harbour.example', name: 'Kim Osei' })
  const second = await world.account({ mail: 'sam.secret@harbour.example', name: 'Sam Tembo' })
  const staff = await world.account({ mail: 'staff.secret@wire.example', name: 'Ines Prado', rights: ['editor'] })
  await world.seat(author, member.id, 'editor')
  await world.seat(second, member.id, 'contributor')
  return {
    member,
    author,
    editor: await world.signedIn(author),
    contributor: await world.signedIn(second),
    staff: await world.signedIn(staff),
  }
}

/** Begins a draft, and answers its address without a part. */
export async function beginDraft(
  world: World,
  who: Session,
  genre = 'release',
  slug = 'harbour-times',
): Promise<string> {
  const begun = await world.post(`/desk/${slug}/drafts`, { genre }, who)
  return (begun.headers.get('location') ?? '').replace(/\/words$/, '')
}

/** Fills in parts as a browser would, and answers how each was taken. */
export async function fill(
  world: World,
  who: Session,
  draft: string,
  words: Readonly<Record<string, Record<string, string>>>,
): Promise<number[]> {
  const taken: number[] = []
  for (const [part, form] of Object.entries(words)) {
    const page = await (await world.get(`${draft}/${part}`, who)).text()
    const base = /name="base" value="(\w+)"/.exec(page)?.[1] ?? ''
    taken.push((await world.post(`${draft}/${part}`, { base, ...form }, who)).status)
  }
  return taken
}

/** A draft that lacks nothing, sent in; answers its address and its id. */
export async function sentDraft(
  world: World,
  who: Session,
  words: Record<string, string> = {},
): Promise<{ path: string; id: string }> {
  const path = await beginDraft(world, who)
  await fill(world, who, path, { words: { headline: 'The square is open', body: 'It **is** open.', ...words } })
  await world.post(`${path}/check`, { do: 'send' }, who)
  return { path, id: path.split('/').at(-1) ?? '' }
}

/** Decides about a draft as an editor who has read its newest version. */
export async function decide(
  world: World,
  staff: Session,
  id: string,
  form: Record<string, string>,
): Promise<Response> {
  const page = await (await world.get(`/desk/incoming/${id}`, staff)).text()
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  return await world.post(`/desk/incoming/${id}`, { version, words: '', ...form }, staff)
}
