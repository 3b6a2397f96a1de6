/** Who published a story first: said once on every line and every page, never lost. */
import { isIssued } from '../../core/story/genre.ts'
import type { StoryLine } from '../../core/story/story.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../context.ts'
import { type Html, html, linkable } from '../html.ts'
import type { Words } from '../messages/messages.ts'
import { commaOf } from './language.ts'

/** A publisher's name; names keep their own direction in any sentence. */
export function publisherName(story: StoryLine): Html {
  return html`<bdi>${story.origin.publisher}</bdi>`
}

/** For a line of the wire: the publisher, and the place where that is told, set apart as the story's own script does it. */
export function shortCredit(story: StoryLine): Html {
  if (!story.located) return publisherName(story)
  return html`${publisherName(story)}${commaOf(story.language)}<bdi>${story.located}</bdi>`
}

/** The same, and who else carries it. */
export function lineCredit(t: Words, story: StoryLine): Html {
  const others = carriers(t, story)
  return others === undefined ? shortCredit(story) : html`${shortCredit(story)} · ${others}`
}

/** Who else carries it, by their names; undefined where nobody does, as far as was asked. */
export function carriers(t: Words, story: StoryLine): string | undefined {
  const others = [...new Set((story.copies ?? []).map(({ member }) => member.name))]
  if (others.length === 0) return undefined
  const told = others.length > mostNamed ? others.slice(0, mostNamed - 1) : others
  const rest = others.length - told.length
  const names = [...told, ...(rest > 0 ? [t('copies.more', { count: rest })] : [])]
  return t('copies.by', { members: t.list(names) })
}
const mostNamed = 3

/** The whole credit: the publisher linked to its page here, or to its own where it is no member. */
export function credit(frame: Frame, story: StoryLine): Html {
  const { t } = frame
  const publisher = publisherLink(frame, story)
  if (isIssued(story.genre)) return t.rich('credit.issued', { publisher })
  if (isMembers(story)) return t.rich('credit.first', { publisher })
  return t.rich('credit.via', { publisher, member: memberLink(frame, story) })
}

/** Whether the member it came through is the one who published it first. */
export function isMembers(story: StoryLine): boolean {
  return story.origin.publisher === story.member.name
}

export function memberLink(
  { at }: Frame,
  { member }: { readonly member: { readonly slug: string; readonly name: string } },
): Html {
  return html`<a href="${at(routes.member.href({ slug: member.slug }))}"><bdi>${member.name}</bdi></a>`
}

export function publisherLink(frame: Frame, story: StoryLine): Html {
  if (isMembers(story)) return memberLink(frame, story)
  const url = linkable(story.origin.publisherUrl)
  return url ? html`<a href="${url}"><bdi>${story.origin.publisher}</bdi></a>` : publisherName(story)
}
