/** Why somebody was refused, warned, suspended or removed, as the public log may tell it: a list, so that it names nobody. */

export const refusalGrounds = [
  'spam',
  'unpublished',
  'elsewhere',
  'impersonation',
  'hate',
  'unanswered',
  'twice',
  'other',
] as const
export const measureGrounds = ['spam', 'impersonation', 'hate', 'rights', 'law', 'taken-over', 'other'] as const

export type RefusalGround = (typeof refusalGrounds)[number]
export type MeasureGround = (typeof measureGrounds)[number]
export type Ground = RefusalGround | MeasureGround

export function readRefusalGround(text: string): RefusalGround | undefined {
  return refusalGrounds.find((ground) => ground === text)
}

export function readMeasureGround(text: string): MeasureGround | undefined {
  return measureGrounds.find((ground) => ground === text)
}
