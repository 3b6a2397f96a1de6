/** A story that is out as the fields of a draft, from which its correction begins. */
import { writeMarkdown } from '../core/formats/write-markdown.ts'
import type { SafeHtml } from '../core/html/sanitise.ts'
import type { Contact } from '../core/story/back-matter.ts'
import { type DraftFields, type DraftPicture, noFields, type Signed } from '../core/story/draft-fields.ts'
import { licenceName } from '../core/story/licence.ts'
import type { Picture } from '../core/story/story.ts'
import type { StoryFacts } from '../db/releases.ts'
import type { VersionText } from '../db/stories.ts'
import type { NamedTopic } from '../db/topics.ts'

/** `signed`: how its byline was meant. What the forms have no field for stands in `rest`, as a release's file says it. */
export function fieldsOf(
  text: VersionText,
  facts: StoryFacts,
  { topics, signed, about }: { topics: readonly NamedTopic[]; signed: Signed; about: string },
): DraftFields {
  const { backMatter: matter } = text
  const named = topics.filter(({ slug }) => facts.topics.includes(slug)).map(({ name }) => name)
  const [first, ...others] = matter?.contacts ?? []
  const [own, ...further] = matter?.boilerplate ?? []
  const isOwn = own !== undefined && own.name === about
  return {
    ...noFields,
    headline: text.headline,
    standfirst: text.standfirst,
    place: text.located,
    date: matter?.dated ?? '',
    body: markdown(text.body),
    genre: facts.genre,
    language: text.language,
    topics: facts.topics,
    places: facts.places.map(({ country, name }) => name || (country ?? '')).join(', '),
    signed,
    byline: text.byline,
    licence: licenceOf(facts.licence, facts.licenceUrl),
    sponsored: facts.sponsored,
    ...contactFields(first),
    notesToEditors: markdown(matter?.notesToEditors ?? ''),
    boilerplate: isOwn ? markdown(own.text) : '',
    edNote: text.edNote,
    pictures: text.pictures.map(pictureFields),
    rest: {
      keywords: text.keywords.filter((word) => !named.includes(word)),
      usageTerms: facts.usageTerms,
      urgency: text.urgency === null ? '' : String(text.urgency),
      slugline: text.slugline ?? '',
      event: matter?.event ? { ...matter.event, ends: matter.event.ends ?? '' } : undefined,
      expires: facts.expiresAt?.toISOString() ?? '',
      quotes: matter?.quotes.map(({ words, speaker, role }) => ({ text: words, speaker, role })),
      contact: [...(first && needsRest(first) ? [contactFacts(first)] : []), ...others.map(contactFacts)],
      boilerplate: (isOwn ? further : (matter?.boilerplate ?? [])).map(({ name, text: words }) => ({
        about: name,
        text: markdown(words),
      })),
    },
  }
}

function markdown(html: string): string {
  // Versions are stored as the sanitiser gave them; the row's type cannot say so.
  return writeMarkdown(html as SafeHtml)
}

function licenceOf(licence: string, url: string | null): string {
  return url === null ? licence : licenceNameOf(url)
}

/** The name by which a file says it; its address where that has none. */
function licenceNameOf(url: string): string {
  const name = licenceName(url)
  return name.startsWith('CC') ? name : url
}

function pictureFields({ url, alt, caption, credit, licence, licenceUrl }: Picture): DraftPicture {
  const words = licenceUrl ? licenceNameOf(licenceUrl) : licence === 'free' ? 'free' : 'credit'
  return { hash: url.slice(url.lastIndexOf('/') + 1), alt, caption, credit, licence: words }
}

/** The form has one contact with a name, a mail address and a telephone; one that says more is kept whole beside it. */
function needsRest({ role, ways }: Contact): boolean {
  return role !== '' || ways.some(({ href }) => !/^(?:mailto|tel):/.test(href))
}

function contactFields(contact: Contact | undefined): Partial<DraftFields> {
  if (!contact || needsRest(contact)) return {}
  const { name, email = '', phone = '' } = contactFacts(contact)
  return { contactName: name, contactMail: email, contactPhone: phone }
}

function contactFacts({ name, role, ways }: Contact) {
  const wayOf = (scheme: RegExp) => ways.find(({ href }) => scheme.test(href))
  return {
    name,
    role,
    email: wayOf(/^mailto:/)?.words,
    phone: wayOf(/^tel:/)?.words,
    url: wayOf(/^https?:/)?.href,
  }
}
