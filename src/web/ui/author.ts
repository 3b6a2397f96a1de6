/** Who did something, as records name them (`account ID`, `operator`), told by the name that belongs to it. */
import { type AccountId, readId } from '../../core/id.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

export type Names = ReadonlyMap<AccountId, string>

/** The accounts that records name. */
export function accountsIn(records: readonly string[]): AccountId[] {
  const ids = records.flatMap((record) => [...record.matchAll(/\baccount ([0-9a-f-]{36})\b/g)].map(([, id = '']) => id))
  return [...new Set(ids)].flatMap((id) => readId<AccountId>(id) ?? [])
}

export function author({ t }: Frame, names: Names, by: string): Html {
  if (by === 'operator') return html`${t('by.operator')}`
  const [id] = accountsIn([by])
  const name = id && names.get(id)
  if (name) return html`<bdi>${name}</bdi>`
  return html`${id ? t('by.gone') : by}`
}
