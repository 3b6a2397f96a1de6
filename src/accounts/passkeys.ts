/**
 * Passkeys (WebAuthn): what is asked of a browser, and what of its answers is believed. A passkey is enough by itself,
 * for the device asks who holds it. No list of those that would do is given out: which there are shows to nobody.
 */
import { createHash } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Visitor } from '../core/account/visitor.ts'
import type { Log } from '../core/log.ts'
import type { Db } from '../db/connection.ts'
import { answerChallenge, findPasskey, type Passkey, usePasskey } from '../db/passkeys.ts'
import { newChallenge, type ReadChallenge, readChallenge } from './challenge.ts'
import { beginSession } from './session.ts'

/** Thirty megabytes: loaded by the process that is asked for a passkey, and by no other. */
const webAuthn = () => import('@simplewebauthn/server')

/** What a browser is asked, as JSON; it waits for its holder as long as the challenge lasts. */
export type Question = string

/** More are a list nobody can keep in mind. */
export const mostPasskeys = 20
/** EdDSA, ES256 and RS256 (RFC 9053): every device has one of them. */
const algorithms = [-8, -7, -257]
const patience = 10 * 60_000

/** Where and when a question is asked, or its answer comes. `url`: the public address, whose host passkeys belong to. */
export type Asking = { readonly secret: string; readonly url: string; readonly now: Date; readonly log: Log }

/** Whether a network at this address can have passkeys: they belong to a name, never to a number (WebAuthn, 5.1.2). */
export function hasPasskeys(url: string): boolean {
  const { hostname, protocol } = new URL(url)
  const isNumber = /^[\d.]+$|^\[/.test(hostname)
  return !isNumber && (protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost'))
}

/** Asks for any passkey of this network. */
export async function askForPasskey({ secret, url, now }: Omit<Asking, 'log'>): Promise<Question> {
  const { generateAuthenticationOptions } = await webAuthn()
  const options = await generateAuthenticationOptions({
    rpID: new URL(url).hostname,
    challenge: bytesOf(newChallenge(secret, 'sign in', now)),
    userVerification: 'required',
    timeout: patience,
  })
  return JSON.stringify(options)
}

/** Asks for a new passkey. What the device shows is how its holder is called here; a mail address it never learns. */
export async function askForNewPasskey(
  { secret, url, now }: Omit<Asking, 'log'>,
  visitor: Visitor,
  known: readonly Passkey[],
  network: string,
): Promise<Question> {
  const { generateRegistrationOptions } = await webAuthn()
  const options = await generateRegistrationOptions({
    rpID: new URL(url).hostname,
    rpName: network,
    userName: visitor.name,
    userDisplayName: visitor.name,
    userID: new Uint8Array(Buffer.from(visitor.account)),
    challenge: bytesOf(newChallenge(secret, adding(visitor), now)),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ id, transports }) => ({
      id: id.toString('base64url'),
      transports: [...transports],
    })),
    supportedAlgorithmIDs: algorithms,
    timeout: patience,
  })
  return JSON.stringify(options)
}

/** Only the session that was asked may answer. */
function adding({ account, session }: Visitor): string {
  return `add to ${account} in ${session}`
}

export type Refusal =
  /** Not believed: another network's, another question's, answered before, or a passkey nobody has here. */
  | 'wrong'
  /** The page stood open for too long. */
  | 'over'

export async function signInByPasskey(
  db: Db,
  answer: string,
  asking: Asking & { readonly instead?: Visitor | undefined },
): Promise<{ readonly token: string } | Refusal> {
  const { secret, now, instead } = asking
  const response = readAnswer(answer, assertion) as AuthenticationResponseJSON | undefined
  const challenge = response && challengeOf(response.response.clientDataJSON, secret, 'sign in', now)
  if (!challenge) return 'wrong'
  if (challenge.isOver) return 'over'
  const passkey = await findPasskey(db, Buffer.from(response.id, 'base64url'))
  if (!passkey || handleOf(response) !== passkey.account) return 'wrong'
  const { verifyAuthenticationResponse } = await webAuthn()
  const verified = await believed(asking.log, () =>
    verifyAuthenticationResponse({
      response,
      ...expected(asking, response.response.clientDataJSON),
      credential: {
        id: response.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }),
  )
  if (!verified?.verified) return 'wrong'
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  const counter = { before: passkey.counter, now: newCounter }
  return await db.transaction().execute(async (tx) => {
    const isFirst = await answerChallenge(tx, challenge.hash, challenge.expiresAt)
    if (!isFirst) return 'wrong'
    if (!(await usePasskey(tx, passkey.id, { at: now, counter, isBackedUp: credentialBackedUp }))) return 'wrong'
    return { token: await beginSession(tx, { account: passkey.account, way: 'passkey', now, instead }) }
  })
}

/** Whose the passkey says it is. */
function handleOf({ response }: AuthenticationResponseJSON): string {
  return Buffer.from(response.userHandle ?? '', 'base64url').toString()
}

/** The passkey a browser made, if its answer is believed; it is not written yet. */
export async function readNewPasskey(
  answer: string,
  asking: Asking & { readonly visitor: Visitor },
): Promise<{ readonly passkey: Omit<Passkey, 'usedAt' | 'name'>; readonly challenge: ReadChallenge } | Refusal> {
  const { secret, now, visitor, log } = asking
  const response = readAnswer(answer, attestation) as RegistrationResponseJSON | undefined
  const challenge = response && challengeOf(response.response.clientDataJSON, secret, adding(visitor), now)
  if (!challenge) return 'wrong'
  if (challenge.isOver) return 'over'
  const { verifyRegistrationResponse } = await webAuthn()
  const verified = await believed(log, () =>
    verifyRegistrationResponse({
      response,
      ...expected(asking, response.response.clientDataJSON),
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (!verified?.verified) return 'wrong'
  const { credential, credentialBackedUp } = verified.registrationInfo
  const passkey = {
    id: Buffer.from(credential.id, 'base64url'),
    account: visitor.account,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: response.response.transports ?? [],
    isBackedUp: credentialBackedUp,
    addedAt: now,
  }
  return { passkey, challenge }
}

/** What the library compares an answer with. The challenge's own mark has been checked: it must only be the same. */
function expected({ url }: Asking, clientData: string) {
  return {
    expectedChallenge: clientOf(clientData)?.challenge ?? '',
    expectedOrigin: new URL(url).origin,
    expectedRPID: new URL(url).hostname,
    requireUserVerification: true,
  }
}

/** The library throws at whoever sends what it does not believe; what it says is for those who look for a fault. */
async function believed<T>(log: Log, verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify()
  } catch (error) {
    log.debug('A passkey’s answer was not believed.', { why: error instanceof Error ? error.message : '' })
    return undefined
  }
}

function challengeOf(clientData: string, secret: string, about: string, now: Date): ReadChallenge | undefined {
  const client = clientOf(clientData)
  return client && readChallenge(secret, about, client.challenge, now)
}

const client = z.object({ challenge: z.string().max(200) })

function clientOf(clientData: string): z.infer<typeof client> | undefined {
  return readAnswer(Buffer.from(clientData, 'base64url').toString(), client)
}

const coded = z.string().regex(/^[\w-]+$/)
/** A credential's name has 1,023 bytes at most (WebAuthn, 4). */
const common = { id: coded.max(1_364), rawId: coded.max(1_364), type: z.literal('public-key') }
const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: coded,
    authenticatorData: coded,
    signature: coded,
    userHandle: coded.max(100).nullish(),
  }),
  clientExtensionResults: z.object({}).default({}),
})
const attestation = z.object({
  ...common,
  response: z.object({
    clientDataJSON: coded,
    attestationObject: coded,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional()
      .catch(undefined),
  }),
  clientExtensionResults: z.object({}).default({}),
})

function readAnswer<T>(text: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function bytesOf(challenge: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(challenge, 'base64url'))
}

/** How a passkey is called in addresses: nobody else need learn the name its device gave it. */
export function passkeyKey({ id }: Pick<Passkey, 'id'>): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16)
}
