/** Setting an authenticator up and removing it, and its recovery codes. All of it asks who it is. */
import { visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { type Account, findAccount, lockAccount } from '../db/accounts.ts'
import { clearAuthenticator, listRecoveryCodes, replaceRecoveryCodes, setAuthenticator } from '../db/authenticators.ts'
import type { Db } from '../db/connection.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { routes } from '../routes.ts'
import { type Answer, plain, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { authenticatorAddress, newSharedSecret, sealShared, stepOfCode } from './authenticator.ts'
import { type AuthenticatorDone, authenticatorDone, authenticatorPage, setUpPage } from './authenticator-page.ts'
import { tellHolder } from './change-letter.ts'
import { type Doors, proofNeeded } from './doors.ts'
import { makeRecoveryCodes, ownRecoveryCodes } from './recovery-codes.ts'
import { recoveryCodesFile, recoveryCodesPage } from './recovery-codes-page.ts'

type Asked = Context<Db>
type Form = Sent & Asked

export async function authenticator(context: Asked, doors: Doors): Promise<Answer> {
  const frame = frameOf(context)
  const proof = proofNeeded(frame, routes.authenticator.href({}))
  if (proof) return proof
  const { totpSince: since, id } = await own(context)
  const done = authenticatorDone.find((one) => one === context.query.done)
  if (!since) return setUp(frame, await doors.secret(), newSharedSecret(), { done: done === 'off' ? done : undefined })
  const codesLeft = (await listRecoveryCodes(context.db, id)).length
  return privatePage(authenticatorPage(frame, { since, codesLeft }, done === 'off' ? undefined : done))
}

async function own(context: Asked): Promise<Account> {
  const account = await findAccount(context.db, visitorOf(context).account)
  if (!account) throw new NotFound('This account is gone.')
  return account
}

type Told = { readonly fault?: string; readonly refusal?: string; readonly done?: AuthenticatorDone | undefined }

/** The shared secret goes with the form, sealed for this session alone, until a code confirms it. */
function setUp(frame: Frame, secret: string, shared: string, told: Told = {}): Answer {
  const visitor = visitorOf(frame)
  const sealed = encrypt(secret, setUpPlace(frame), shared).toString('base64url')
  const address = authenticatorAddress(shared, { issuer: frame.network.name, account: visitor.name })
  const status = told.fault || told.refusal ? 422 : 200
  return privatePage(setUpPage(frame, { shared, sealed, address, ...told }), { status })
}

function setUpPlace(frame: Frame): string {
  const { account, session } = visitorOf(frame)
  return `set-up of an authenticator for ${account} in ${session}`
}

export async function authenticatorSent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form, network, url, now } = context
  const frame = frameOf(context)
  const proof = proofNeeded(frame, routes.authenticator.href({}))
  if (proof) return proof
  const secret = await doors.secret()
  const shared = readSetUp(frame, secret, form.get('sealed') ?? '')
  if (!shared) return setUp(frame, secret, newSharedSecret(), { refusal: frame.t('authenticator.error.over') })
  const step = stepOfCode(shared, form.get('code') ?? '', now)
  if (step === undefined) return setUp(frame, secret, shared, { fault: frame.t('authenticator.error.code') })
  const { account } = visitorOf(context)
  const codes = await db.transaction().execute(async (tx) => {
    await lockAccount(tx, account)
    if ((await findAccount(tx, account))?.totpSince !== null) return undefined
    await setAuthenticator(tx, account, { sealed: sealShared(secret, account, shared), since: now, step })
    await tellHolder(tx, account, { secret, network, url, now }, { what: 'authenticator-on' })
    return await makeRecoveryCodes(tx, secret, account)
  })
  // Sent twice: it is in force, and its codes were shown.
  if (!codes) return redirect(frame.at(routes.authenticator.href({})), 303)
  return privatePage(recoveryCodesPage(frame, codes, 'on'))
}

function readSetUp(frame: Frame, secret: string, sealed: string): string | undefined {
  try {
    return decrypt(secret, setUpPlace(frame), Buffer.from(sealed, 'base64url'))
  } catch {
    // Of another session, or nothing of ours.
    return undefined
  }
}

export async function authenticatorRemoved(context: Form, doors: Doors): Promise<Answer> {
  const { db, network, url, now } = context
  const frame = frameOf(context)
  const proof = proofNeeded(frame, routes.authenticator.href({}))
  if (proof) return proof
  const { account } = visitorOf(context)
  const secret = await doors.secret()
  await db.transaction().execute(async (tx) => {
    await lockAccount(tx, account)
    if (!(await clearAuthenticator(tx, account))) return
    await replaceRecoveryCodes(tx, account, [])
    await tellHolder(tx, account, { secret, network, url, now }, { what: 'authenticator-off' })
  })
  return redirect(frame.at(withQuery(routes.authenticator.href({}), { done: 'off' })), 303)
}

/** Shown in the answer to the form: they are kept nowhere that another page could show them from. */
export async function recoveryCodesMade(context: Form, doors: Doors): Promise<Answer> {
  const { db, network, url, now } = context
  const frame = frameOf(context)
  const proof = proofNeeded(frame, routes.authenticator.href({}))
  if (proof) return proof
  const { account } = visitorOf(context)
  const secret = await doors.secret()
  const codes = await db.transaction().execute(async (tx) => {
    await lockAccount(tx, account)
    if (!(await findAccount(tx, account))?.totpSince) return undefined
    await tellHolder(tx, account, { secret, network, url, now }, { what: 'codes-made' })
    return await makeRecoveryCodes(tx, secret, account)
  })
  if (!codes) return redirect(frame.at(routes.authenticator.href({})), 303)
  return privatePage(recoveryCodesPage(frame, codes, 'codes'))
}

/** The codes just shown, as a file. Only what is a code of theirs goes into it: nothing else can be sent through here. */
export async function recoveryCodesFileSent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form } = context
  const frame = frameOf(context)
  const { account } = visitorOf(context)
  const given = (form.get('codes') ?? '').split(' ').slice(0, 20)
  const codes = await ownRecoveryCodes(db, await doors.secret(), account, given)
  if (codes.length === 0) return redirect(frame.at(routes.authenticator.href({})), 303)
  const headers = { 'content-disposition': 'attachment; filename="recovery-codes.txt"' }
  return { status: 200, type: plain, body: recoveryCodesFile(frame, codes), cache: 'private', tags: [], headers }
}
