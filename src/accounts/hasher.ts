/**
 * Passwords are kept as argon2id hashes (RFC 9106), one computed at a time so that pages go on meanwhile; and an answer
 * comes at the same time for everybody, so that nobody learns from it whether there is an account.
 */
import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Unavailable } from '../core/errors.ts'
import { inNormalForm } from '../core/normal-form.ts'
import { fingerprint } from '../host/encrypt.ts'

const derive = promisify(argon2)

/** What OWASP's cheat sheet for password storage asks for at least: 19 MiB, two passes. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const hashLength = 32
/**
 * Hashes in hand at once, the one that is computed and those that wait for it; who comes then is sent away. Of addresses
 * on which a wrong password was tried before, one at a time: a flood of tries leaves room for everybody else.
 */
const mostInHand = { all: 4, doubtful: 1 }
/** Answers come after this many milliseconds; on a slow machine after a multiple in which all in hand can be computed. */
const answerAfter = 250
/** And some more by chance: what little the two ways still differ in cannot be told from it by the few tries there are. */
const blur = 30

export type Hasher = {
  /** In PHC's format: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Throws Unavailable when too many are in hand. */
  hash(password: string): Promise<string>
  /**
   * Whether it is the password. Without a hash nothing is computed, so that a flood of addresses which are nobody's
   * takes no processor from anybody; the answer, no, comes as late. `isDoubtful`: wrong ones were tried there lately;
   * of those one is in hand at a time, with a hash or without. Throws Unavailable when too many are in hand.
   */
  verify(password: string, hash: string | null, isDoubtful?: boolean): Promise<boolean>
}

/** The program's secret goes into every hash: whoever has the database alone cannot try passwords. */
export function createHasher(secret: () => Promise<string>): Hasher {
  let last: Promise<unknown> = Promise.resolve()
  const inHand = { all: 0, doubtful: 0 }
  let measured: Promise<{ hash: number; step: number }> | undefined

  /** One at a time, in the order they came. */
  async function inTurn<T>(act: () => Promise<T>, isDoubtful = false): Promise<T> {
    inHand.all += 1
    if (isDoubtful) inHand.doubtful += 1
    const turn = last.then(act).finally(() => {
      inHand.all -= 1
      if (isDoubtful) inHand.doubtful -= 1
    })
    last = turn.catch(() => undefined)
    return await turn
  }

  async function compute(password: string, salt: Buffer, costs: typeof cost): Promise<Buffer> {
    const message = Buffer.from(inNormalForm(password, 'NFKC'))
    const pepper = fingerprint(await secret(), 'passwords', '')
    return await derive('argon2id', { message, nonce: salt, secret: pepper, tagLength: hashLength, ...costs })
  }

  function refuseTooMany(isDoubtful = false): void {
    if (inHand.all >= mostInHand.all || (isDoubtful && inHand.doubtful >= mostInHand.doubtful))
      throw new Unavailable('Too many people sign in at this moment: try again in a minute.')
  }

  /** When answers come on this machine, measured once. */
  async function measure(): Promise<{ hash: number; step: number }> {
    const started = performance.now()
    await inTurn(() => compute('', randomBytes(16), cost))
    const hash = performance.now() - started
    return { hash, step: Math.ceil((hash * mostInHand.all) / answerAfter) * answerAfter }
  }

  async function isRight(password: string, hash: string | null, isDoubtful: boolean, ms: number): Promise<boolean> {
    const read = hash === null ? undefined : readHash(hash)
    if (read)
      return timingSafeEqual(await inTurn(() => compute(password, read.salt, read.costs), isDoubtful), read.hash)
    // Where a wrong one was tried before, a place is taken as for a hash: whether it is shows to who comes meanwhile.
    if (isDoubtful) await inTurn(() => sleep(ms), isDoubtful)
    return false
  }

  return {
    async hash(password) {
      refuseTooMany()
      const salt = randomBytes(16)
      const hash = await inTurn(() => compute(password, salt, cost))
      const { memory, passes, parallelism } = cost
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
    },
    async verify(password, hash, isDoubtful = false) {
      measured ??= measure()
      const { hash: ms, step } = await measured
      const started = performance.now()
      refuseTooMany(isDoubtful)
      const right = await isRight(password, hash, isDoubtful, ms)
      const took = performance.now() - started
      await sleep(Math.ceil(Math.max(took, 1) / step) * step - took + randomInt(blur))
      return right
    },
  }
}

function readHash(phc: string): { salt: Buffer; hash: Buffer; costs: typeof cost } | undefined {
  const [, memory, passes, parallelism, salt = '', hash = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]{43})$/.exec(phc) ?? []
  if (!hash) return undefined
  const costs = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64'), costs }
}

/** As PHC's format writes it: without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
