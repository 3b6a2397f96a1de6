/** What is done with proofs: a site is named, looked at, written to, shown to a moderator. */

import { Conflict } from '../core/errors.ts'
import { hostOfSite, mailboxAt, type SeenWay, siteAddress } from '../core/member/proof.ts'
import type { Network } from '../core/network.ts'
import type { Db, Tx } from '../db/connection.ts'
import { countProofLetters, endProofLetters, findProofLetter, insertProofLetter } from '../db/proof-letters.ts'
import { recordAct } from '../db/rights.ts'
import {
  askPrivately,
  type Claimant,
  endPrivately,
  insertProof,
  isOwnProof,
  listProofs,
  lockClaimant,
  lockProof,
  markLooked,
  markProved,
  type ProofId,
  type SiteProof,
} from '../db/site-proofs.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { post } from '../host/post.ts'
import { hashToken, newToken } from '../host/token.ts'
import { routes } from '../routes.ts'
import { proofLetter } from './proof-letters.ts'
import { type Eyes, lookFor, type Sight } from './proof-look.ts'

/** Sites one member, or one application, names at most. */
export const mostSites = 20
/** Letters in a day to mailboxes at one host, whoever asks, and at one person's wish: nobody's inbox is filled by others. */
const mostToHost = 3
const mostByAccount = 6
const dayMs = 86_400_000
const letterDays = 3
const checkDays = 30
/** Characters of a token: 132 bits. */
const tokenLength = 22

export type Author = { readonly by: string; readonly now: Date }

/** Names a site. What was named before stays as it is. */
export async function nameSite(
  db: Db,
  claimant: Claimant,
  typed: string,
  { by, now }: Author,
): Promise<'named' | 'no address' | 'many'> {
  const address = siteAddress(typed)
  if (!address) return 'no address'
  const token = newToken().token.slice(0, tokenLength)
  return await db.transaction().execute(async (tx) => {
    await lockClaimant(tx, claimant)
    const named = await listProofs(tx, claimant)
    if (named.some((proof) => proof.address === address)) return 'named'
    if (named.length >= mostSites) return 'many'
    await insertProof(tx, claimant, { address, host: hostOfSite(address), token }, now, by)
    return 'named'
  })
}

/** Our addresses that a site may link: the page of its token, and the public pages of whose it is. */
export function targetsOf(url: string, token: string, faces: readonly string[]): string[] {
  return [url + routes.proofPage.href({ token }), ...faces.map((face) => url + face)]
}

/** Looks now; what is seen is proved from this moment on. */
export async function lookNow(
  db: Db,
  proof: SiteProof,
  way: SeenWay,
  eyes: Eyes,
  on: { readonly now: Date; readonly targets: readonly string[] },
): Promise<Sight> {
  const { now, targets } = on
  const sight = await lookFor(way, { ...proof, targets }, eyes)
  if (sight.kind !== 'seen') {
    await markLooked(db, proof.id, now)
    return sight
  }
  await db.transaction().execute(async (tx) => {
    if (!(await lockProof(tx, proof.id))) return
    await markProved(tx, proof.id, { way, by: 'wireroom', seen: sight.at, nextCheckAt: inDays(now, checkDays) }, now)
  })
  return sight
}

/** Writes to a mailbox at the site. `many`: enough letters went there today. */
export async function writeToSite(
  db: Db,
  proof: SiteProof,
  typed: string,
  on: Author & {
    readonly secret: string
    readonly network: Network
    readonly url: string
    readonly language: string
    readonly name: string
  },
): Promise<'sent' | 'no mailbox' | 'many'> {
  const { secret, now, network, url, language, name, by } = on
  const mail = mailboxAt(typed, proof.address)
  if (!mail) return 'no mailbox'
  const host = hostOfSite(proof.address)
  const { token, tokenHash } = newToken()
  return await db.transaction().execute(async (tx) => {
    if (!(await lockProof(tx, proof.id))) return 'no mailbox'
    const sent = await countProofLetters(tx, { host, by }, new Date(now.getTime() - dayMs))
    if (sent.toHost >= mostToHost || sent.byAccount >= mostByAccount) return 'many'
    const letter = { tokenHash, proofId: proof.id, host, sentBy: by, sentAt: now }
    await insertProofLetter(tx, { ...letter, expiresAt: inDays(now, letterDays) })
    const reader = { mail, network, url, account: { language, discreet: true } }
    await post(tx, secret, proofLetter(reader, { host, name, token }))
    return 'sent'
  })
}

/** Uses a letter's link up; undefined when it is over, was used, or another of them was. */
export async function useLetter(tx: Tx, token: string, now: Date): Promise<ProofId | undefined> {
  const id = await findProofLetter(tx, hashToken(token), now)
  if (!id || !(await lockProof(tx, id))) return undefined
  // Somebody may have used it while this one waited.
  if (!(await findProofLetter(tx, hashToken(token), now))) return undefined
  await endProofLetters(tx, id, now)
  await markProved(tx, id, { way: 'mail', by: 'wireroom', seen: null, nextCheckAt: null }, now)
  return id
}

/** Asks a moderator to look at something that need not be seen by anybody else. */
export async function showPrivately(
  db: Db,
  proof: SiteProof,
  words: string,
  { now, secret }: { readonly now: Date; readonly secret: string },
): Promise<void> {
  const sealed = encrypt(secret, placeOf(proof.id), words)
  await db.transaction().execute((tx) => askPrivately(tx, proof.id, sealed, now))
}

export function readPrivate(secret: string, { id, privateWords }: SiteProof): string {
  return privateWords ? decrypt(secret, placeOf(id), privateWords) : ''
}

/**
 * A moderator says what they were shown; false when somebody else has answered meanwhile. Throws Conflict for what is their
 * own: nobody is convinced by themselves.
 */
export async function answerPrivately(
  db: Db,
  id: ProofId,
  answer: { readonly isProved: boolean; readonly why: string },
  { by, now }: Author,
): Promise<boolean> {
  return await db.transaction().execute(async (tx) => {
    const proof = await lockProof(tx, id)
    if (!proof?.privateAt) return false
    if (await isOwnProof(tx, proof, by)) throw new Conflict('This proof is your own: another moderator looks at it.')
    const { isProved, why } = answer
    if (isProved) await markProved(tx, id, { way: 'moderator', by, seen: null, why, nextCheckAt: null }, now)
    else await endPrivately(tx, id)
    const act = isProved ? 'confirm proof' : 'refuse proof'
    await recordAct(tx, { actedAt: now, actedBy: by, act, about: hostOfSite(proof.address), why })
    return true
  })
}

function placeOf(id: ProofId): string {
  return `proof ${id} words`
}

function inDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * dayMs)
}
