/** Every list that has a feed: which stories are in it, what it is called, where its page is. */
import { isDay } from '../../core/calendar.ts'
import { isCountry } from '../../core/country.ts'
import { canonicalLanguage, isKnownLanguage } from '../../core/language.ts'
import type { Db } from '../../db/connection.ts'
import type { ListQuery } from '../../db/list-filters.ts'
import { findMember } from '../../db/members.ts'
import { findTopic } from '../../db/topics.ts'
import { routes } from '../../routes.ts'
import type { Words } from '../../web/messages/messages.ts'

export type List = {
  /** What its `tag:` URI names it by, for ever; a member's is the member's own. */
  readonly name: string
  readonly noun?: 'member'
  /** Empty for the list of everything. */
  readonly title: string
  readonly subtitle?: string
  readonly page: string
  /** The editions it is dropped with. */
  readonly tag: string
  /** Feeds tell every version: each is a record of its own. */
  readonly query: Omit<ListQuery, 'limit' | 'before' | 'ids' | 'oneEach'>
}

export type Asking = { readonly db: Db; readonly params: Readonly<Record<string, string>>; readonly t: Words }
/** Undefined when there is no such list. */
export type FindList = (asking: Asking) => Promise<List | undefined>

export const everything: FindList = async () => ({
  name: 'front',
  title: '',
  page: routes.front.href({}),
  tag: 'front',
  query: {},
})

export const ofMember: FindList = async ({ db, params }) => {
  const member = await findMember(db, params.slug ?? '')
  return (
    member && {
      name: member.id,
      noun: 'member',
      title: member.name,
      subtitle: member.about,
      page: routes.member.href({ slug: member.slug }),
      tag: `member:${member.slug}`,
      query: { member: member.id },
    }
  )
}

export const ofReleases: FindList = async ({ t }) => ({
  name: 'releases',
  title: t('releases.title'),
  subtitle: t('releases.lede'),
  page: routes.releases.href({}),
  tag: 'releases',
  query: { genre: 'release' },
})

export const ofTopic: FindList = async ({ db, params }) => {
  const topic = await findTopic(db, params.slug ?? '')
  return (
    topic && {
      name: `topic/${topic.slug}`,
      title: topic.name,
      page: routes.topic.href({ slug: topic.slug }),
      tag: 'topics',
      query: { topic: topic.slug },
    }
  )
}

export const ofPlace: FindList = async ({ params, t }) => {
  const country = (params.country ?? '').toUpperCase()
  if (!isCountry(country)) return undefined
  return {
    name: `place/${country}`,
    title: t.titled(t.countryName(country)),
    page: routes.place.href({ country: country.toLowerCase() }),
    tag: 'places',
    query: { country },
  }
}

export const ofLanguage: FindList = async ({ params, t }) => {
  const language = canonicalLanguage(params.tag ?? '')
  if (!language || language.toLowerCase() !== params.tag || !isKnownLanguage(language)) return undefined
  return {
    name: `language/${language}`,
    title: t.autonym(language),
    page: routes.language.href({ tag: language.toLowerCase() }),
    tag: 'languages',
    query: { language },
  }
}

export const ofMonth: FindList = async ({ params, t }) => {
  const { year = '', month = '' } = params
  const period = `${year}-${month}`
  if (!isDay(`${period}-01`)) return undefined
  const page = routes.archiveMonth.href({ year, month })
  return { ...archived(period), title: t.titled(t.day(period, 'month')), page }
}

export const ofDay: FindList = async ({ params, t }) => {
  const { year = '', month = '', day = '' } = params
  const period = `${year}-${month}-${day}`
  if (!isDay(period)) return undefined
  const page = routes.archiveDay.href({ year, month, day })
  return { ...archived(period), title: t.titled(t.day(period, 'long')), page }
}

function archived(period: string) {
  return { name: `archive/${period}`, tag: `archive:${period}`, query: { period } }
}
