/** A draft as a release's file, so that whatever is typed into a form is read by what reads files. */
import { stringify } from 'yaml'
import type { Supporter } from '../story/back-matter.ts'
import type { DraftFields } from '../story/draft-fields.ts'

/** `supporters`: those who are to be named. */
export function writeReleaseFile(fields: DraftFields, supporters: readonly Supporter[]): string {
  const { headline, standfirst, place, date, language, genre, topics, sponsored, licence, pictures, rest } = fields
  const { contactName, contactMail, contactPhone, notesToEditors, boilerplate, edNote, body } = fields
  const facts = {
    ...rest,
    headline,
    standfirst,
    byline: fields.signed === 'member' ? '' : fields.byline,
    dateline: { place, date },
    language,
    translationOf: fields.translationOf,
    genre,
    topics,
    places: placesOf(fields.places),
    licence,
    sponsored: sponsored ? 'true' : '',
    contact: [
      ...(contactName || contactMail || contactPhone
        ? [{ name: contactName, email: contactMail, phone: contactPhone }]
        : []),
      ...listIn(rest.contact),
    ],
    notesToEditors,
    boilerplate: [...(boilerplate ? [{ text: boilerplate }] : []), ...listIn(rest.boilerplate)],
    supporters: supporters.map(({ name, url }) => ({ name, url: url ?? '' })),
    pictures: pictures.map(({ hash, ...words }) => ({ file: hash, ...words })),
    edNote,
  }
  const yaml = stringify(kept(facts), { lineWidth: 0, aliasDuplicateObjects: false })
  return `---\n${yaml}---\n${body}\n`
}

/** Countries and names as they are typed: `KE, Port Amara`. */
export function placesOf(typed: string): string[] {
  return typed
    .split(/[,;،\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Without what was left empty: a file does not say it. */
function kept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(kept)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, kept(one)] as const)
      .filter(([, one]) => !isEmpty(one)),
  )
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}
