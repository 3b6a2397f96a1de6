/** Passkeys of one's own account: added, named, removed. Whoever does it has shown just now who they are. */

import { visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import type { AccountId } from '../core/id.ts'
import { inNormalForm } from '../core/normal-form.ts'
import { lockAccount } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { readSetUp } from '../db/network.ts'
import {
  answerChallenge,
  deletePasskey,
  insertPasskey,
  listPasskeys,
  type Passkey,
  renamePasskey,
} from '../db/passkeys.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { tellHolder } from './change-letter.ts'
import { type Doors, proofNeeded } from './doors.ts'
import {
  askForNewPasskey,
  hasPasskeys,
  mostPasskeys,
  passkeyKey,
  type Question,
  type Refusal,
  readNewPasskey,
} from './passkeys.ts'
import { type PasskeysDone, passkeyName, passkeyPage, passkeysDone, passkeysPage } from './passkeys-page.ts'

type Asked = Context<Db>
type Form = Sent & Asked

/** Characters of a passkey's name at most. */
const longestName = 60

export async function passkeys(context: Asked, doors: Doors): Promise<Answer> {
  const frame = frameOf(context)
  const proof = proofNeeded(frame, routes.passkeys.href({}))
  if (proof) return proof
  const known = await listPasskeys(context.db, visitorOf(context).account)
  const done = passkeysDone.find((one) => one === context.query.done)
  const question = await ask(frame, doors, known)
  return privatePage(
    passkeysPage(frame, { passkeys: known, question, name: '', done, isSettingUp: await isSettingUp(context) }),
  )
}

/** Whether whoever is here has a set-up to go on with: the first administrator comes by. */
async function isSettingUp(context: Asked): Promise<boolean> {
  if (!visitorOf(context).rights.includes('administrator')) return false
  return (await readSetUp(context.db)).at === null
}

async function ask(frame: Frame, doors: Doors, known: readonly Passkey[]): Promise<Question | undefined> {
  const { url, now, network } = frame
  if (!hasPasskeys(url) || known.length >= mostPasskeys) return undefined
  const secret = await doors.secret()
  return await askForNewPasskey({ secret, url, now }, visitorOf(frame), known, network.name)
}

export async function passkeyAdded(context: Form, doors: Doors): Promise<Answer> {
  const { db, form } = context
  const frame = frameOf(context)
  const proof = proofNeeded(frame, routes.passkeys.href({}))
  if (proof) return proof
  // Cut, not refused: the device has made it already.
  const name = [...readName(form)].slice(0, longestName).join('')
  const outcome = await add(context, doors, name)
  if (outcome === 'added') return done(frame, 'added')
  const known = await listPasskeys(db, visitorOf(context).account)
  const question = await ask(frame, doors, known)
  const refusal = frame.t(`passkeys.error.${outcome}`)
  return privatePage(passkeysPage(frame, { passkeys: known, question, name, refusal }), { status: 422 })
}

async function add(context: Form, doors: Doors, name: string): Promise<'added' | 'known' | 'many' | Refusal> {
  const { db, form, network, url, now } = context
  const visitor = visitorOf(context)
  const { account } = visitor
  const secret = await doors.secret()
  const read = await readNewPasskey(form.get('answer') ?? '', { secret, url, now, visitor, log: doors.log })
  if (typeof read === 'string') return read
  const { challenge } = read
  const passkey = { ...read.passkey, name }
  return await db.transaction().execute(async (tx) => {
    await lockAccount(tx, account)
    if (!(await answerChallenge(tx, challenge.hash, challenge.expiresAt))) return 'wrong'
    if ((await listPasskeys(tx, account)).length >= mostPasskeys) return 'many'
    if (!(await insertPasskey(tx, passkey))) return 'known'
    const told = passkeyName(frameOf(context).t, passkey)
    await tellHolder(tx, account, { secret, network, url, now }, { what: 'passkey-added', name: told })
    return 'added'
  })
}

export async function passkey(context: Asked): Promise<Answer> {
  const frame = frameOf(context)
  const found = await find(context)
  const proof = proofNeeded(frame, routes.passkey.href({ passkey: passkeyKey(found.passkey) }))
  return proof ?? privatePage(passkeyPage(frame, { ...found, name: found.passkey.name }))
}

export async function passkeyRenamed(context: Form): Promise<Answer> {
  const { db, form } = context
  const frame = frameOf(context)
  const found = await find(context)
  const name = readName(form)
  const length = [...name].length
  if (length === 0 || length > longestName) {
    const fault =
      length === 0 ? frame.t('passkeys.error.unnamed') : frame.t('passkeys.error.long', { count: longestName })
    return privatePage(passkeyPage(frame, { ...found, name, fault }), { status: 422 })
  }
  await db.transaction().execute((tx) => renamePasskey(tx, found.account, found.passkey.id, name))
  return done(frame, 'renamed')
}

export async function passkeyRemoved(context: Form, doors: Doors): Promise<Answer> {
  const { db, network, url, now } = context
  const frame = frameOf(context)
  const { account, passkey: removed } = await find(context)
  const proof = proofNeeded(frame, routes.passkey.href({ passkey: passkeyKey(removed) }))
  if (proof) return proof
  const secret = await doors.secret()
  await db.transaction().execute(async (tx) => {
    if (!(await deletePasskey(tx, account, removed.id))) return
    const name = passkeyName(frame.t, removed)
    await tellHolder(tx, account, { secret, network, url, now }, { what: 'passkey-removed', name })
  })
  return done(frame, 'removed')
}

/** Looked for among the visitor's own. */
async function find(context: Asked): Promise<{ account: AccountId; passkey: Passkey; isLast: boolean }> {
  const { account } = visitorOf(context)
  const own = await listPasskeys(context.db, account)
  const found = own.find((one) => passkeyKey(one) === context.params.passkey)
  if (!found) throw new NotFound('There is no such passkey.')
  return { account, passkey: found, isLast: own.length === 1 }
}

function readName(form: URLSearchParams): string {
  return inNormalForm(form.get('name') ?? '', 'NFC')
    .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
}

function done(frame: Frame, what: PasskeysDone): Answer {
  return redirect(frame.at(withQuery(routes.passkeys.href({}), { done: what })), 303)
}
