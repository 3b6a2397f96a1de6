/**
 * Spammers with mailboxes: they read their letters, come in, and fill in applications, with fields there are not, files
 * that are several things at once, and the numbers of other people's things. Answers what they got.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Db } from '../src/db/connection.ts'
import { newId } from '../src/db/new-id.ts'
import { countTasks } from '../src/db/tasks.ts'
import { challengeIn } from '../test/support/joining.ts'
import { readLetters } from '../test/support/letters.ts'

export type Inside = {
  readonly cameIn: number
  /** Answers to each kind of try: how many of each status. */
  readonly answers: Readonly<Record<string, Readonly<Record<number, number>>>>
}

/** How many are at it at once. */
const atOnce = 8
/** Longer than the form asks for. */
const patience = 2_100

type Spammer = { readonly n: number; readonly cookie: string }
type Send = (kind: string, path: string, body?: URLSearchParams | FormData) => Promise<void>

/** What none of their forms has. */
const wished = {
  standing: 'approved',
  path: 'invited',
  worked: 'true',
  submitted_at: '2000-01-01',
  signs: '[]',
  member_id: '01a0b0c0-0000-7000-8000-000000000000',
  account_id: '01a0b0c0-0000-7000-8000-000000000000',
  rights: 'administrator',
  role: 'owner',
}

export async function fromInside(url: string, on: { db: Db; data: string; count: number }): Promise<Inside> {
  const { db, data, count } = on
  const all = Array.from({ length: count }, (_, n) => n)
  await inTurns(all, (n) => askToJoin(url, n))
  await drained(db)
  const letters = (await readLetters(data)).filter(({ to }) => /@mailboxes\.example$/.test(to))
  const spammers: Spammer[] = []
  await inTurns(letters, async ({ to, links }) => {
    const n = Number(/\d+/.exec(to)?.[0])
    const cookie = await comeIn(url, n, links[0] ?? '')
    if (cookie) spammers.push({ n, cookie })
  })
  const answers: Record<string, Record<number, number>> = {}
  const files = await polyglots()
  await inTurns(spammers, (spammer) => apply(sender(url, spammer, answers), spammer.n, files))
  const others = await db.selectFrom('applications').select('id').limit(20).execute()
  await inTurns(spammers, (spammer) =>
    reach(
      sender(url, spammer, answers),
      others.map(({ id }) => id),
    ),
  )
  return { cameIn: spammers.length, answers }
}

/** Until every letter is out: a task that runs may add the next. */
export async function drained(db: Db): Promise<void> {
  for (let still = 0; still < 3; await sleep(200)) {
    const { waiting, running } = await countTasks(db)
    still = waiting + running === 0 ? still + 1 : 0
  }
}

async function inTurns<T>(all: readonly T[], one: (each: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

function from(n: number): { 'x-forwarded-for': string } {
  return { 'x-forwarded-for': `10.200.${n & 255}.${(n >> 8) + 1}` }
}

async function askToJoin(url: string, n: number): Promise<void> {
  const challenge = challengeIn(await (await fetch(`${url}/join`, { headers: from(n) })).text())
  await sleep(patience)
  const body = new URLSearchParams({ ...wished, mail: `spam${n}@mailboxes.example`, challenge, solution: '' })
  await (await fetch(`${url}/join`, { method: 'POST', body, headers: { ...from(n), origin: url } })).arrayBuffer()
}

async function comeIn(url: string, n: number, link: string): Promise<string | undefined> {
  const key = URL.parse(link)?.searchParams.get('key') ?? ''
  const headers = { ...from(n), origin: url }
  const body = new URLSearchParams({ key, to: '/join/application' })
  const used = await fetch(`${url}/sign-in/link/use`, { method: 'POST', body, headers, redirect: 'manual' })
  const cookie = used.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie) await (await fetch(`${url}/join/application`, { headers: { ...from(n), cookie } })).arrayBuffer()
  return cookie
}

function sender(url: string, { n, cookie }: Spammer, answers: Record<string, Record<number, number>>): Send {
  return async (kind, path, body) => {
    const headers = { ...from(n), cookie, origin: url }
    const init = body ? { method: 'POST', body, headers } : { headers }
    const answer = await fetch(url + path, { ...init, redirect: 'manual' })
    await answer.arrayBuffer()
    const { status } = answer
    answers[kind] = { ...answers[kind], [status]: (answers[kind]?.[status] ?? 0) + 1 }
  }
}

async function apply(send: Send, n: number, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const step = (name: string, fields: Record<string, string>) =>
    send('steps, with fields there are not', `/join/application/${name}`, new URLSearchParams({ ...wished, ...fields }))
  await step('who', { kind: 'website', name: `Best Casino ${n}`, languages: 'English', country: 'EC', do: 'next' })
  const [name, bytes] = Object.entries(files)[n % Object.keys(files).length] as [string, Uint8Array]
  const picture = new FormData()
  for (const [field, value] of Object.entries({ mark: '', alt: '<script>alert(1)</script>', credit: '', do: 'next' }))
    picture.append(field, value)
  picture.append('picture', new File([Buffer.from(bytes)], `../../${name}"><script>.png`))
  await send(`mark: ${name}`, '/join/application/mark', picture)
  await step('mark', { mark: 'arches', alt: '', do: 'next' })
  await step('site', { without: 'yes', do: 'next' })
  await step('shown', { do: 'next' })
  await step('words', {
    about: 'Best odds <a href="https://casino.example">online casino</a>',
    contact: 'x',
    do: 'next',
  })
  await step('send', { do: 'next' })
}

/** What is not theirs: others' applications, the desks, members, seats. */
async function reach(send: Send, others: readonly string[]): Promise<void> {
  const none = newId<never>(new Date())
  const form = () =>
    new URLSearchParams({ ...wished, kind: 'approved', seen: String(Date.now()), do: 'confirm', answer: 'accept' })
  for (const id of others) {
    await send('others’ applications', `/moderation/applications/${id}`)
    await send('others’ applications', `/moderation/applications/${id}`, form())
    await send('others’ applications', `/moderation/applications/${id}/mark`)
  }
  for (const path of ['/settings', '/moderation', '/desk', '/desk/incoming', '/moderation/proofs', '/settings/staff'])
    await send('the desks', path)
  for (const path of [
    '/settings/staff',
    '/moderation/proofs',
    '/desk/harbour/drafts',
    '/account/members/harbour/people',
  ])
    await send('the desks, by forms', path, form())
  await send('seats of nobody', `/account/seats/${none}`, form())
}

/** Files that are a picture to one program and something else to another, and some that are too much. */
async function polyglots(): Promise<Readonly<Record<string, Uint8Array>>> {
  const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  const script = Buffer.from('/*<script>alert(document.domain)</script>*/')
  const svg = (inside: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64">${inside}</svg>`,
    )
  return {
    'a page that says it is a picture': Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a picture with a page behind it': Buffer.concat([png, script]),
    'GIF that is a script': Buffer.concat([Buffer.from('GIF89a=1;'), script]),
    'a drawing with a script': svg('<script>alert(1)</script><rect width="64" height="64" onload="alert(1)"/>'),
    'a drawing that reads files': svg('<image width="64" height="64" xlink:href="file:///etc/passwd"/>'),
    'a picture and an archive': Buffer.concat([png, Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1')]),
    'a picture of 30,000 by 30,000': bomb(30_000),
  }
}

/** A PNG of one colour: small in a letter box, 2.7 GB when it is unpacked. */
function bomb(side: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(8 * 1024 * 1024))
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}
