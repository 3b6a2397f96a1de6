/** What the pages of proofs need besides the database, and whose proofs a page is about. */

import type { AccountId } from '../core/id.ts'
import type { Db } from '../db/connection.ts'
import type { Claimant } from '../db/site-proofs.ts'
import type { Dns } from '../net/dns.ts'
import type { Fetcher } from '../net/fetch.ts'
import type { Context } from '../web/context.ts'
import type { Limit } from '../web/limit.ts'
import type { Sent } from '../web/router.ts'
import type { Names } from '../web/ui/author.ts'
import type { WorkPage } from '../web/work-layout.ts'

export type ProofMeans = {
  secret(): Promise<string>
  /** The way out, for a look that somebody waits for. */
  fetcher(): Promise<Fetcher>
  readonly dns: Dns
  /** So many look at once. */
  readonly looks: { take(patience: AbortSignal): Promise<() => void> }
  /** How often one person may have a site looked at. */
  readonly proofLimit: Limit
  names(ids: readonly AccountId[]): Promise<Names>
}

export type Asked = Context<Db>
export type Form = Sent & Asked

/** Whose proofs these are, and where their page is. */
export type Desk = {
  readonly claimant: Claimant
  readonly name: string
  /** What they have said is their site. */
  readonly site: string | null
  /** Their page, as routes give it. */
  readonly page: string
  readonly sent: string
  /** The way back: where this page is one step of something. */
  readonly back?: { readonly label: string; readonly href: string }
  /** The member's other pages, where it is a member's. */
  readonly places?: WorkPage['places']
  /** Public pages of theirs that a site may link, beside that of the token. */
  readonly faces: readonly string[]
  readonly mayChange: boolean
}
