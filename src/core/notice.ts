/** Notices: what anybody can tell staff about a story or the network. */

export const reasons = ['wrong', 'mine', 'illegal', 'danger', 'other'] as const
export type Reason = (typeof reasons)[number]

/** Days within which staff mean to decide: told to whoever gives notice, and what makes a notice overdue. */
export const daysToDecide: Readonly<Record<Reason, number>> = { danger: 1, illegal: 3, wrong: 7, mine: 7, other: 14 }

export function dueAt(notice: { readonly reason: Reason; readonly receivedAt: Date }): Date {
  return new Date(notice.receivedAt.getTime() + daysToDecide[notice.reason] * 86_400_000)
}

/** As it was typed; what was not is empty. */
export type Given = {
  readonly reason: string
  /** A story's id, when the form was opened from one. */
  readonly story: string
  /** A member's slug, when it was opened from one. */
  readonly member: string
  readonly address: string
  readonly words: string
  readonly contact: string
}

export const nothingGiven: Given = { reason: '', story: '', member: '', address: '', words: '', contact: '' }

/** Characters each field takes at most. */
export const lengths = { address: 2_000, words: 10_000, contact: 500 } as const

export type Fault =
  | { readonly field: 'reason' | 'words'; readonly fault: 'missing' }
  | { readonly field: keyof typeof lengths; readonly fault: 'long'; readonly over: number }

/** What stands in the way of taking a notice, in the order of its fields; empty when nothing does. */
export function faultsOf(given: Given): Fault[] {
  const faults: Fault[] = []
  if (readReason(given.reason) === undefined) faults.push({ field: 'reason', fault: 'missing' })
  for (const field of ['address', 'words', 'contact'] as const) {
    const over = given[field].length - lengths[field]
    if (field === 'words' && !/[\p{L}\p{N}]/u.test(given.words)) faults.push({ field, fault: 'missing' })
    else if (over > 0) faults.push({ field, fault: 'long', over })
  }
  return faults
}

export function readReason(text: string): Reason | undefined {
  return reasons.find((reason) => reason === text)
}

declare const brand: unique symbol
/** What whoever gave a notice quotes: `4127-0093-5518`. */
export type NoticeNumber = string & { readonly [brand]: 'notice' }

/** Twelve digits of eight random bytes: too many for anybody to find one that is not theirs. */
export function noticeNumber(random: Uint8Array): NoticeNumber {
  if (random.length < 8) throw new RangeError('A notice’s number needs eight random bytes.')
  const digits = Buffer.from(random).readBigUInt64BE() % 1_000_000_000_000n
  return grouped(String(digits).padStart(12, '0'))
}

/** A number as people write it, with or without what stands between its digits; undefined when it is none. */
export function readNoticeNumber(text: string): NoticeNumber | undefined {
  const digits = text.replace(/[\s.-]/g, '')
  return /^\d{12}$/.test(digits) ? grouped(digits) : undefined
}

function grouped(digits: string): NoticeNumber {
  return digits.replace(/(\d{4})(?=\d)/g, '$1-') as NoticeNumber
}
