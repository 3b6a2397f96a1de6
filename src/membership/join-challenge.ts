/**
 * The challenge in the form to join: a sum that costs a browser about a second, and the signed moment the form was made.
 * Nothing of it is kept until it is answered, and then only its hash, so that one form is one request.
 */
import { createHash, randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { fingerprint } from '../host/encrypt.ts'

const algorithm = 'PBKDF2/SHA-256'
/** Rounds of one try, and how many tries it takes: from 100 to 500, so that nobody waits without end. */
const cost = 2_000
const tries = { least: 100, most: 500 }
/** A form is good for so long. */
const lasts = 2 * 3_600_000
/** Bytes: ours has about 400. */
const longest = 2_000

/** As it stands in the form: JSON. */
export async function newJoinChallenge(secret: string, now: Date): Promise<string> {
  const challenge = await createChallenge({
    ...{ algorithm, cost, deriveKey, counter: randomInt(tries.least, tries.most + 1), data: { at: now.getTime() } },
    ...keysOf(secret),
  })
  return JSON.stringify(challenge)
}

export type JoinChallenge = {
  readonly hash: Buffer
  readonly madeAt: Date
  readonly expiresAt: Date
  /** Whether the sum was done. */
  readonly worked: boolean
}

const shape = z.object({
  parameters: z.strictObject({
    algorithm: z.literal(algorithm),
    cost: z.number(),
    data: z.strictObject({ at: z.number() }),
    keyLength: z.number(),
    keyPrefix: z.string(),
    keySignature: z.string(),
    nonce: z.string(),
    salt: z.string(),
  }),
  signature: z.string(),
})
const answer = z.object({ counter: z.number(), derivedKey: z.string() })
const none = { counter: 0, derivedKey: '' }

/**
 * Undefined for what is no challenge of ours. The time is compared here, where a test owns it: the library would ask the
 * machine's clock.
 */
export async function readJoinChallenge(
  secret: string,
  given: { readonly challenge: string; readonly solution: string },
): Promise<JoinChallenge | undefined> {
  const challenge = shape.safeParse(parsed(given.challenge)).data
  if (!challenge) return undefined
  const solution = answer.safeParse(parsed(given.solution)).data ?? none
  const found = await verifySolution({
    ...{ challenge: challenge as Parameters<typeof verifySolution>[0]['challenge'], solution, deriveKey },
    ...keysOf(secret),
  }).catch(() => undefined)
  if (found?.invalidSignature !== false) return undefined
  const { at } = challenge.parameters.data
  return {
    hash: createHash('sha256').update(challenge.signature).digest(),
    madeAt: new Date(at),
    expiresAt: new Date(at + lasts),
    worked: found.verified,
  }
}

function keysOf(secret: string): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } {
  const key = (words: string) => fingerprint(secret, 'challenge to join', words).toString('hex')
  return { hmacSignatureSecret: key('the sum'), hmacKeySignatureSecret: key('its answer') }
}

function parsed(text: string): unknown {
  if (text.length > longest) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
