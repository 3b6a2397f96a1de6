/** What the pages of sources need besides the database. */
import { NotFound } from '../core/errors.ts'
import { type AccountId, readId, type SourceId } from '../core/id.ts'
import type { Db } from '../db/connection.ts'
import { findSource, type Source } from '../db/sources.ts'
import type { Fetcher } from '../net/fetch.ts'
import type { Context } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import type { Room } from './room.ts'

export type Outside = {
  /** The way out, for who looks at a site before it is added. */
  fetcher(): Promise<Fetcher>
  /** So many look at once. */
  readonly looks: Room
  readonly minPollSeconds: number
  secret(): Promise<string>
  /** How staff are called. */
  names(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>
}

export type Asked = Context<Db>
export type Form = Sent & Asked

/** The source an address names. Throws NotFound. */
export async function sourceNamed({ db, params }: Asked): Promise<Source> {
  const id = readId<SourceId>(params.id ?? '')
  const source = id && (await findSource(db, id))
  if (!source) throw new NotFound('There is no such source.')
  return source
}

/** What a field of a form holds, on one line. */
export function lineIn(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').replace(/\s+/g, ' ').trim()
}

export function oneOf<T extends string>(known: readonly T[], given: string | null | undefined): T | undefined {
  return known.find((one) => one === given)
}
