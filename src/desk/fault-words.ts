/** What is wrong in a draft, in the words of the page, each beside its field. */
import type { Frame } from '../web/context.ts'
import type { DraftFault } from './check-draft.ts'

/** Fields whose words say what each must look like. */
const particular = [
  'place',
  'date',
  'language',
  'translationOf',
  'topics',
  'places',
  'contactMail',
  'contactPhone',
  'alt',
] as const
/** Fields whose words say why each is needed. */
const needed = ['headline', 'body', 'byline', 'note', 'alt'] as const

/** All that is wrong with one field, in one text; undefined when nothing is. */
export function faultIn(frame: Frame, faults: readonly DraftFault[], field: string): string | undefined {
  const told = faults.filter((fault) => fault.field === field).map((fault) => wordsOf(frame, fault))
  return told.length > 0 ? [...new Set(told)].join(' ') : undefined
}

function wordsOf({ t }: Frame, { field, what, line, most }: DraftFault): string {
  const [name = ''] = field.split('-')
  const told = (() => {
    if (what === 'missing') {
      const known = needed.find((one) => one === name)
      return known ? t(`desk.missing.${known}`) : t('desk.fault.missing')
    }
    if (what === 'long') return t('desk.fault.long', { count: most ?? 0 })
    if (what !== 'unusable') return t(`desk.fault.${what}`)
    const known = particular.find((one) => one === name)
    return known ? t(`desk.must.${known}`) : t('desk.fault.unusable')
  })()
  return line === undefined || what === 'missing' ? told : t('desk.fault.line', { number: line, fault: told })
}

/** Those of these fields, for the list at the head of a page. */
export function toldFaults(
  frame: Frame,
  faults: readonly DraftFault[],
  labels: readonly (readonly [name: string, label: string])[],
): { readonly name: string; readonly label: string; readonly fault: string }[] {
  return labels.flatMap(([name, label]) => {
    const fault = faultIn(frame, faults, name)
    return fault ? [{ name, label, fault }] : []
  })
}
