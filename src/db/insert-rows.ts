/**
 * Many rows of one shape in one statement. The query builder takes longer to spell such a statement out than the
 * server to run it (docs/performance.md), so it is spelled here, once for each shape and number of rows.
 */
import { CompiledQuery, type Insertable } from 'kysely'
import type { Tx } from './connection.ts'
import type { DB } from './schema.ts'

/** `rest` follows the values, e.g. `on conflict do nothing`. All rows must have the columns of the first. */
export async function insertRows<Table extends keyof DB & string>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
  rest = '',
): Promise<void> {
  if (rows.length === 0) return
  const { text, values } = insertion(table, rows)
  await tx.executeQuery(CompiledQuery.raw(`${text} ${rest}`, values))
}

/** The statement for at least one row, as part of another that has so many values `before` it. */
export function insertion<Table extends keyof DB & string>(
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
  before = 0,
): { readonly text: string; readonly values: unknown[] } {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Insertable<DB[Table]>)[]
  const values: unknown[] = []
  const written = datesWritten()
  for (const row of rows) for (const column of columns) values.push(written(row[column]))
  return { text: statement(table, columns as string[], rows.length, before), values }
}

/** Dates as the server reads them; rows written at one moment share it, and it is spelled once. */
function datesWritten(): (value: unknown) => unknown {
  const known = new Map<Date, string>()
  return (value) => {
    if (!(value instanceof Date)) return value
    const text = known.get(value) ?? value.toISOString()
    known.set(value, text)
    return text
  }
}

const statements = new Map<string, string>()
/** So many are kept; a database has few shapes, and batches few sizes. */
const most = 2_000

function statement(table: string, columns: readonly string[], count: number, before: number): string {
  const shape = `${before} ${count} ${table} ${columns.join()}`
  let text = statements.get(shape)
  if (text === undefined) {
    const tuples = Array.from(
      { length: count },
      (_, row) => `(${columns.map((_, column) => `$${before + row * columns.length + column + 1}`).join()})`,
    )
    text = `insert into ${snake(table)} (${columns.map(snake).join()}) values ${tuples.join()}`
    if (statements.size >= most) statements.clear()
    statements.set(shape, text)
  }
  return text
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
