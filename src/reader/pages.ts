/** The readers' pages: what was asked for is read from the published view and handed to its view. */
import { isDay } from '../core/calendar.ts'
import { isCountry } from '../core/country.ts'
import { defaultSections, type FrontSection, readFrontSections } from '../core/front-sections.ts'
import { readId, type StoryId } from '../core/id.ts'
import { canonicalLanguage, isKnownLanguage } from '../core/language.ts'
import type { Member } from '../core/member/member.ts'
import { readCursor } from '../core/story/cursor.ts'
import type { Cursor } from '../core/story/story.ts'
import type { Db } from '../db/connection.ts'
import { withCopies } from '../db/copies.ts'
import { readSectionsFile } from '../db/front-sections.ts'
import { findExpired, findWithdrawn } from '../db/gone.ts'
import { countByLanguage } from '../db/languages.ts'
import type { ListQuery } from '../db/list-filters.ts'
import { listMembers } from '../db/members.ts'
import { countByCountry } from '../db/places.ts'
import { countNetwork, findAddress, listCorrected, listPublished } from '../db/published.ts'
import { findNewest, findStoryPage, newestOfMember } from '../db/story-page.ts'
import { countByTopic, findTopic } from '../db/topics.ts'
import { storyHref } from '../routes.ts'
import { accentSheet, faviconSvg } from '../web/accent.ts'
import { type Answer, document, html, redirect } from '../web/answer.ts'
import { canonicalPath } from '../web/canonical-path.ts'
import { type Context, type Frame, frameOf, type Surroundings } from '../web/context.ts'
import { dated } from '../web/dated.ts'
import { initialOf } from '../web/ui/logo.ts'
import { total } from '../web/ui/year-chart.ts'
import { aboutPage } from './about.ts'
import { archiveDayPage, archiveMonthPage, archivePage, archiveYearPage } from './archive.ts'
import { correctionsPage } from './corrections.ts'
import { counts } from './counts.ts'
import { expiredPage, failedPage, gonePage, notFoundPage, refusedPage, tooLargePage, turnedAwayPage } from './errors.ts'
import { earlierPage, frontPage } from './front.ts'
import { readBlocks } from './front-blocks.ts'
import { languagesPage, placesPage, topicsPage } from './indexes.ts'
import { languagePage, type Part, placePage, releasesPage, topicPage } from './lists.ts'
import { countByPeriod, countDays, countMembers } from './periods.ts'
import { shownBody } from './shown-body.ts'
import { storyPage } from './story.ts'

export type Handler = (context: Context<Db>) => Promise<Answer>

export const pageSize = 40

export const front: Handler = async (context) => {
  const { db, kept, query } = context
  const before = readCursor(query.before)
  if (query.before !== undefined) return before ? earlier(context, before) : notFound(context)
  const frame = frameOf(context)
  const { sections } = readFrontSections((await kept.get('sections', () => readSectionsFile(db))) ?? defaultSections)
  const most = (what: FrontSection['what']) => sections.find((section) => section.what === what)?.most ?? 0
  const [newest, releases, corrected, counts, years, blocks, members] = await Promise.all([
    onePage(db, { limit: pageSize, oneEach: true }),
    kept.get('releases', async () =>
      withCopies(db, await listPublished(db, { limit: most('releases'), genre: 'release', oneEach: true })),
    ),
    kept.get('corrections', () => listCorrected(db, { limit: most('corrections') })),
    countNetwork(db),
    countByPeriod(context),
    readBlocks(db, frame, sections),
    mostActive(context, most('members')),
  ])
  const body = frontPage(frame, { newest: newest.lines, releases, corrected, blocks, members, years, counts })
  return dated(context, body, ['front', 'sections', 'releases', 'members', 'corrections', 'archive', 'network'])
}

/** The members with most stories to read, by name. */
async function mostActive(context: Context<Db>, most: number): Promise<Member[]> {
  if (most === 0) return []
  const counts = [...(await countMembers(context))].sort(([slug, a], [other, b]) => b - a || (slug < other ? -1 : 1))
  const slugs = counts.slice(0, most).map(([slug]) => slug)
  return await listMembers(context.db, slugs)
}

async function earlier(context: Context<Db>, before: Cursor): Promise<Answer> {
  const { lines, more } = await onePage(context.db, { limit: pageSize, before, oneEach: true })
  return dated(context, earlierPage(frameOf(context), lines, before, more), ['front', 'network'])
}

export const story: Handler = async (context) => {
  const { db, params } = context
  const day = `${params.year}-${params.month}-${params.day}`
  const slug = params.slug ?? ''
  if (!isDay(day)) return notFound(context)
  const found = await findStoryPage(db, { day, slug })
  if (!found) {
    const withdrawn = await findWithdrawn(db, day, slug)
    if (!withdrawn) return over(context, day, slug)
    // Tags are told to caches: of a kill they name nobody either.
    const whose = withdrawn.kind === 'kill' ? [] : [`member:${withdrawn.member.slug}`]
    const tags = [`story:${withdrawn.id}`, ...whose, 'network']
    return { ...dated(context, gonePage(frameOf(context), withdrawn), tags), status: 410 }
  }
  const { story, topics, countries, copies } = found
  const { member } = story
  // Dropped with everything that changes one of them.
  const newest = await context.kept.get(`member:${member.slug}`, () => findNewest(db, member.id))
  const more = newest.filter(({ id }) => id !== story.id).slice(0, newestOfMember - 1)
  const frame = frameOf(context)
  const body = storyPage(frame, story, shownBody(story, frame), { more, topics, countries, copies })
  const named = [story, ...copies].map(({ id }) => `story:${id}`)
  return dated(context, body, [...named, `member:${member.slug}`, 'network'])
}

/** An advisory's address after its event. */
async function over(context: Context<Db>, day: string, slug: string): Promise<Answer> {
  const expired = await findExpired(context.db, day, slug)
  if (!expired) return notFound(context)
  const tags = [`story:${expired.id}`, `member:${expired.member.slug}`, 'network']
  return { ...dated(context, expiredPage(frameOf(context), expired), tags), status: 410 }
}

/** For ids in feeds and events. A withdrawn story leads to its address too, which says what may be said. */
export const storyById: Handler = async (context) => {
  const id = readId<StoryId>(context.params.id ?? '')
  const address = id && (await findAddress(context.db, id))
  return address ? redirect(frameOf(context).at(storyHref(address)), 302) : notFound(context)
}

export const about: Handler = async (context) => {
  const [{ members }, years] = await Promise.all([countNetwork(context.db), countByPeriod(context)])
  const body = aboutPage(frameOf(context), { members, stories: total(years) })
  return dated(context, body, ['members', 'network'])
}

export const corrections: Handler = async (context) => {
  const { db, query } = context
  const before = readCursor(query.before)
  if (query.before !== undefined && !before) return notFound(context)
  const found = await listCorrected(db, { limit: pageSize + 1, before })
  const body = correctionsPage(frameOf(context), found.slice(0, pageSize), found.length > pageSize)
  return dated(context, body, ['corrections', 'network'])
}

export const releases: Handler = (context) => listOf(context, ['releases'], { genre: 'release' }, releasesPage)

export const topics: Handler = async (context) => {
  const counted = await countByTopic(context.db)
  return counts(context, topicsPage(frameOf(context), counted), counted)
}

export const topic: Handler = async (context) => {
  const found = await findTopic(context.db, context.params.slug ?? '')
  if (!found) return notFound(context)
  return listOf(context, ['topics'], { topic: found.slug }, (frame, part) => topicPage(frame, found, part))
}

export const places: Handler = async (context) => {
  const counted = await countByCountry(context.db)
  return counts(context, placesPage(frameOf(context), counted), counted)
}

export const place: Handler = async (context) => {
  const country = (context.params.country ?? '').toUpperCase()
  if (!isCountry(country)) return notFound(context)
  return listOf(context, ['places'], { country }, (frame, part) => placePage(frame, country, part))
}

export const languages: Handler = async (context) => {
  const counted = await countByLanguage(context.db)
  return counts(context, languagesPage(frameOf(context), counted), counted)
}

export const language: Handler = async (context) => {
  const tag = context.params.tag ?? ''
  const found = canonicalLanguage(tag)
  // What another form of the tag would name has an address of its own: the one in lower case.
  if (!found || found.toLowerCase() !== tag || !isKnownLanguage(found)) return notFound(context)
  return listOf(context, ['languages'], { language: found }, (frame, part) => languagePage(frame, found, part))
}

export const archive: Handler = async (context) => {
  const days = await countDays(context)
  return dated(context, archivePage(frameOf(context), days), ['archive', 'network'])
}

export const archiveYear: Handler = async (context) => {
  const year = context.params.year ?? ''
  if (!isDay(`${year}-01-01`)) return notFound(context)
  const months = await countByPeriod(context, year)
  return dated(context, archiveYearPage(frameOf(context), year, months), [`archive:${year}`, 'network'])
}

export const archiveMonth: Handler = async (context) => {
  const month = `${context.params.year}-${context.params.month}`
  if (!isDay(`${month}-01`)) return notFound(context)
  const days = await countByPeriod(context, month)
  return dated(context, archiveMonthPage(frameOf(context), month, days), [`archive:${month}`, 'network'])
}

export const archiveDay: Handler = async (context) => {
  const { db, params, query } = context
  const day = `${params.year}-${params.month}-${params.day}`
  const before = readCursor(query.before)
  if (!isDay(day) || (query.before !== undefined && !before)) return notFound(context)
  // Whole, as its counts are: an archive keeps every version.
  const { lines, more } = await onePage(db, { limit: pageSize, period: day, before })
  // One that is named here as carrying another may be of any other day.
  const named = lines.flatMap(({ id, copies = [] }) => [id, ...copies.map((copy) => copy.id)])
  const tags = [`archive:${day}`, ...new Set(named.map((id) => `story:${id}`)), 'network']
  return dated(context, archiveDayPage(frameOf(context), day, lines, more), tags)
}

export const favicon: Handler = async ({ network }) =>
  document(faviconSvg(network.name, network.accent, initialOf), 'image/svg+xml', { tags: ['network'] })

/** The sheet of one accent colour, the same for ever: the page names the colour in the address. */
export const accent: Handler = async (context) => {
  const sheet = accentSheet((context.params.file ?? '').replace(/\.css$/, ''))
  if (sheet === undefined) return notFound(context)
  return { status: 200, type: 'text/css; charset=utf-8', body: sheet, cache: 'immutable', tags: [] }
}

/** The answer to every address nobody knows; one written another way is led to the right one. Not kept: there are endlessly many. */
export async function notFound(context: Surroundings): Promise<Answer> {
  const right = canonicalPath(context.path)
  if (right !== undefined) return redirect(right)
  return { status: 404, type: html, body: notFoundPage(frameOf(context)), cache: 'none', tags: [] }
}

/** The answer when something of ours broke. `id` is the request's, to be found in the log. */
export function failed(surroundings: Surroundings, status: number, id?: string): Answer {
  return { status, type: html, body: failedPage(frameOf(surroundings), status, id), cache: 'none', tags: [] }
}

/** The answer to a form that another site's page sent. */
export function refused(surroundings: Surroundings): Answer {
  return { status: 403, type: html, body: refusedPage(frameOf(surroundings)), cache: 'none', tags: [] }
}

/** The answer to who sends more than is taken. */
export function tooLarge(surroundings: Surroundings): Answer {
  return { status: 413, type: html, body: tooLargePage(frameOf(surroundings)), cache: 'none', tags: [] }
}

/** The answer to somebody who is signed in and may not come here. */
export function turnedAway(surroundings: Surroundings): Answer {
  return { status: 403, type: html, body: turnedAwayPage(frameOf(surroundings)), cache: 'private', tags: [] }
}

/** One page of a list of stories, from `before` on. */
async function listOf(
  context: Context<Db>,
  tags: readonly string[],
  query: Omit<ListQuery, 'limit' | 'before'>,
  view: (frame: Frame, part: Part) => string,
): Promise<Answer> {
  const before = readCursor(context.query.before)
  if (context.query.before !== undefined && !before) return notFound(context)
  const { lines, more } = await onePage(context.db, { ...query, limit: pageSize, before, oneEach: true })
  return dated(context, view(frameOf(context), { stories: lines, more, isFirst: !before }), [...tags, 'network'])
}

/** With who else carries each, but for a member's own list: what it carries is what was asked. */
export async function onePage(db: Db, query: ListQuery) {
  const found = await listPublished(db, { ...query, limit: query.limit + 1 })
  const lines = found.slice(0, query.limit)
  return { lines: query.member ? lines : await withCopies(db, lines), more: found.length > query.limit }
}
