/** Taking a notice from anybody who gives one. */
import { randomBytes } from 'node:crypto'
import type { MemberId, StoryId } from '../core/id.ts'
import { type Given, type NoticeNumber, noticeNumber, readReason } from '../core/notice.ts'
import type { Tx } from '../db/connection.ts'
import { insertNotice } from '../db/notices.ts'
import { encrypt } from '../host/encrypt.ts'

/** Where a field's words belong, for `encrypt`. */
export function placeOf(number: NoticeNumber, field: 'address' | 'words' | 'contact'): string {
  return `notice ${number} ${field}`
}

/** Keeps a notice without faults and answers its number. `story` or `member` is what it is about, when that is known. */
export async function giveNotice(
  tx: Tx,
  given: Given,
  on: {
    readonly story: StoryId | undefined
    readonly member?: MemberId | undefined
    readonly language: string
    readonly now: Date
    readonly secret: string
  },
): Promise<NoticeNumber> {
  const reason = readReason(given.reason)
  if (reason === undefined)
    throw new TypeError(`"${given.reason}" is no reason: notices are checked before they are kept.`)
  for (;;) {
    const number = noticeNumber(randomBytes(8))
    const kept = (field: 'address' | 'words' | 'contact') =>
      given[field] ? encrypt(on.secret, placeOf(number, field), given[field]) : null
    const isNew = await insertNotice(tx, {
      number,
      reason,
      storyId: on.story ?? null,
      memberId: on.member ?? null,
      language: on.language,
      receivedAt: on.now,
      address: kept('address'),
      words: kept('words'),
      contact: kept('contact'),
      closed: null,
    })
    if (isNew) return number
  }
}
