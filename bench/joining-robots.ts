/** Robots that ask to join, each kind in its way, as fast as a server answers. */
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'undici'

export type Robots = { readonly url: string; readonly count: number; readonly connections: number }
/** Answers by kind: how many of each status. */
export type Felled = Readonly<Record<string, Readonly<Record<number, number>>>>

const { url, count, connections } = workerData as Robots
const pool = new Pool(url, { connections })
/** Longer than the form asks for. */
const patience = 2_100

type Kind = {
  /** Fields beside the address. */
  readonly more: (challenge: string) => Readonly<Record<string, string>>
  readonly waits: boolean
  readonly address: (n: number) => string
  readonly network: (n: number) => number
  /** The same form again and again. */
  readonly challenge?: string
}

const own = (n: number) => n
const addresses = (name: string) => (n: number) => `${name}${n}@robots.example`
const filled = (challenge: string) => ({ challenge, solution: '' })
const old = JSON.stringify({ parameters: {}, signature: '00' })

const kinds: Readonly<Record<string, Kind>> = {
  'fill in every field': {
    more: (c) => ({ ...filled(c), website: url }),
    waits: true,
    address: addresses('all'),
    network: own,
  },
  'send at once': { more: filled, waits: false, address: addresses('fast'), network: own },
  'send without a form': { more: () => filled(old), waits: false, address: addresses('bare'), network: own },
  'send one form again and again': {
    more: filled,
    waits: true,
    address: addresses('same'),
    network: own,
    challenge: await challenge(0),
  },
  'come from a hundred networks': { more: filled, waits: true, address: addresses('few'), network: (n) => n % 100 },
  'write to one address': { more: filled, waits: true, address: () => 'victim@robots.example', network: own },
  'make an answer up': {
    more: (c) => ({ challenge: c, solution: JSON.stringify({ counter: 7, derivedKey: 'ab'.repeat(32) }) }),
    waits: true,
    address: addresses('liar'),
    network: own,
  },
  'send fields there are not': {
    more: (c) => ({
      ...filled(c),
      to: '/settings',
      kind: 'invited',
      path: 'invited',
      worked: 'true',
      rights: 'administrator',
    }),
    waits: true,
    address: addresses('mass'),
    network: own,
  },
}

const answers: Record<string, Record<number, number>> = {}
const all = Object.entries(kinds)
let begun = 0

/** Each goes on with the next: so many are waiting at once as patience makes it necessary. */
async function keepAsking(): Promise<void> {
  while (begun < count) {
    const n = begun
    begun += 1
    const [name, kind] = all[n % all.length] as [string, Kind]
    const form = kind.challenge ?? (await challenge(kind.network(n)))
    if (kind.waits) await sleep(patience)
    const status = await send(kind.network(n), { mail: kind.address(n), ...kind.more(form) })
    answers[name] = { ...answers[name], [status]: (answers[name]?.[status] ?? 0) + 1 }
  }
}

async function challenge(network: number): Promise<string> {
  const { body } = await pool.request({ path: '/join', method: 'GET', headers: from(network) })
  const [, written = ''] = /name="challenge" value="([^"]*)"/.exec(await body.text()) ?? []
  return written.replace(/&(?:quot|#34);/g, '"')
}

async function send(network: number, form: Readonly<Record<string, string>>): Promise<number> {
  const { statusCode, body } = await pool.request({
    path: '/join',
    method: 'POST',
    headers: { ...from(network), 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: new URLSearchParams(form).toString(),
  })
  await body.dump()
  return statusCode
}

/** Networks of /24, each another. */
function from(network: number): { 'x-forwarded-for': string } {
  return { 'x-forwarded-for': `10.${(network >> 8) & 255}.${network & 255}.${network % 250}` }
}

await Promise.all(Array.from({ length: 1_200 }, keepAsking))
await pool.close()
parentPort?.postMessage(answers satisfies Felled)
