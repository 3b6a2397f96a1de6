/** What the desk's pages need besides the database. */
import type { AccountId } from '../core/id.ts'
import type { Story } from '../core/story/story.ts'
import type { Db } from '../db/connection.ts'
import type { MediaStore } from '../net/media-store.ts'
import type { Context, Frame } from '../web/context.ts'
import type { Html } from '../web/html.ts'
import type { Limit } from '../web/limit.ts'
import type { Sent } from '../web/router.ts'

export type Means = {
  secret(): Promise<string>
  readonly media: MediaStore
  /** Pictures somebody hands in: each costs a moment of the machine. */
  readonly limits: { readonly pictures: Limit }
  /** How people of accounts are called. */
  names(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>
  /** The story as readers would see it. */
  preview(frame: Frame, story: Story): Html
}

export type Asked = Context<Db>
export type Given = Sent & Context<Db>
