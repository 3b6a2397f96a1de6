/** What the pages of an application need besides the database. */
import { visitorOf } from '../core/account/visitor.ts'
import { isOpen } from '../core/member/application.ts'
import { type Application, findOwnApplication, lockOwnApplication, type SiteSeen } from '../db/applications.ts'
import type { Db, Tx } from '../db/connection.ts'
import type { MediaStore } from '../net/media-store.ts'
import { routes } from '../routes.ts'
import { type Answer, redirect } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import type { Limit } from '../web/limit.ts'
import type { Sent } from '../web/router.ts'

export type Applying = {
  secret(): Promise<string>
  readonly media: MediaStore
  /** Looks at a site for its feed; undefined when there is no time for it now. */
  lookForFeed(address: string): Promise<(SiteSeen & { readonly feedUrl: string | undefined }) | undefined>
  /** How often one connection may hand in pictures, and have sites looked at. */
  readonly limits: { readonly pictures: Limit; readonly looks: Limit }
}

export type Asked = Context<Db>
export type Form = Sent & Asked

/** The visitor's own, while it can be changed. */
export async function openApplication({ db, ...here }: Asked): Promise<Application | undefined> {
  const application = await findOwnApplication(db, visitorOf(here).account)
  return application && isOpen(application.standing) ? application : undefined
}

/** The same, held: it may have been decided a moment ago. */
export async function lockOpen(tx: Tx, here: Asked): Promise<Application | undefined> {
  const application = await lockOwnApplication(tx, visitorOf(here).account)
  return application && isOpen(application.standing) ? application : undefined
}

/** Where it stands is said on the overview, whatever was asked. */
export function toOverview(here: Asked): Answer {
  return redirect(frameOf(here).at(routes.application.href({})), 303)
}
