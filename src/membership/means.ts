/** What the pages of this room need besides the database. */
import type { AccountId } from '../core/id.ts'
import type { MediaStore } from '../net/media-store.ts'
import type { Limit } from '../web/limit.ts'

export type Means = {
  secret(): Promise<string>
  readonly media: MediaStore
  /** Pictures somebody hands in: each costs a moment of the machine. */
  readonly limits: { readonly pictures: Limit }
  /** How accounts are called; those that are gone have no name. */
  names(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>
}
