/** The blocks at the foot of the front page, as its sections ask for them: each a name and a few headlines. */
import type { ChosenSection, FrontSection } from '../core/front-sections.ts'
import type { Genre } from '../core/story/gate.ts'
import type { StoryLine } from '../core/story/story.ts'
import type { Db } from '../db/connection.ts'
import { countRecentLanguages } from '../db/languages.ts'
import type { ListQuery } from '../db/list-filters.ts'
import { findMember } from '../db/members.ts'
import { listPublished } from '../db/published.ts'
import { findTopic } from '../db/topics.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { textAttributes } from '../web/ui/language.ts'
import { directionIn, headlineLink } from '../web/ui/story-line.ts'

export type Block = {
  readonly name: string
  /** The one language of its stories and its name, where it has one. */
  readonly language: string | undefined
  /** The address of the list of all such stories, where there is one. */
  readonly list: string | undefined
  readonly stories: readonly StoryLine[]
}

/** What the sections hold now; those without stories are not there. */
export async function readBlocks(db: Db, frame: Frame, sections: readonly FrontSection[]): Promise<Block[]> {
  const blocks = await Promise.all(sections.map((section) => blocksOf(db, frame, section)))
  return blocks.flat().filter(({ stories }) => stories.length > 0)
}

export function frontBlocks(frame: Frame, blocks: readonly Block[]): Html {
  const { t, at } = frame
  return html`<section class="blocks" aria-label="${t('front.blocks')}">${blocks.map(
    ({ name, language, list, stories }) => {
      const { lang, dir } = language === undefined ? {} : textAttributes(language, t.language)
      return html`<div><h2 lang="${lang}" dir="${dir}">${list === undefined ? html`<bdi>${name}</bdi>` : html`<a href="${at(list)}"><bdi>${name}</bdi></a>`}</h2><ul lang="${lang}" dir="${dir}">${stories.map(
        (story) => html`<li><div dir="${directionIn(frame, story)}">${headlineLink(frame, story)}</div></li>`,
      )}</ul></div>`
    },
  )}</section>`
}

async function blocksOf(db: Db, frame: Frame, section: FrontSection): Promise<Block[]> {
  switch (section.what) {
    case 'releases':
    case 'corrections':
    case 'members':
      return []
    case 'languages':
      return await mostUsed(db, frame, section.most)
    default:
      return await chosenBlock(db, frame, section)
  }
}

const perLanguage = 3

async function mostUsed(db: Db, frame: Frame, most: number): Promise<Block[]> {
  const used = await countRecentLanguages(db, most + 1)
  const others = used.filter(({ language }) => language !== base(frame.t.language)).slice(0, most)
  return await Promise.all(
    others.map(async ({ language }) => ({
      name: frame.t.autonym(language),
      language,
      list: languageList(language),
      stories: await listPublished(db, { limit: perLanguage, language, oneEach: true }),
    })),
  )
}

async function chosenBlock(db: Db, { t }: Frame, section: ChosenSection): Promise<Block[]> {
  const asked = await askedFor(db, t, section)
  if (!asked) return []
  const given = section.names[t.language] ?? section.names[base(t.language)] ?? section.names['']
  // A member's is whole, as its own list is.
  const oneEach = section.what !== 'member'
  const stories = await listPublished(db, { ...asked.query, limit: section.most, oneEach })
  // A language calls itself by its own name, in its own script; a name somebody gave is in the page's.
  const language = section.what === 'language' && given === undefined ? section.which : undefined
  return [{ name: given ?? asked.name, language, list: asked.list, stories }]
}

type Asked = { readonly name: string; readonly query: Omit<ListQuery, 'limit'>; readonly list: string | undefined }

/** What a section is called unless somebody named it, and which stories it holds; undefined where there is no such thing. */
async function askedFor(db: Db, t: Frame['t'], { what, which }: ChosenSection): Promise<Asked | undefined> {
  switch (what) {
    case 'language':
      return { name: t.autonym(which), query: { language: which }, list: languageList(which) }
    case 'country':
      return {
        name: t.titled(t.countryName(which)),
        query: { country: which },
        list: routes.place.href({ country: which.toLowerCase() }),
      }
    case 'genre':
      return {
        name: t(`genre.${which as Genre}`),
        query: { genre: which as Genre },
        list: which === 'release' ? routes.releases.href({}) : undefined,
      }
    case 'topic': {
      const topic = await findTopic(db, which)
      return topic && { name: topic.name, query: { topic: which }, list: routes.topic.href({ slug: which }) }
    }
    case 'member': {
      const member = await findMember(db, which)
      return member && { name: member.name, query: { member: member.id }, list: routes.member.href({ slug: which }) }
    }
  }
}

function languageList(tag: string): string {
  return routes.language.href({ tag: tag.toLowerCase() })
}

function base(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}
