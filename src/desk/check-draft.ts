/** What is amiss in a draft, each with the field it is in: found by what reads releases' files. */
import { writeReleaseFile } from '../core/formats/write-release-file.ts'
import type { Mistake, MistakeKind } from '../core/mistakes.ts'
import { dayIn } from '../core/story/address.ts'
import type { Supporter } from '../core/story/back-matter.ts'
import type { DraftFields } from '../core/story/draft-fields.ts'
import type { VersionKind } from '../core/story/story.ts'
import type { Db } from '../db/connection.ts'
import { findMedia } from '../db/media.ts'
import { checkRelease, type Handed, type Read } from './read-release.ts'

export type DraftFault = {
  /** The form's field; of a picture with its place among them: `alt-0`. */
  readonly field: string
  readonly what: MistakeKind
  /** Of the text: its line. */
  readonly line?: number
  readonly most?: number
}

type ToCheck = { readonly fields: DraftFields; readonly kind: VersionKind; readonly supporters: readonly Supporter[] }
/** `member`: whose draft it is, by its slug. */
type On = { readonly now: Date; readonly timeZone: string; readonly member: string }

/** `read` is what would be published; undefined while something is amiss, and for an editor's note, which has no text. */
export async function checkDraft(
  db: Db,
  { fields, kind, supporters }: ToCheck,
  { now, timeZone, member }: On,
): Promise<{ readonly read: Read | undefined; readonly faults: readonly DraftFault[] }> {
  const faults = ownFaults(fields, kind)
  if (kind === 'note') return { read: undefined, faults }
  const handed = handedOf(db, fields, supporters)
  const at = { member, today: dayIn(timeZone, now), now, mayBeOver: kind !== 'first' }
  const { read, mistakes } = await checkRelease(db, handed, at)
  const before = new TextDecoder().decode(handed.bytes).split('\n').length - fields.body.split('\n').length - 1
  const found = mistakes.map((mistake) => faultOf(mistake, before))
  const all = [...faults, ...found]
  return { read: all.length === 0 ? read : undefined, faults: all }
}

/** The draft as a file with its pictures beside it: the same is published that was checked. */
export function handedOf(db: Db, fields: DraftFields, supporters: readonly Supporter[]): Handed {
  return {
    name: 'release.md',
    bytes: new TextEncoder().encode(writeReleaseFile(fields, supporters)),
    picture: (hash) => findMedia(db, hash),
  }
}

const longestNote = 2_000

/** What a file cannot have wrong. */
function ownFaults({ signed, byline, note }: DraftFields, kind: VersionKind): DraftFault[] {
  const faults: DraftFault[] = []
  if (signed !== 'member' && byline === '') faults.push({ field: 'byline', what: 'missing' })
  if (kind !== 'first' && note === '') faults.push({ field: 'note', what: 'missing' })
  if (note.length > longestNote) faults.push({ field: 'note', what: 'long', most: longestNote })
  return faults
}

function faultOf({ path = [], what = 'unusable', line, most }: Mistake, before: number): DraftFault {
  const field = fieldOf(path.map(String))
  return { field, what, ...(field === 'body' ? { line: line - before } : {}), ...(most ? { most } : {}) }
}

/** The form's name for a fact. */
function fieldOf(path: readonly string[]): string {
  const [fact = 'body', second = '', third = ''] = path
  if (fact === 'dateline') return second === 'date' ? 'date' : 'place'
  if (fact === 'contact') return { name: 'contactName', phone: 'contactPhone' }[third] ?? 'contactMail'
  if (fact === 'pictures') return `${third === 'file' || third === '' ? 'alt' : third}-${second}`
  return fact
}
