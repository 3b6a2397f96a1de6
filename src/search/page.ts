/** The search: any address of it is answered, in time, with what readers may see and nothing else. */

import type { SafeHtml } from '../core/html/sanitise.ts'
import type { Filters } from '../core/question.ts'
import { readSearch, type Search } from '../core/search-address.ts'
import { textShown } from '../core/search-parts.ts'
import { type Marker, mark, markerOf, type Piece, snippet } from '../core/snippet.ts'
import type { StoryLine } from '../core/story/story.ts'
import type { Db } from '../db/connection.ts'
import { withCopies } from '../db/copies.ts'
import { type Answered, type Asked, findStories, guess } from '../db/find-stories.ts'
import { findMember } from '../db/members.ts'
import { listPublished } from '../db/published.ts'
import { listSearchLanguages, readBodies, tookTooLong } from '../db/search.ts'
import { readStems, type StemsIn } from '../db/stems.ts'
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
  const listed = await withCopies(db, await listPublished(db, { limit: ids.length, ids }))
  const stories = new Map(listed.map((story) => [story.id, story]))
  const lines = ids.flatMap((id) => stories.get(id) ?? [])
  const marker = markerOf(question.wanted, stems)
  const own = await readStems(
    db,
    lines.map((line) => ({ language: line.language, texts: [line.headline, summaryOf(line)] })),
  )
  const hidden = lines.filter(
    (line) => question.wanted.length > 0 && line.shows === 'full' && !summaryHit(line, marker, own),
  )
  const bodies = await readBodies(
    db,
    hidden.map(({ id }) => id),
    mostRead,
  )
  let left = mostRead
  const readable = (id: StoryLine['id']) => {
    const body = (bodies.get(id) ?? '').slice(0, left)
    left -= body.length
    return body
  }
  return lines.map((story) => ({
    story,
    headline: mark(story.headline, marker, own(story.language)),
    summary: summaryHit(story, marker, own) ?? bodyHit(readable(story.id), story, marker, own),
  }))
}

function summaryHit(story: StoryLine, marker: Marker, stems: StemsIn): Piece[] | undefined {
  return snippet(summaryOf(story), marker, { stems: stems(story.language), most: 240 })
}

/** Of a body a few words around what was asked for. It is empty unless readers may read it whole. */
function bodyHit(body: string, story: StoryLine, marker: Marker, stems: StemsIn): Piece[] | undefined {
  if (!body) return undefined
  const text = textShown(body as SafeHtml, story.pictureUse).replace(/\s+/g, ' ')
  return snippet(text, marker, { stems: stems(story.language) })
}
