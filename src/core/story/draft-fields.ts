/** What somebody types into the forms of a draft, as it was typed: nothing of it is checked here. */
export type DraftPicture = {
  /** Of its bytes in the media store. */
  readonly hash: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
  /** `free`, `credit`, or a Creative Commons licence. */
  readonly licence: string
}

export type DraftFields = {
  readonly headline: string
  readonly standfirst: string
  readonly place: string
  /** A day, `2026-11-22`. */
  readonly date: string
  readonly body: string
  readonly genre: string
  readonly language: string
  /** The address of a story of the member that says the same in another language. */
  readonly translationOf: string
  /** The network's topics, by slug. */
  readonly topics: readonly string[]
  /** Countries by their two letters, and names, parted by commas. */
  readonly places: string
  readonly signed: Signed
  /** The name or pseudonym it is signed with. */
  readonly byline: string
  readonly licence: string
  readonly sponsored: boolean
  readonly contactName: string
  readonly contactMail: string
  readonly contactPhone: string
  readonly notesToEditors: string
  /** The "About …" paragraph. */
  readonly boilerplate: string
  /** For editors of the network only. */
  readonly edNote: string
  /** Of a correction: what readers are told. */
  readonly note: string
  readonly pictures: readonly DraftPicture[]
  /** Facts of the story that the forms have no fields for (quotes, an event …): a correction keeps them. */
  readonly rest: Readonly<Record<string, unknown>>
}

/** By whom it is said to be written: the member itself, somebody by name, or somebody under another name. */
export const signings = ['member', 'name', 'pseudonym'] as const
export type Signed = (typeof signings)[number]

export const noFields: DraftFields = {
  headline: '',
  standfirst: '',
  place: '',
  date: '',
  body: '',
  genre: 'release',
  language: '',
  translationOf: '',
  topics: [],
  places: '',
  signed: 'member',
  byline: '',
  licence: 'free',
  sponsored: false,
  contactName: '',
  contactMail: '',
  contactPhone: '',
  notesToEditors: '',
  boilerplate: '',
  edNote: '',
  note: '',
  pictures: [],
  rest: {},
}

/** The fields each page of a draft has. */
export const parts = {
  text: ['headline', 'standfirst', 'place', 'date', 'body', 'note'],
  about: ['genre', 'language', 'translationOf', 'topics', 'places', 'signed', 'byline', 'licence', 'sponsored'],
  newsrooms: ['contactName', 'contactMail', 'contactPhone', 'notesToEditors', 'boilerplate', 'edNote'],
} as const satisfies Record<string, readonly (keyof DraftFields)[]>
export type Part = keyof typeof parts

/** What one page of a draft holds, in an order of its own: two that are alike are the same words. */
export function saidIn(part: Part, fields: DraftFields): string {
  return JSON.stringify(parts[part].map((name) => fields[name]))
}

/** What supporters say yes to: the headline and the text. */
export function supported({
  headline,
  standfirst,
  body,
}: Pick<DraftFields, 'headline' | 'standfirst' | 'body'>): string {
  return [headline, standfirst, body].map((words) => words.replace(/\s+/g, ' ').trim()).join('\u0001')
}
