/** Somebody who applies to join, as their browser does it. */
import assert from 'node:assert/strict'
import sharp from 'sharp'
import type { AccountId, Id } from '../../src/core/id.ts'
import { type Application, findOwnApplication, setStanding } from '../../src/db/applications.ts'
import { newId } from '../../src/db/new-id.ts'
import { newsroom, type World } from './newsroom.ts'

/** What they say of themselves in the first step. */
export const who = {
  kind: 'magazine',
  name: ' Revista  Arcoíris ',
  languages: 'Spanish, english',
  country: 'EC',
  do: 'next',
}

export async function applying(env: Record<string, string> = {}): Promise<Applying> {
  const world = await newsroom(env)
  const account = await world.account()
  const me = await world.signedIn(account)
  return {
    world,
    account,
    me,
    page: async (path = '') => (await world.get(`/join/application${path}`, me)).text(),
    send: (step: string, form: Record<string, string>) => world.post(`/join/application/${step}`, form, me),
    own: async () => {
      const own = await findOwnApplication(world.db, account)
      assert.ok(own)
      return own
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

export type Applying = AsyncDisposable & {
  readonly world: World
  readonly account: AccountId
  readonly me: { cookie: string }
  /** A page of the application as they see it. */
  page(path?: string): Promise<string>
  /** Sends a step. */
  send(step: string, form: Record<string, string>): Promise<Response>
  own(): Promise<Application>
}

/** Sends the step of the mark with a file, as a browser does. */
export async function sendMark(
  { world, me }: Pick<Applying, 'world' | 'me'>,
  picture: Uint8Array | undefined,
  fields: Record<string, string> = {},
  name = 'logo.png',
): Promise<Response> {
  const body = new FormData()
  for (const [field, value] of Object.entries({ mark: '', alt: 'A red square', credit: '', do: 'next', ...fields }))
    body.append(field, value)
  if (picture) body.append('picture', new File([Buffer.from(picture)], name))
  const headers = { origin: world.config.url, ...me }
  return await world.web.fetch(
    new Request('http://wire.example/join/application/mark', { method: 'POST', body, headers }),
  )
}

export const square = (background: string) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer()

/** Everything that is needed, but for sending it. */
export async function fill(one: Applying): Promise<void> {
  await one.page()
  assert.equal((await one.send('who', who)).status, 303)
  assert.equal((await sendMark(one, undefined, { mark: 'arches', alt: '' })).status, 303)
  assert.equal((await one.send('site', { without: 'yes' })).status, 303)
  assert.equal((await one.send('shown', {})).status, 303)
  assert.equal((await one.send('words', { about: 'A magazine.', contact: 'Signal: arco.12' })).status, 303)
}

/** What moderators decide, with what the applicant is told. */
export async function decide(
  world: World,
  id: Id<'application'>,
  kind: 'returned' | 'refused',
  words: string,
): Promise<void> {
  const at = world.clock()
  const decision = {
    id: newId(at),
    applicationId: id,
    kind,
    decidedAt: at,
    decidedBy: 'operator',
    why: 'x',
    words,
    carriedOutAt: at,
  }
  await world.db.insertInto('decisions').values(decision).execute()
  await world.db.transaction().execute((tx) => setStanding(tx, id, kind, at))
}
