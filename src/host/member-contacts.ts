/** Contacts of members: what not everybody may read is encrypted under its row's id. */
import type { MemberContact, MemberContactId } from '../core/member/profile.ts'
import { newId } from '../db/new-id.ts'
import type { ContactRow } from '../db/profiles.ts'
import { decrypt, encrypt } from './encrypt.ts'

export function sealContacts(secret: string, contacts: readonly MemberContact[], at: Date): ContactRow[] {
  return contacts.map(({ purpose, visibility, words }) => {
    const id = newId<MemberContactId>(at)
    const isPublic = visibility === 'public'
    return {
      ...{ id, purpose, visibility },
      words: isPublic ? words : null,
      sealed: isPublic ? null : encrypt(secret, placeOf(id), words),
    }
  })
}

/** Throws Unavailable when the program's secret is another one now. */
export function readContacts(secret: string, rows: readonly ContactRow[]): MemberContact[] {
  return rows.map(({ id, purpose, visibility, words, sealed }) => ({
    purpose,
    visibility,
    words: sealed ? decrypt(secret, placeOf(id), sealed) : (words ?? ''),
  }))
}

function placeOf(id: MemberContactId): string {
  return `member contact ${id}`
}
