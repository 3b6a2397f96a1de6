/** Pages by which readers reach staff. */
import { isDay } from '../core/calendar.ts'
import { NotFound } from '../core/errors.ts'
import { type AccountId, readId, type StoryId } from '../core/id.ts'
import type { Log } from '../core/log.ts'
import type { Member } from '../core/member/member.ts'
import { faultsOf, type Given, nothingGiven, readNoticeNumber } from '../core/notice.ts'
import type { StoryLine } from '../core/story/story.ts'
import type { Db } from '../db/connection.ts'
import { findMember } from '../db/members.ts'
import { findNotice } from '../db/notices.ts'
import { findLine, findPublished } from '../db/published.ts'
import type { MediaStore } from '../net/media-store.ts'
import { routes } from '../routes.ts'
import { type Answer, html, redirect } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import { dated } from '../web/dated.ts'
import { splitLanguage } from '../web/language-path.ts'
import type { Limit } from '../web/limit.ts'
import type { Sent } from '../web/router.ts'
import type { Names } from '../web/ui/author.ts'
import { giveNotice } from './give-notice.ts'
import { type NoticeForm, noticePage, trap } from './notice-form.ts'
import { receiptPage } from './receipt.ts'

/** What this room needs besides the database. `names`: how the people of accounts are called. */
export type Desk = {
  secret(): Promise<string>
  names(accounts: readonly AccountId[]): Promise<Names>
  readonly media: Pick<MediaStore, 'get'>
  readonly limit: Limit
  readonly log: Log
}

export async function notice(context: Context<Db>): Promise<Answer> {
  const { db, query } = context
  const [story, member] = await Promise.all([storyNamed(db, query.story), memberNamed(db, query.member)])
  const body = noticePage(frameOf(context), { given: nothingGiven, story, member, faults: [] })
  const about = [...(story ? [`story:${story.id}`] : []), ...(member ? [`member:${member.slug}`] : [])]
  const answer = dated(context, body, [...about, 'network'])
  // Ids that name nothing are endlessly many.
  const isIdle = (query.story !== undefined && !story) || (query.member !== undefined && !member)
  return isIdle ? { ...answer, cache: 'none', tags: [] } : answer
}

/** The form sent. What cannot be taken comes back with what was typed. */
export async function noticeSent(context: Sent & Context<Db>, desk: Desk): Promise<Answer> {
  const { db, form, client, language, now, url } = context
  const { t, at } = frameOf(context)
  const given = readGiven(form)
  const [story, member] = await Promise.all([storyNamed(db, given.story), memberNamed(db, given.member)])
  const again = (status: number, more: Pick<NoticeForm, 'faults' | 'refusal'>, headers = {}): Answer => {
    const body = noticePage(frameOf(context), { given, story, member, ...more })
    return { status, type: html, body, cache: 'private', tags: [], headers }
  }
  const faults = faultsOf(given)
  if (faults.length > 0) return again(422, { faults })
  if (form.get(trap)) return again(422, { faults: [], refusal: t('notice.error.trap') })
  const free = desk.limit.take(client)
  if (free) {
    const seconds = Math.ceil((free.getTime() - now.getTime()) / 1000)
    const refusal = t('notice.error.often', { time: t.date(free, 'time') })
    return again(429, { faults: [], refusal }, { 'retry-after': String(seconds) })
  }
  const about = { story: story?.id ?? (await storyAt(db, given.address, url)), member: member?.id }
  const secret = await desk.secret()
  const number = await db.transaction().execute((tx) => giveNotice(tx, given, { ...about, language, now, secret }))
  desk.log.info('A notice came in: "wireroom notice show" and its number show it.', { number, reason: given.reason })
  return redirect(at(routes.receipt.href({ number })), 303)
}

/** Only for whoever knows the number; kept by nobody in between. */
export async function receipt(context: Context<Db>): Promise<Answer> {
  const number = readNoticeNumber(context.params.number ?? '')
  const found = number && (await findNotice(context.db, number))
  if (!found) throw new NotFound('There is no notice of this number.')
  return { status: 200, type: html, body: receiptPage(frameOf(context), found), cache: 'private', tags: [] }
}

function readGiven(form: URLSearchParams): Given {
  const field = (name: keyof Given) => (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
  return {
    reason: field('reason'),
    story: field('story'),
    member: field('member'),
    address: field('address'),
    words: field('words'),
    contact: field('contact'),
  }
}

/** The story of an id, where readers may see it. */
async function storyNamed(db: Db, id: string | undefined): Promise<StoryLine | undefined> {
  const named = readId<StoryId>(id ?? '')
  return named && (await findLine(db, named))
}

/** The member of a slug. */
async function memberNamed(db: Db, slug: string | undefined): Promise<Member | undefined> {
  return slug === undefined || slug === '' ? undefined : await findMember(db, slug)
}

/** The story whose address somebody copied into the form, in whatever language its page was. */
async function storyAt(db: Db, address: string, url: string): Promise<StoryId | undefined> {
  const copied = URL.parse(address, url)
  if (!copied || copied.host !== URL.parse(url)?.host) return undefined
  const [, year, month, date, slug = ''] =
    /^\/(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)$/.exec(splitLanguage(copied.pathname).path) ?? []
  const day = `${year}-${month}-${date}`
  return isDay(day) ? (await findPublished(db, day, slug))?.id : undefined
}
