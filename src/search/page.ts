/** The search: any address of it is answered, in time, with what readers may see and nothing else. */
import type { SafeHtml } from '../core/html/sanitise.ts'
import type { Filters } from '../core/question.ts'
import { readSearch, type Search } from '../core/search-address.ts'
import { textShown } from '../core/search-parts.ts'
import { wordsOf } from '../core/search-words.ts'
import { type Marker, mark, markerOf, type Piece, type Spotter, snippet, spotterOf } from '../core/snippet.ts'
import type { StoryLine } from '../core/story/story.ts'
import type { Db } from '../db/connection.ts'
import { readCopies } from '../db/copies.ts'
import { type Answered, type Asked, findStories, guess } from '../db/find-stories.ts'
import { findMember } from '../db/members.ts'
import { listPublished } from '../db/published.ts'
import { listSearchLanguages, readBodies, tookTooLong } from '../db/search.ts'
import { readStems } from '../db/stems.ts'
import { findTopic } from '../db/topics.ts'
import { type Answer, briefly, html } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import type { Limit } from '../web/limit.ts'
import { summaryOf } from '../web/ui/story-line.ts'
import { languagesTag } from './keep-words.ts'
import { type Result, refusedSearch, searchPage } from './view.ts'

/** What searching needs: connections of its own, and a limit to how often one address asks. */
export type Searching = {
  readonly searches: Limit
  readonly seeking: { readonly db: Db; isBusy(): boolean }
}

const pageSize = 20
/** Characters of bodies that one page looks through: twenty of a million each would hold up everybody for seconds. */
const mostRead = 300_000
/** As far as pages go: what is counted. */
const mostPages = 50

export async function search(context: Context<Db>, { searches, seeking }: Searching): Promise<Answer> {
  const asked = readSearch(context.query)
  const frame = frameOf(context)
  const again = searches.take(context.client)
  if (again) return refused(429, refusedSearch(frame, asked, 'often'), again, context.now)
  if (seeking.isBusy()) return refused(503, refusedSearch(frame, asked, 'slow'), undefined, context.now)
  try {
    const result = await resultOf(context, seeking.db, { ...asked, page: Math.min(asked.page, mostPages) })
    const headers = { 'cache-control': briefly }
    const tags = ['front', 'network', 'midnight', ...result.lines.map(({ story }) => `story:${story.id}`)]
    const body = searchPage(frame, result)
    return { status: 200, type: html, body, cache: 'none', tags, headers, lastModified: context.now }
  } catch (error) {
    if (!tookTooLong(error)) throw error
    return refused(503, refusedSearch(frame, asked, 'slow'), undefined, context.now)
  }
}

function refused(status: number, body: string, again: Date | undefined, now: Date): Answer {
  const seconds = again ? Math.max(1, Math.ceil((again.getTime() - now.getTime()) / 1000)) : 30
  return { status, type: html, body, cache: 'none', tags: [], headers: { 'retry-after': String(seconds) } }
}

async function resultOf(context: Context<Db>, seeking: Db, search: Search): Promise<Result> {
  const { db, kept, now, language } = context
  const names = await namesOf(db, search.filters)
  const nothing = {
    search,
    names,
    lines: [],
    hits: 0,
    more: false,
    oldest: null,
    facets: [],
    withoutBodies: false,
    unread: false,
  }
  if (!search.sought || names === undefined) return { ...nothing, names: names ?? {}, meant: undefined, pageSize }
  const asked: Asked = {
    ...{ question: search.question, filters: search.sought, now, language, order: search.order, bodies: search.bodies },
    languages: await kept.get(languagesTag, () => listSearchLanguages(db)),
    ...{ from: (search.page - 1) * pageSize, limit: pageSize, facets: true, oneEach: true },
  }
  const found = await findStories(seeking, asked)
  return {
    ...{ ...found, search, names, pageSize },
    lines: await linesOf(db, found, search),
    meant: found.hits === 0 ? await meantBy(seeking, asked) : undefined,
  }
}

/** A guess is worth no failure. */
async function meantBy(seeking: Db, asked: Asked): Promise<string | undefined> {
  try {
    return await guess(seeking, asked)
  } catch (error) {
    if (!tookTooLong(error)) throw error
    return undefined
  }
}

/** What the topic and the member that are asked for are called; undefined where there is none of that name. */
async function namesOf(db: Db, { topic, member }: Filters): Promise<Result['names'] | undefined> {
  const [foundTopic, foundMember] = await Promise.all([
    topic === undefined ? undefined : findTopic(db, topic),
    member === undefined ? undefined : findMember(db, member),
  ])
  if ((topic !== undefined && !foundTopic) || (member !== undefined && !foundMember)) return undefined
  return { topic: foundTopic?.name, member: foundMember?.name }
}

async function linesOf(db: Db, { ids, stems }: Answered, { question }: Search): Promise<Result['lines']> {
  if (ids.length === 0) return []
  const [listed, copies] = await Promise.all([listPublished(db, { limit: ids.length, ids }), readCopies(db, ids)])
  const stories = new Map(listed.map((story) => [story.id, { ...story, copies: copies.get(story.id) ?? [] }]))
  const lines = ids.flatMap((id) => stories.get(id) ?? [])
  if (question.wanted.length === 0)
    return lines.map((story) => ({ story, headline: [{ text: story.headline, isHit: false }], summary: undefined }))
  const spotterIn = await spotters(db, lines, markerOf(question.wanted, stems))
  const told = lines.map((story) => {
    const spotter = spotterIn(story)
    return { story, headline: mark(story.headline, spotter), summary: snippet(summaryOf(story), spotter, 240) }
  })
  const silent = told.flatMap(({ story, summary }) => (summary || story.shows !== 'full' ? [] : story.id))
  const bodies = await readBodies(db, silent, mostRead)
  let left = mostRead
  return told.map((line) => {
    const body = (bodies.get(line.story.id) ?? '').slice(0, left)
    left -= body.length
    return body ? { ...line, summary: bodyHit(body, line.story, spotterIn(line.story)) } : line
  })
}

/** What finds in the texts of a story what was asked for: one for each language. */
async function spotters(db: Db, lines: readonly StoryLine[], marker: Marker): Promise<(story: StoryLine) => Spotter> {
  const stems = await readStems(
    db,
    lines.map((line) => ({ language: line.language, words: [line.headline, summaryOf(line)].map(wordsOf) })),
  )
  const languages = new Set(lines.map(({ language }) => language))
  const known = new Map([...languages].map((language) => [language, spotterOf(marker, stems(language))]))
  return ({ language }) => known.get(language) ?? spotterOf(marker)
}

/** Of a body a few words around what was asked for. It is empty unless readers may read it whole. */
function bodyHit(body: string, story: StoryLine, spotter: Spotter): Piece[] | undefined {
  return snippet(textShown(body as SafeHtml, story.pictureUse).replace(/\s+/g, ' '), spotter)
}
