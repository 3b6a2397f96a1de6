/** Passwords are kept as argon2id hashes (RFC 9106), one computed at a time so that pages go on meanwhile. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Unavailable } from '../core/errors.ts'
import { fingerprint } from '../host/encrypt.ts'

const derive = promisify(argon2)

/** What OWASP's cheat sheet for password storage asks for at least: 19 MiB, two passes. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const hashLength = 32
/** Who comes when this many wait is sent away: they would wait for seconds. */
const mostWaiting = 40

export type Hasher = {
  /** In PHC's format: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
  hash(password: string): Promise<string>
  /**
   * Whether it is the password. Without a hash it takes as long and answers no, so that nobody learns from the time
   * whether there is an account. Throws Unavailable when too many wait.
   */
  verify(password: string, hash: string | null): Promise<boolean>
}

/** The program's secret goes into every hash: whoever has the database alone cannot try passwords. */
export function createHasher(secret: () => Promise<string>): Hasher {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= mostWaiting) throw new Unavailable('Too many people sign in at this moment: try again in a minute.')
    waiting += 1
    const turn = last.then(work).finally(() => {
      waiting -= 1
    })
    last = turn.catch(() => undefined)
    return await turn
  }

  async function compute(password: string, salt: Buffer, costs: typeof cost): Promise<Buffer> {
    const pepper = fingerprint(await secret(), 'passwords', '')
    const message = Buffer.from(password.normalize('NFKC'))
    return await inTurn(() =>
      derive('argon2id', { message, nonce: salt, secret: pepper, tagLength: hashLength, ...costs }),
    )
  }

  return {
    async hash(password) {
      const salt = randomBytes(16)
      const hash = await compute(password, salt, cost)
      const { memory, passes, parallelism } = cost
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
    },
    async verify(password, hash) {
      const read = hash === null ? undefined : readHash(hash)
      const { salt, costs } = read ?? { salt: randomBytes(16), costs: cost }
      const computed = await compute(password, salt, costs)
      return read !== undefined && timingSafeEqual(computed, read.hash)
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
