/** A member's own page, and whom its people may write to. */
import { NotFound } from '../core/errors.ts'
import { readCursor } from '../core/story/cursor.ts'
import type { Db } from '../db/connection.ts'
import { findMember } from '../db/members.ts'
import { findProfile, hasContacts, listContacts, listHomes } from '../db/profiles.ts'
import { listTopicsNamed } from '../db/topics.ts'
import { readContacts } from '../host/member-contacts.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import { dated } from '../web/dated.ts'
import { html } from '../web/html.ts'
import { contactList } from '../web/ui/portrait.ts'
import { workLayout } from '../web/work-layout.ts'
import { formerMemberPage, memberPage } from './members.ts'
import { notFound, onePage, pageSize } from './pages.ts'

type Asked = Context<Db>

export async function member(context: Asked): Promise<Answer> {
  const { db, params, query } = context
  const before = readCursor(query.before)
  if (query.before !== undefined && !before) return notFound(context)
  const found = await findMember(db, params.slug ?? '')
  if (!found) return notFound(context)
  const frame = frameOf(context)
  const tags = [`member:${found.slug}`, 'network']
  const page = async () => {
    const { lines, more } = await onePage(db, { limit: pageSize, member: found.id, before })
    return { stories: lines, more, isFirst: !before }
  }
  if (found.leftAt) return dated(context, formerMemberPage(frame, { member: found, ...(await page()) }), tags)
  const [lines, profile, homes, contacts, hasMore] = await Promise.all([
    page(),
    findProfile(db, found.id),
    before ? [] : listHomes(db, found.id),
    before ? [] : listContacts(db, found.id, ['public']),
    before ? false : hasContacts(db, found.id, 'members'),
  ])
  const topics = await listTopicsNamed(db, profile.topics)
  const body = memberPage(frame, {
    ...{ member: found, profile, homes, topics, hasMore },
    contacts: contacts.map(({ purpose, words }) => ({ purpose, words: words ?? '' })),
    ...lines,
  })
  return dated(context, body, tags)
}

/** What is for people of members, whichever they sit with. */
export async function memberContacts(context: Asked, { secret }: { secret(): Promise<string> }): Promise<Answer> {
  const { db, params } = context
  const frame = frameOf(context)
  const { t } = frame
  const found = await findMember(db, params.slug ?? '')
  if (!found || found.leftAt) throw new NotFound('There is no such member.')
  const contacts = readContacts(await secret(), await listContacts(db, found.id, ['public', 'members']))
  const title = t('contacts.title')
  const main = html`<div class="column"><p class="whose"><bdi>${found.name}</bdi></p><h1>${title}</h1><p class="lede">${t(contacts.length > 0 ? 'contacts.lede' : 'contacts.none')}</p><div class="told">${contactList(t, contacts)}</div></div>`
  return privatePage(workLayout(frame, { title, main, sheets: ['portrait.css', 'people.css'] }))
}
