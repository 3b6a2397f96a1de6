/**
 * Where the demo's people act: they send the program's own forms, at moments that lie before the demo began. Nothing is
 * written past the pages, so what they did is what anybody could have done there.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beginSession } from '../accounts/session.ts'
import { accountFor } from '../accounts/staff.ts'
import { createWeb, type WebApp } from '../app.ts'
import type { Config } from '../config.ts'
import type { AccountId } from '../core/id.ts'
import { updateAccount, updateIdentity } from '../db/accounts.ts'
import { openPool, type Pool, type Tx } from '../db/connection.ts'
import { deleteSessions } from '../db/sessions.ts'
import { sealName } from '../host/identity.ts'
import { takeTasks } from '../jobs/once.ts'
import type { Fetcher } from '../net/fetch.ts'
import type { Parts } from '../parts.ts'
import { taskHandlers } from '../tasks.ts'

export type Person = { readonly mail: string; readonly name: string; readonly language: string }

export type Stage = {
  readonly config: Config
  readonly db: Pool['db']
  readonly secret: string
  /** Moves to so many minutes after the demo began; negative for what was done before. */
  at(minutes: number): Date
  now(): Date
  person(who: Person): Promise<AccountId>
  see(path: string, who?: AccountId): Promise<string>
  /** Sends a form and answers where it leads. Throws when it is not taken. */
  send(path: string, form: Form, who?: AccountId): Promise<string>
  /** Carries out what was decided and has stood its ten minutes. */
  carryOut(): Promise<void>
  /** Writes the letters that wait, and answers the newest to an address. */
  letterTo(mail: string): Promise<string>
  close(): Promise<void>
}

/** Pictures are files. */
export type Form = Readonly<Record<string, string | readonly string[] | Uint8Array>>

export type StageParts = Omit<Parts, 'clock'> & {
  readonly secret: string
  readonly begun: Date
  readonly fetcher: Fetcher
  /** The hash of the password all of them have. */
  readonly password: string
}

export function openStage({ begun, fetcher, password, secret, ...parts }: StageParts): Stage {
  const { config, reach, log } = parts
  let now = begun
  let clients = 0
  const clock = () => now
  const pool = openPool(reach, { name: 'wireroom demo people', size: 2 })
  const web = createWeb({ ...parts, clock })
  const handlers = taskHandlers(config, pool.db, clock, { ...log, info: () => undefined }, fetcher)
  const ask = (path: string, who: AccountId | undefined, form?: Form) =>
    pool.db
      .transaction()
      .execute(async (tx) => who && (await cookieOf(tx, config, who, now)))
      .then((cookie) => {
        clients += 1
        // Each comes from somewhere else: the limits are for one who comes too often.
        return answerOf(web, config, { path, cookie, form, client: `192.0.2.${clients % 250}` })
      })
  return {
    config,
    db: pool.db,
    secret,
    at(minutes) {
      now = new Date(begun.getTime() + minutes * 60_000)
      return now
    },
    now: clock,
    person: (who) => pool.db.transaction().execute((tx) => settleIn(tx, secret, who, { password, now })),
    async see(path, who) {
      const answer = await ask(path, who)
      await leave(pool, who)
      return await answer.text()
    },
    async send(path, form, who) {
      const answer = await ask(path, who, form)
      await leave(pool, who)
      if (answer.status !== 303) throw new TypeError(`${path} was not taken: ${toldIn(await answer.text())}`)
      return answer.headers.get('location') ?? ''
    },
    carryOut: () => handlers['carry-out-decisions']({}),
    async letterTo(mail) {
      const written: string[] = []
      const keep = { ...log, info: (message: string) => void written.push(message) }
      const { mail: sendLetter } = taskHandlers(config, pool.db, clock, keep, fetcher)
      await takeTasks(pool, { mail: sendLetter })
      return await newestTo(mail, written)
    },
    async close() {
      await web.close()
      await pool.close()
    },
  }
}

/** Plays what has not been played yet in this demo's directory; each scene once, whatever happens to the next. */
export async function playOnce(
  { config }: Pick<Stage, 'config'>,
  scenes: Readonly<Record<string, () => Promise<void>>>,
): Promise<void> {
  const file = join(config.data, 'played.json')
  const played = JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as string[]
  for (const [name, play] of Object.entries(scenes)) {
    if (played.includes(name)) continue
    await play()
    played.push(name)
    await writeFile(file, `${JSON.stringify(played)}\n`, { flush: true })
  }
}

/** Gives somebody their account, name and password; what is there stays. */
export async function settleIn(
  tx: Tx,
  secret: string,
  { mail, name, language }: Person,
  { password, now }: { readonly password: string; readonly now: Date },
): Promise<AccountId> {
  const account = await accountFor(tx, secret, { mail, language }, now)
  if (account.mailConfirmedAt !== null) return account.id
  await updateAccount(tx, account.id, { password, passwordSetAt: now })
  await updateIdentity(tx, account.id, { name: sealName(secret, account.id, name), mailConfirmedAt: now })
  return account.id
}

async function cookieOf(tx: Tx, config: Config, account: AccountId, now: Date): Promise<string> {
  const token = await beginSession(tx, { account, way: 'password', now })
  return `${config.url.startsWith('https:') ? '__Host-' : ''}wireroom=${token}`
}

/** No session stays open: whoever looks at theirs finds only their own browsers. */
async function leave({ db }: Pool, who: AccountId | undefined): Promise<void> {
  if (who) await db.transaction().execute((tx) => deleteSessions(tx, who))
}

async function answerOf(
  web: WebApp,
  { url }: Config,
  { path, cookie, form, client }: { path: string; cookie: string | undefined; form: Form | undefined; client: string },
): Promise<Response> {
  const headers = { ...(cookie && { cookie }), ...(form && { origin: url }) }
  const request = new Request(new URL(path, url), form ? { method: 'POST', headers, body: bodyOf(form) } : { headers })
  return await web.fetch(request, { client })
}

function bodyOf(form: Form): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) {
    if (value instanceof Uint8Array) body.append(name, new File([Buffer.from(value)], `${name}.png`))
    else for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  return body
}

/** What a page says is wrong, for whoever changes a page and not the demo. */
function toldIn(page: string): string {
  const main = page.slice(page.indexOf('<main'))
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}

async function newestTo(mail: string, written: readonly string[]): Promise<string> {
  for (const line of written.toReversed()) {
    const [, path = ''] = /written to (.+?\.eml):/.exec(line) ?? []
    const letter = (await readFile(path, 'utf8')).replace(/=\r?\n/g, '').replaceAll('=3D', '=')
    if (letter.includes(mail)) return letter
  }
  throw new TypeError(`Nobody has written to ${mail}.`)
}
