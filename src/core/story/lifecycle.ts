/** Where a story stands, and which event a change of it is. */
import type { EventKind } from '../wire.ts'
import type { Standing } from './gate.ts'
import type { VersionKind } from './story.ts'

/** The records of a story, together, say where it stands: the gravest counts. */
export function standingOf(records: {
  readonly published: boolean
  readonly held: boolean
  readonly withdrawal: 'withdrawal' | 'kill' | null
}): Standing {
  if (records.withdrawal === 'kill') return 'killed'
  if (records.withdrawal === 'withdrawal') return 'withdrawn'
  if (records.held) return 'held'
  return records.published ? 'published' : 'unpublished'
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
