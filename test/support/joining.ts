/** People who ask to join, as their browsers would: with and without the sum done. */
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { AccountId } from '../../src/core/id.ts'
import type { ApplicationId } from '../../src/db/applications.ts'
import { newId } from '../../src/db/new-id.ts'
import type { World } from './newsroom.ts'

export type JoinFields = { mail: string; challenge: string; solution: string }

/** The form of `/join`, filled in by somebody who takes three seconds. */
export async function joinForm(world: World, mail: string, { works = false } = {}): Promise<JoinFields> {
  const page = await (await world.get('/join')).text()
  const challenge = challengeIn(page)
  world.clock.advance(3)
  const solution = works ? await solve(challenge) : ''
  return { mail, challenge, solution }
}

export function challengeIn(page: string): string {
  const [, written = ''] = /name="challenge" value="([^"]*)"/.exec(page) ?? []
  return written.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

export async function solve(challenge: string): Promise<string> {
  const solution = await solveChallenge({ challenge: JSON.parse(challenge) as Challenge, deriveKey })
  return JSON.stringify(solution)
}

export type ApplicationWords = {
  readonly standing?: string
  readonly name?: string
  readonly about?: string
  readonly siteUrl?: string | null
  readonly feedUrl?: string | null
  readonly submittedAt?: Date | null
  readonly path?: string
}

/** An application as the steps of it would leave it: sent in unless said otherwise. */
export async function applicationOf(
  world: World,
  account: AccountId,
  words: ApplicationWords = {},
): Promise<ApplicationId> {
  const now = world.clock()
  const id = newId<ApplicationId>(now)
  const submittedAt = words.submittedAt === undefined ? now : words.submittedAt
  await world.db
    .insertInto('applications')
    .values({
      ...{ id, accountId: account, begunAt: now, changedAt: now, interface: 'en', kind: 'magazine' },
      ...{ name: 'Arcoíris', about: '', siteUrl: null, feedUrl: null, standing: 'waiting', ...words, submittedAt },
    })
    .execute()
  return id
}
