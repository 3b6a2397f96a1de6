/** What the pages of this room need besides the database. */
import type { AccountId } from '../core/id.ts'
import type { MediaStore } from '../net/media-store.ts'

export type Means = {
  secret(): Promise<string>
  readonly media: MediaStore
  /** How accounts are called; those that are gone have no name. */
  names(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>
}
