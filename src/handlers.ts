/** Which handler answers which route: a route without one does not compile. */
import { account, profileSent, sessionsEnded } from './accounts/account.ts'
import * as authenticators from './accounts/authenticator-pages.ts'
import type { Doors } from './accounts/doors.ts'
import { setUp, setUpSent } from './accounts/first-pages.ts'
import { createHasher } from './accounts/hasher.ts'
import { invitation, invitationUsed } from './accounts/invitation-pages.ts'
import { newMail, newMailSent, newMailUsed } from './accounts/mail-change.ts'
import { testMail } from './accounts/mail-test.ts'
import { namesOf } from './accounts/names.ts'
import { accountExport, leave, leaveSent } from './accounts/own-data.ts'
import * as accounts from './accounts/pages.ts'
import * as passkeys from './accounts/passkeys-pages.ts'
import { noPasswordSent, passwordSent } from './accounts/password-change.ts'
import * as secondStep from './accounts/second-step-pages.ts'
import { invitationEnded, staff, staffRemoved, staffSent } from './accounts/staff-pages.ts'
import { createTurns } from './accounts/turns.ts'
import type { Config } from './config.ts'
import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import type { Db } from './db/connection.ts'
import { readSecret } from './host/secret.ts'
import * as ingest from './ingest/pages.ts'
import * as acting from './ingest/pages-act.ts'
import * as adding from './ingest/pages-add.ts'
import * as importing from './ingest/pages-import.ts'
import { createRoom } from './ingest/room.ts'
import * as membership from './membership/pages.ts'
import * as notices from './moderation/notices-desk.ts'
import * as moderation from './moderation/pages.ts'
import type { Fetcher } from './net/fetch.ts'
import { createMail } from './net/mail.ts'
import { cluster } from './reader/cluster.ts'
import * as reader from './reader/pages.ts'
import { type Route, routes } from './routes.ts'
import { settings, settingsSent } from './settings/facts-page.ts'
import { settingsFront, settingsFrontSent } from './settings/front-page.ts'
import { settingsHistory, settingsHistorySent } from './settings/history.ts'
import { log as acts } from './settings/log.ts'
import { settingsMail, settingsMailSent } from './settings/mail-page.ts'
import type { Means as SettingsMeans } from './settings/means.ts'
import { setUpStep, setUpStepSent } from './settings/set-up.ts'
import { settingsTopics, settingsTopicsSent } from './settings/topics-page.ts'
import { settingsWords, settingsWordsSent } from './settings/words-page.ts'
import * as discovery from './syndication/discovery/pages.ts'
import * as feeds from './syndication/feeds/pages.ts'
import * as stories from './syndication/stories/pages.ts'
import type { Answer } from './web/answer.ts'
import type { Context } from './web/context.ts'
import { createLimit } from './web/limit.ts'
import type { Sent } from './web/router.ts'

/** Sites and feeds a process looks at at once for people who wait for it. */
const looksAtOnce = 3
/** Tries on one address that a process has in hand: each takes a quarter of a second. */
const triesAtOnce = 4

/** What handlers need besides the database. */
export type Means = moderation.Desk & Doors & SettingsMeans & ingest.Outside
type Handler = (context: Context<Db>, means: Means) => Promise<Answer>
type Sender = (context: Sent & Context<Db>, means: Means) => Promise<Answer>
type Forms = {
  [N in keyof typeof routes]: (typeof routes)[N]['method'] extends 'POST' ? N : never
}[keyof typeof routes]

const handlers: Readonly<
  Record<Exclude<keyof typeof routes, Forms | 'media' | 'asset' | 'healthz' | 'readyz' | 'metrics'>, Handler>
> = {
  front: reader.front,
  frontFeed: feeds.frontFeed,
  members: reader.members,
  member: reader.member,
  memberFeed: feeds.memberFeed,
  about: reader.about,
  signIn: accounts.signIn,
  link: accounts.link,
  code: secondStep.code,
  account,
  newMail,
  accountExport,
  leave,
  passkeys: passkeys.passkeys,
  passkey: passkeys.passkey,
  authenticator: authenticators.authenticator,
  invitation,
  setUp,
  setUpStep,
  settings,
  settingsFront,
  settingsTopics,
  settingsWords,
  settingsMail,
  settingsHistory,
  staff,
  log: acts,
  sources: ingest.sources,
  sourcesOpml: importing.sourcesOpml,
  sourceAdd: adding.sourceAdd,
  sourcesImport: importing.sourcesImport,
  sourceImport: importing.sourceImport,
  source: ingest.source,
  sourceRemove: ingest.sourceRemove,
  memberAdd: membership.memberAdd,
  releases: reader.releases,
  releasesFeed: feeds.releasesFeed,
  topics: reader.topics,
  topic: reader.topic,
  topicFeed: feeds.topicFeed,
  places: reader.places,
  place: reader.place,
  placeFeed: feeds.placeFeed,
  languages: reader.languages,
  language: reader.language,
  languageFeed: feeds.languageFeed,
  notice: moderation.notice,
  receipt: moderation.receipt,
  moderation: notices.moderation,
  moderationNotice: notices.moderationNotice,
  corrections: reader.corrections,
  correctionsFeed: feeds.correctionsFeed,
  archive: reader.archive,
  archiveYear: reader.archiveYear,
  archiveMonth: reader.archiveMonth,
  archiveMonthFeed: feeds.archiveMonthFeed,
  archiveDay: reader.archiveDay,
  archiveDayFeed: feeds.archiveDayFeed,
  story: reader.story,
  storyFile: stories.storyFile,
  storyById: reader.storyById,
  cluster,
  accent: reader.accent,
  sitemap: discovery.sitemap,
  sitemapPages: discovery.sitemapPages,
  sitemapMonth: discovery.sitemapMonth,
  newsSitemap: discovery.newsSitemap,
  membersOpml: discovery.membersOpml,
  security: discovery.security,
  humans: discovery.humans,
  robots: discovery.robots,
  favicon: reader.favicon,
}

/** Where forms are sent. */
const senders: Readonly<Record<Forms, Sender>> = {
  noticeSent: moderation.noticeSent,
  noticeDecided: notices.noticeDecided,
  signInSent: accounts.signInSent,
  linkSent: accounts.linkSent,
  linkUsed: accounts.linkUsed,
  passkeySent: accounts.passkeySent,
  codeSent: secondStep.codeSent,
  passkeyAdded: passkeys.passkeyAdded,
  passkeyRenamed: passkeys.passkeyRenamed,
  passkeyRemoved: passkeys.passkeyRemoved,
  authenticatorSent: authenticators.authenticatorSent,
  authenticatorRemoved: authenticators.authenticatorRemoved,
  recoveryCodesMade: authenticators.recoveryCodesMade,
  recoveryCodesFile: authenticators.recoveryCodesFileSent,
  signOutSent: accounts.signOutSent,
  profileSent,
  newMailSent,
  newMailUsed,
  passwordSent,
  noPasswordSent,
  sessionsEnded,
  leaveSent,
  invitationUsed,
  setUpSent,
  setUpStepSent,
  settingsSent,
  settingsFrontSent,
  settingsTopicsSent,
  settingsWordsSent,
  settingsMailSent,
  settingsHistorySent,
  staffSent,
  staffRemoved,
  invitationEnded,
  sourceAddSent: adding.sourceAddSent,
  sourcesImportSent: importing.sourcesImportSent,
  sourceImportSent: importing.sourceImportSent,
  sourceGrantSent: acting.sourceGrantSent,
  sourceAgencySent: acting.sourceAgencySent,
  sourceFactsSent: acting.sourceFactsSent,
  sourceRemoveSent: acting.sourceRemoveSent,
  sourceActSent: acting.sourceActSent,
  memberAddSent: membership.memberAddSent,
}

export function pagesOf(means: Means): [Route, (context: Context<Db>) => Promise<Answer>][] {
  return named(handlers).map(([route, page]) => [route, (context) => page(context, means)])
}

/** Where forms are sent. */
export function formsOf(means: Means): [Route, (context: Sent & Context<Db>) => Promise<Answer>][] {
  return named(senders).map(([route, send]) => [route, (context) => send(context, means)])
}

export function meansOf(
  { config, clock, log, db }: { config: Config; clock: Clock; log: Log; db: Db },
  fetcher: () => Promise<Fetcher>,
): Means {
  const limit = (most: number, minutes: number) => createLimit({ clock, most, minutes })
  const secret = once(() => readSecret(config))
  const mail = createMail(config, clock)
  return {
    testMail: async (at, account) => testMail(at, account, { secret: await secret(), mail }),
    secret,
    log,
    hasher: createHasher(secret),
    turns: createTurns(triesAtOnce),
    https: config.url.startsWith('https:'),
    limit: limit(10, 60),
    fetcher,
    looks: createRoom(looksAtOnce),
    minPollSeconds: config.minPollSeconds,
    names: async (ids) => namesOf(db, await secret(), ids),
    limits: { tries: limit(30, 10), letters: limit(10, 60) },
  }
}

/** Handlers with the routes they are named after, in the routes' order: the first that fits answers. */
function named<T>(handlers: Readonly<Record<string, T>>): [Route, T][] {
  return Object.entries<Route>(routes).flatMap(([name, route]) => {
    const handler = handlers[name]
    return handler ? [[route, handler]] : []
  })
}

/** The first answer for all who ask; what failed is asked again. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
}
