/** A draft as the story it would be, so that what is shown is what will be published. */

import { plainText } from '../core/html/text.ts'
import type { StoryId } from '../core/id.ts'
import { guessLanguage } from '../core/language-guess.ts'
import type { Member } from '../core/member/member.ts'
import type { Network } from '../core/network.ts'
import { dayIn, storySlug } from '../core/story/address.ts'
import type { Story } from '../core/story/story.ts'
import type { Draft } from '../db/drafts.ts'
import { factsOf, textOf } from './draft.ts'
import type { Read } from './read-release.ts'

export function storyOf(draft: Draft, read: Read, member: Member, network: Network, now: Date): Story {
  const today = dayIn(network.timeZone, now)
  const language = guessLanguage(`${read.headline}\n${plainText(read.body)}`) ?? network.languages[0] ?? 'en'
  const { urgency: _, edNote: _note, ...text } = textOf(read, { dated: today, about: member.name, language })
  const facts = factsOf(read)
  return {
    ...text,
    backMatter: text.backMatter ?? null,
    // No story has a draft's number: what a story's page would link by it is left out of a preview.
    id: draft.id as string as StoryId,
    genre: facts.genre,
    sponsored: facts.sponsored,
    shows: 'full',
    pictureUse: 'republish',
    version: 1,
    origin: {
      publisher: member.name,
      publisherUrl: member.siteUrl,
      url: null,
      publishedAt: now,
      licence: facts.licence,
      licenceUrl: facts.licenceUrl,
      usageTerms: facts.usageTerms,
    },
    member: { id: member.id, slug: member.slug, name: member.name, logo: member.logo },
    day: today,
    slug: storySlug(read.headline, text.language, facts.genre),
    publishedAt: now,
    updatedAt: now,
    change: 'first',
    hops: [],
    versions: [{ number: 1, kind: draft.kind, note: draft.fields.note, at: now }],
    reason: '',
  }
}
