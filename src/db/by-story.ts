/** What belongs to many stories, read for all of them at once. */
import { sql } from 'kysely'

/** However many there are, the statement is one. */
export function among(column: string, ids: readonly string[]) {
  return sql<boolean>`${sql.raw(column)} = any(${ids}::uuid[])`
}

/** Rows of several stories, for each its own. */
export function grouped<Row extends { storyId: string }, T>(
  rows: readonly Row[],
  shape: (row: Row) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.storyId)
    if (group) group.push(shape(row))
    else groups.set(row.storyId, [shape(row)])
  }
  return groups
}
