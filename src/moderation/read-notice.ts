/** Reading what a notice says, for staff. */
import type { Notice } from '../db/notices.ts'
import { decrypt } from '../host/encrypt.ts'
import { placeOf } from './give-notice.ts'

export type NoticeWords = { readonly address: string; readonly words: string; readonly contact: string }

/** Empty where nothing was given, or where it is forgotten. Throws Unavailable when the secret has changed. */
export function readNotice(notice: Notice, secret: string): NoticeWords {
  const words = (field: 'address' | 'words' | 'contact') => {
    const encrypted = notice[field]
    return encrypted ? decrypt(secret, placeOf(notice.number, field), encrypted) : ''
  }
  return { address: words('address'), words: words('words'), contact: words('contact') }
}
