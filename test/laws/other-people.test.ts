/**
 * Whatever stands in an address is somebody's: a member's drafts, releases, sources, invitations, proofs, an applicant's
 * picture. Every address with such a name is asked, and every form is sent, by people to whom it does not belong: none of
 * them reads a word of it, and not one row of it changes.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { AccountId, MemberId } from '../../src/core/id.ts'
import { endSeat } from '../../src/db/seats.ts'
import { type Route, routes } from '../../src/routes.ts'
import { applied } from '../support/applications.ts'
import { square } from '../support/applying.ts'
import { beginDraft, decide, fill, type Session, sentDraft } from '../support/desk.ts'
import { newsroom, type World } from '../support/newsroom.ts'

/** Stands in everything that is Harbour's or the applicant's, and in nothing that is public. */
const secret = 'Saltword'

const all = Object.entries<Route>(routes)
const named = all.filter(([, { pattern }]) => /:(?:member|draft|story|id|hash|number)\b/.test(pattern))
const ofMembers = all.filter(([, { pattern }]) => pattern.includes(':member'))

test('whose seat has ended, whose member has left, and who has no seat yet are turned away everywhere', async () => {
  await using it = await twoHouses()
  const { world, harbour, lantern } = it
  const was = await world.account({ mail: 'was@harbour.example' })
  await world.seat(was, harbour.id)
  await world.db
    .transaction()
    .execute((tx) => endSeat(tx, { member: harbour.id, account: was }, world.clock(), 'operator'))
  const gone = await world.member({ name: 'Gone' })
  const left = await world.account({ mail: 'left@gone.example' })
  await world.seat(left, gone.id)
  await world.db.updateTable('members').set({ leftAt: world.clock() }).where('id', '=', gone.id).execute()
  const claiming = await world.account({ mail: 'claiming@harbour.example' })
  await world.seat(claiming, harbour.id)
  await world.db.updateTable('seats').set({ claimedAt: null }).where('accountId', '=', claiming).execute()
  const fresh = await world.account({ mail: 'new@x.example', name: '' })
  const people: [string, AccountId, string][] = [
    ['an ended seat', was, harbour.slug],
    ['a member that left', left, gone.slug],
    ['a seat nobody has claimed', claiming, harbour.slug],
    ['a new account', fresh, harbour.slug],
    ['an applicant', it.applicant, harbour.slug],
    ['people of another member', it.ada, harbour.slug],
  ]
  const before = await rowsOf(it)
  for (const [who, account, member] of people) {
    const session = await world.signedIn(account)
    for (const [name, route] of ofMembers) {
      const answer = await ask(world, route, { ...it.names, member }, session)
      assert.equal(answer.status, 403, `${name} answers who has ${who}`)
    }
  }
  assert.deepEqual(await rowsOf(it), before)
  assert.ok(lantern.slug)
})

test('who may less with a member does nothing that needs more', async () => {
  await using it = await twoHouses()
  const { world, harbour } = it
  const ranks = ['contributor', 'editor', 'owner']
  for (const role of ['contributor', 'editor'] as const) {
    const account = await world.account({ mail: `${role}@harbour.example` })
    await world.seat(account, harbour.id, role)
    const session = await world.signedIn(account)
    const before = await rowsOf(it)
    for (const [name, route] of ofMembers) {
      const needed = route.guard.replace('seat of ', '')
      if (ranks.indexOf(needed) <= ranks.indexOf(role)) continue
      for (const form of forms(it))
        assert.equal((await ask(world, route, it.names, session, form)).status, 403, `${name} answers a ${role}`)
    }
    assert.deepEqual(await rowsOf(it), before)
  }
})

test('under a member of one’s own nothing of another’s is found, read or changed, whatever a form says', async () => {
  await using it = await twoHouses()
  const { world, lantern, ada } = it
  const session = await world.signedIn(ada)
  const before = await rowsOf(it)
  for (const [name, route] of named) {
    if (route.guard === 'anyone' || !/^(?:account|seat)/.test(route.guard)) continue
    const names = { ...it.names, member: lantern.slug }
    const isForeign = /:(?:draft|story|id|hash)\b/.test(route.pattern)
    for (const form of route.method === 'POST' ? forms(it) : [{}]) {
      const answer = await ask(world, route, names, session, form)
      const body = await answer.text()
      assert.doesNotMatch(body, new RegExp(secret), `${name} shows it`)
      if (isForeign) assert.ok([404, 410].includes(answer.status), `${name} answers ${answer.status} to another's`)
    }
  }
  assert.deepEqual(await rowsOf(it), before)
})

test('no picture is had by its address before it is shown: of a draft, of an application', async () => {
  await using it = await twoHouses()
  const { world, kim } = it
  const { logo } = await world.db.selectFrom('applications').select('logo').executeTakeFirstOrThrow()
  const people = [{}, await world.signedIn(it.ada), await world.signedIn(it.applicant)]
  for (const hash of [it.names.hash ?? '', logo ?? ''])
    for (const session of people)
      assert.equal((await world.get(`/media/${hash}`, session as Record<string, string>)).status, 404)
  assert.equal((await world.get(`/media/${it.names.hash}`, kim)).status, 200, 'its own people see it')
  const others = await world.get('/join/application/mark/picture', await world.signedIn(it.ada))
  assert.equal(others.status, 404)
})

/** Harbour with one of everything, whose words all say the secret; Lantern, whose owner is a stranger to all of it. */
async function twoHouses() {
  const world = await newsroom()
  const harbour = await world.member()
  const lantern = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  const owner = await world.account({ mail: 'owner@harbour.example', name: 'Kim Osei' })
  await world.seat(owner, harbour.id)
  const ada = await world.account({ mail: 'ada@lantern.example' })
  await world.seat(ada, lantern.id)
  const kim = await world.signedIn(owner)
  const staff = await world.signedIn(await world.account({ mail: 'staff@wire.example', rights: ['editor'] }))
  const { id: sent } = await sentDraft(world, kim, { headline: 'The square is open' })
  await decide(world, staff, sent, { do: 'publish' })
  const story = await world.db.selectFrom('stories').select('id').executeTakeFirstOrThrow()
  const draft = await filledDraft(world, kim)
  const source = await world.granted({ shows: 'full', pictures: 'none' })
  await world.db.updateTable('sources').set({ title: secret }).execute()
  const people = `/account/members/${harbour.slug}`
  await world.post(`${people}/people`, { mail: `${secret}@x.example`, role: 'editor' }, kim)
  await world.post(`${people}/invitations`, { mail: `${secret}2@x.example` }, kim)
  await world.post(`${people}/proof`, { do: 'name', url: `https://${secret}.example/` }, kim)
  const { id: application, account: applicant } = await applied(world, { name: secret, contact: secret })
  const one = async (table: 'seatInvitations' | 'joinInvitations' | 'siteProofs' | 'draftSupporters') =>
    (await world.db.selectFrom(table).select('id').executeTakeFirstOrThrow()).id
  const picture = await world.db.selectFrom('draftPictures').select('hash').executeTakeFirstOrThrow()
  const ids = {
    source,
    application,
    seat: await one('seatInvitations'),
    invitation: await one('joinInvitations'),
    proof: await one('siteProofs'),
    supporter: await one('draftSupporters'),
  }
  const parts = { act: 'pause', part: 'words', step: 'who', passkey: '0123456789abcdef' }
  const names: Record<string, string> = {
    ...{ ...parts, ...ids, member: harbour.slug, draft, story: story.id, hash: picture.hash },
  }
  return {
    ...{ world, harbour, lantern, ada, kim, owner, applicant, names, ids },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

type Houses = Awaited<ReturnType<typeof twoHouses>>

async function filledDraft(world: World, kim: Session): Promise<string> {
  const path = await beginDraft(world, kim)
  await fill(world, kim, path, { words: { headline: secret, body: secret } })
  const asked = { name: secret, url: '', mail: 'office@open.example', language: 'en' }
  await world.post(`${path}/supporters`, asked, kim)
  const body = new FormData()
  for (const [name, value] of Object.entries({ alt: secret, caption: secret, credit: secret, licence: 'free' }))
    body.append(name, value)
  body.append('file', new File([Buffer.from(await square('#123456'))], 'a.png'))
  const headers = { origin: world.config.url, ...kim }
  const url = `http://wire.example${path}/pictures`
  assert.equal((await world.web.fetch(new Request(url, { method: 'POST', body, headers }))).status, 303)
  return path.split('/').at(-1) ?? ''
}

/** Forms that name what is another's in every field in which something is named, for each thing that can be done. */
function forms({ owner, ids, names }: Houses): Record<string, string>[] {
  const fields = {
    ...{ account: owner, application: ids.application, proof: ids.proof, source: ids.source, supporter: ids.supporter },
    ...{
      draft: names.draft ?? '',
      member: names.member ?? '',
      member_id: names.member ?? '',
      story: names.story ?? '',
    },
    ...{ role: 'owner', sure: 'yes', stories: 'go', grant: 'full', pictures: 'all', way: 'file', kind: 'correction' },
    ...{ headline: 'Mine', body: 'Mine', name: 'Mine', words: 'Mine', why: 'Mine', mail: 'x', mailbox: 'x' },
    ...{ standing: 'approved', path: 'invited', worked: 'true', verified_at: '2026-01-01', signs: '[]', again: 'yes' },
    [`words-${ids.application}`]: 'Mine',
  }
  const acts = ['', 'send', 'back', 'remove', 'again', 'drop', 'private', 'withdraw', 'look', 'mail']
  return [
    ...acts.map((act) => ({ ...fields, invitation: ids.invitation, do: act, answer: 'vouches' })),
    ...['accept', 'decline'].map((answer) => ({ ...fields, invitation: ids.seat, do: '', answer })),
  ]
}

async function ask(
  world: World,
  route: Route,
  names: Record<string, string>,
  session: Session,
  form: Record<string, string> = {},
): Promise<Response> {
  const address = route.pattern.replace(
    /:(\w+)(?:\{[^/]*\})?/g,
    (_all, name: string) => (name === 'id' ? idIn(route, names) : names[name]) ?? 'x',
  )
  return route.method === 'POST' ? await world.post(address, form, session) : await world.get(address, session)
}

/** Of what an address names by `:id`. */
function idIn({ pattern }: Route, names: Record<string, string>): string | undefined {
  if (pattern.includes('/sources/')) return names.source
  if (pattern.includes('/supporters/')) return names.supporter
  return pattern.startsWith('/account/seats/') ? names.seat : undefined
}

/** Everything that is Harbour's, and the applicant's. */
async function rowsOf({ world, harbour, applicant }: Houses): Promise<string[]> {
  const of = (table: string, where: ReturnType<typeof sql>) =>
    sql<{ row: string }>`select t::text as row from ${sql.table(table)} t where ${where} order by 1`.execute(world.db)
  const mine = (column: string, id: MemberId | AccountId) => sql`${sql.ref(column)} = ${id}`
  const found = await Promise.all([
    ...['drafts', 'seats', 'seat_invitations', 'join_invitations', 'site_proofs', 'sources', 'stories', 'vouches']
      .concat(['suspensions', 'member_profiles', 'member_homes', 'member_contacts', 'member_leavings', 'owner_changes'])
      .map((table) => of(table, mine('member_id', harbour.id))),
    of('members', mine('id', harbour.id)),
    of('applications', mine('account_id', applicant)),
    ...['draft_supporters', 'draft_pictures', 'versions', 'events', 'grants', 'source_pauses', 'source_removals'].map(
      (table) => of(table, sql`true`),
    ),
  ])
  return found.flatMap(({ rows }) => rows.map(({ row }) => row))
}
