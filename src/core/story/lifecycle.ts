/** Where a story stands, and which event a change of it is. */
import type { EventKind } from '../wire.ts'
import type { Standing } from './gate.ts'
import type { Change, VersionKind } from './story.ts'

/** The records of a story, together, say where it stands: the gravest counts. */
export function standingOf(records: {
  readonly published: boolean
  readonly held: boolean
  readonly withdrawal: 'withdrawal' | 'kill' | null
  readonly expired: boolean
}): Standing {
  if (records.withdrawal === 'kill') return 'killed'
  if (records.withdrawal === 'withdrawal') return 'withdrawn'
  if (records.held) return 'held'
  if (records.expired) return 'expired'
  return records.published ? 'published' : 'unpublished'
}

/** Whether a change says that something was wrong, or in doubt: what readers are shown first, and in the list of corrections. */
export function isRepair({ kind }: Pick<Change, 'kind'>): boolean {
  return kind === 'correction' || kind === 'clarification' || kind === 'note'
}

export function eventOfVersion(kind: VersionKind): EventKind {
  switch (kind) {
    case 'first':
      return 'published'
    case 'update':
      return 'updated'
    case 'correction':
      return 'corrected'
    case 'clarification':
      return 'clarified'
    case 'note':
      return 'noted'
  }
}
