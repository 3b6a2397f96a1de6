/** What is typed to ask a supporter, read as a release's file reads the same facts. */
import { shapes } from '../core/formats/release-fields.ts'
import type { Supporter } from '../db/supporters.ts'
import type { SupporterFault, SupporterWords } from './supporters-page.ts'

export type SupporterAsked = {
  readonly name: string
  readonly url: string | null
  readonly mail: string
  readonly language: string
}

/** `words` is undefined when something is amiss. */
export function readSupporter(
  form: URLSearchParams,
  there: readonly Supporter[],
  languages: readonly string[],
): { readonly given: SupporterWords; readonly words: SupporterAsked | undefined; readonly faults: SupporterFault[] } {
  const line = (name: keyof SupporterWords) => (form.get(name) ?? '').replace(/\s+/g, ' ').trim().slice(0, 2_000)
  const given = { name: line('name'), url: line('url'), mail: line('mail'), language: line('language') }
  const name = shapes.supporters.name.safeParse(given.name)
  const url = given.url === '' ? undefined : shapes.supporters.url.safeParse(given.url)
  const mail = shapes.contact.email.safeParse(given.mail)
  const faults: SupporterFault[] = []
  if (!name.success || name.data === '') faults.push({ field: 'name', what: 'missing' })
  else if (there.some((one) => one.name.toLowerCase() === name.data.toLowerCase()))
    faults.push({ field: 'name', what: 'twice' })
  if (url && !url.success) faults.push({ field: 'url', what: 'unusable' })
  if (!mail.success || !mail.data || mail.data.length > 254) faults.push({ field: 'mail', what: 'unusable' })
  const language = languages.find((tag) => tag === given.language) ?? languages[0] ?? 'en'
  const words =
    faults.length === 0 && name.success && mail.success && mail.data
      ? { name: name.data, url: url?.data ?? null, mail: mail.data, language }
      : undefined
  return { given, words, faults }
}
