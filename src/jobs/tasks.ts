/** Every task there is: its name and what it is given. A task may run twice; each must not mind. */
import type { AccountId, MemberId } from '../core/id.ts'
import type { LeavingStories } from '../core/member/leaving.ts'
import type { KeptMeasure } from '../core/member/measure.ts'
import type { Recall } from '../core/wire.ts'

export type Tasks = {
  /** Writes a recall into the ledger beside the data, from which a restored backup is brought up to date. */
  'keep-recall': Recall
  /** Writes an erased account's number into the ledger beside the data, for the same reason. */
  'keep-departure': { account: AccountId; at: string }
  /** Writes that a member left, and what it chose, into the ledger beside the data. */
  'keep-member-departure': { member: MemberId; at: string; stories: LeavingStories; pseudonym: string }
  /** Writes that a member was suspended or removed, or that this ended, into the ledger beside the data. */
  'keep-measure': KeptMeasure
  /** Tells the CDN in front, if there is one, to drop what carries these tags. */
  'purge-cdn': { tags: readonly string[] }
  /** Removes pictures that were erased from the media store. */
  'remove-media': { hashes: readonly string[] }
  /** Sends a letter: encrypted whole, its address too. */
  mail: { sealed: string }
  /** Sends a link to sign in with to an address, if it is somebody's: the page that asks never knows. */
  'sign-in-link': { sealed: string }
  /** Leads somebody in who may have no account yet. */
  'door-letter': { sealed: string }
  /** Tells the people of members whom an applicant has named. */
  'vouch-letters': { application: string }
  /** Reads again what a source gave before; which and what came of it stands in the database. */
  'reread-source': { reread: string }
  /** Adds the feeds of a list that was handed in. */
  'import-sources': { list: string }
  /** Every minute: carries out removals of sources that nobody has taken back. */
  'remove-sources': Record<string, never>
  /** Every minute: carries out departures of members that nobody has taken back. */
  'leave-members': Record<string, never>
  /** Every minute: invites new owners whom nobody has stopped. */
  'change-owners': Record<string, never>
  /** Every minute: carries out decisions about applications whose ten minutes are over, and ends suspensions that are due. */
  'carry-out-decisions': Record<string, never>
  /** Holds, releases or withdraws the stories of a member that was suspended, is so no longer, or was removed. */
  'hold-stories': { member: MemberId }
  /** Every minute: takes advisories down whose event is over. */
  expire: Record<string, never>
  /** Every hour: looks whether proofs of site that are due can still be seen. */
  'check-proofs': Record<string, never>
  /** Every hour, and when a profile was saved: looks whether homes that are due link back to their member's page. */
  'check-homes': Record<string, never>
  /** Every hour: looks whether sources that are due are what they were. */
  'look-at-sources': Record<string, never>
  /** Daily: forgets raw items and ledger lines that are past their time. */
  forget: Record<string, never>
}

export type TaskName = keyof Tasks

export type Task = { readonly [Name in TaskName]: { readonly name: Name; readonly payload: Tasks[Name] } }[TaskName]
