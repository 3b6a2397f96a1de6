/** Which handler answers which route: a route without one does not compile. */
import { account, profileSent, sessionsEnded } from './accounts/account.ts'
import * as authenticators from './accounts/authenticator-pages.ts'
import { setUp, setUpSent } from './accounts/first-pages.ts'
import { invitation, invitationUsed } from './accounts/invitation-pages.ts'
import { newMail, newMailSent, newMailUsed } from './accounts/mail-change.ts'
import { accountExport, leave, leaveSent } from './accounts/own-data.ts'
import * as accounts from './accounts/pages.ts'
import * as passkeys from './accounts/passkeys-pages.ts'
import { noPasswordSent, passwordSent } from './accounts/password-change.ts'
import * as secondStep from './accounts/second-step-pages.ts'
import { invitationEnded, staff, staffRemoved, staffSent } from './accounts/staff-pages.ts'
import type { Db } from './db/connection.ts'
import * as checking from './desk/check.ts'
import { desk, draftBegun } from './desk/home.ts'
import * as editing from './desk/incoming.ts'
import * as ownReleases from './desk/own-release.ts'
import { draftPart, draftPartSent } from './desk/parts.ts'
import { draftPictureAdded, draftPictureSent, draftPictures } from './desk/pictures.ts'
import { draftSupporterAsked, draftSupporterSent, draftSupporters } from './desk/supporters.ts'
import { supporting, supportingSent } from './desk/supporting.ts'
import * as ingest from './ingest/pages.ts'
import * as acting from './ingest/pages-act.ts'
import * as adding from './ingest/pages-add.ts'
import * as importing from './ingest/pages-import.ts'
import * as own from './ingest/pages-own.ts'
import { ownSourceAdd, ownSourceAddSent } from './ingest/pages-own-add.ts'
import * as quarantine from './ingest/pages-quarantine.ts'
import type { Means } from './means.ts'
import * as applications from './membership/application-pages.ts'
import * as applicationSteps from './membership/application-steps.ts'
import { memberExport } from './membership/export.ts'
import * as inviting from './membership/invite-pages.ts'
import * as joining from './membership/join-pages.ts'
import * as leaving from './membership/leave-pages.ts'
import * as membership from './membership/pages.ts'
import * as profile from './membership/profile.ts'
import { memberPicturesSent } from './membership/profile-pictures.ts'
import * as proofLetters from './membership/proof-letter-pages.ts'
import { privateProofSent, privateProofs } from './membership/proof-moderation.ts'
import * as proofs from './membership/proof-pages.ts'
import { seatInvitation, seatInvitationSent } from './membership/seat-invitation.ts'
import { ownerChange, ownerChangeSent } from './membership/seats-owner-page.ts'
import * as seats from './membership/seats-pages.ts'
import * as vouching from './membership/vouch-pages.ts'
import * as appeal from './moderation/appeal.ts'
import * as appeals from './moderation/appeals-desk.ts'
import * as deciding from './moderation/application-desk.ts'
import * as held from './moderation/held-story.ts'
import * as measures from './moderation/members-desk.ts'
import * as notices from './moderation/notices-desk.ts'
import * as moderation from './moderation/pages.ts'
import * as publicLog from './moderation/public-log.ts'
import * as today from './moderation/today-pages.ts'
import { cluster } from './reader/cluster.ts'
import * as directory from './reader/directory-page.ts'
import * as memberPages from './reader/member-page.ts'
import * as offlineEdition from './reader/offline.ts'
import * as reader from './reader/pages.ts'
import { preview } from './reader/preview.ts'
import { type Route, routes } from './routes.ts'
import { openSearch } from './search/open-search.ts'
import { search } from './search/page.ts'
import { settings, settingsSent } from './settings/facts-page.ts'
import { settingsFront, settingsFrontSent } from './settings/front-page.ts'
import { settingsHistory, settingsHistorySent } from './settings/history.ts'
import { log as acts } from './settings/log.ts'
import { settingsMail, settingsMailSent } from './settings/mail-page.ts'
import { setUpStep, setUpStepSent } from './settings/set-up.ts'
import { settingsTopics, settingsTopicsSent } from './settings/topics-page.ts'
import { settingsWords, settingsWordsSent } from './settings/words-page.ts'
import * as discovery from './syndication/discovery/pages.ts'
import * as feeds from './syndication/feeds/pages.ts'
import { republish } from './syndication/republish/pages.ts'
import * as stories from './syndication/stories/pages.ts'
import type { Answer } from './web/answer.ts'
import type { Context } from './web/context.ts'
import type { Sent } from './web/router.ts'

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
  members: directory.members,
  member: memberPages.member,
  memberContacts: memberPages.memberContacts,
  memberFeed: feeds.memberFeed,
  about: reader.about,
  offline: offlineEdition.offline,
  offlineStories: offlineEdition.stories,
  offlineWorker: offlineEdition.offlineWorker,
  signIn: accounts.signIn,
  link: accounts.link,
  code: secondStep.code,
  account,
  newMail,
  accountExport,
  leave,
  ownProfile: profile.ownProfile,
  seatInvitation,
  memberProfile: profile.memberProfile,
  memberPeople: seats.memberPeople,
  memberExport,
  memberLeave: leaving.memberLeave,
  ownerChange,
  join: joining.join,
  arrived: joining.arrived,
  applicationVouches: vouching.applicationVouches,
  joinInvitations: inviting.joinInvitations,
  passkeys: passkeys.passkeys,
  passkey: passkeys.passkey,
  authenticator: authenticators.authenticator,
  applicationProof: proofs.applicationProof,
  memberProof: proofs.memberProof,
  ownSources: own.ownSources,
  ownSourceAdd,
  ownSource: own.ownSource,
  ownSourceRemove: own.ownSourceRemove,
  quarantines: quarantine.quarantines,
  proofLetter: proofLetters.proofLetterPage,
  proofPage: proofLetters.proofFace,
  privateProofs,
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
  desk,
  incoming: editing.incoming,
  incomingDraft: editing.incomingDraft,
  draftPart,
  draftPictures,
  draftSupporters,
  draftCheck: checking.draftCheck,
  draftDrop: checking.draftDrop,
  ownRelease: ownReleases.ownRelease,
  withdraw: ownReleases.withdraw,
  supporting,
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
  moderation: today.moderation,
  moderationNotices: notices.moderationNotices,
  moderationNotice: notices.moderationNotice,
  application: applications.application,
  applicationPicture: applications.applicationPicture,
  applicationStep: applicationSteps.applicationStep,
  moderationApplication: deciding.moderationApplication,
  applicationMark: deciding.applicationMark,
  moderationAppeal: appeals.moderationAppeal,
  heldStory: held.heldStory,
  moderationMembers: measures.moderationMembers,
  moderationMember: measures.moderationMember,
  publicLog: publicLog.publicLog,
  publicLogMonth: publicLog.publicLogMonth,
  appeal: appeal.appeal,
  searchFeed: feeds.searchFeed,
  search,
  openSearch,
  corrections: reader.corrections,
  correctionsFeed: feeds.correctionsFeed,
  archive: reader.archive,
  archiveYear: reader.archiveYear,
  archiveMonth: reader.archiveMonth,
  archiveMonthFeed: feeds.archiveMonthFeed,
  archiveDay: reader.archiveDay,
  archiveDayFeed: feeds.archiveDayFeed,
  story: reader.story,
  republish,
  storyFile: stories.storyFile,
  storyById: reader.storyById,
  preview,
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
  offlineErased: offlineEdition.offlineErased,
  noticeDecided: notices.noticeDecided,
  absenceSent: today.absenceSent,
  applicationDecided: deciding.applicationDecided,
  decisionUndone: deciding.decisionUndone,
  appealDecided: appeals.appealDecided,
  heldStoryReleased: held.heldStoryReleased,
  memberMeasured: measures.memberMeasured,
  appealSent: appeal.appealSent,
  signInSent: accounts.signInSent,
  linkSent: accounts.linkSent,
  linkUsed: accounts.linkUsed,
  passkeySent: accounts.passkeySent,
  codeSent: secondStep.codeSent,
  joinSent: joining.joinSent,
  applicationVouchesSent: vouching.applicationVouchesSent,
  joinInvited: inviting.joinInvited,
  joinInvitationEnded: inviting.joinInvitationEnded,
  vouched: inviting.vouched,
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
  applicationProofSent: proofs.applicationProofSent,
  memberProofSent: proofs.memberProofSent,
  ownSourceAddSent,
  ownSourceGrantSent: own.ownSourceGrantSent,
  ownSourceRemoveSent: own.ownSourceRemoveSent,
  ownSourceActSent: own.ownSourceActSent,
  quarantineEnded: quarantine.quarantineEnded,
  sourceQuarantineSent: quarantine.sourceQuarantineSent,
  proofLetterUsed: proofLetters.proofLetterUsed,
  privateProofSent,
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
  applicationBegun: applications.applicationBegun,
  applicationAnswered: applications.applicationAnswered,
  applicationWithdrawn: applications.applicationWithdrawn,
  applicationStepSent: applicationSteps.applicationStepSent,
  memberProfileSent: profile.memberProfileSent,
  memberPicturesSent,
  memberInvited: seats.memberInvited,
  seatChanged: seats.seatChanged,
  seatInvitationEnded: seats.seatInvitationEnded,
  seatLeft: seats.seatLeft,
  ownerChangeStopped: seats.ownerChangeStopped,
  seatInvitationSent,
  ownerChangeSent,
  memberLeaveSent: leaving.memberLeaveSent,
  memberLeaveTakenBack: leaving.memberLeaveTakenBack,
  draftBegun,
  draftPartSent,
  draftPictureAdded,
  draftPictureSent,
  draftSupporterAsked,
  draftSupporterSent,
  draftSent: checking.draftSent,
  draftDropped: checking.draftDropped,
  incomingDecided: editing.incomingDecided,
  correctionBegun: ownReleases.correctionBegun,
  withdrawn: ownReleases.withdrawn,
  supportingSent,
}

export function pagesOf(means: Means): [Route, (context: Context<Db>) => Promise<Answer>][] {
  return named(handlers).map(([route, page]) => [route, (context) => page(context, means)])
}

/** Where forms are sent. */
export function formsOf(means: Means): [Route, (context: Sent & Context<Db>) => Promise<Answer>][] {
  return named(senders).map(([route, send]) => [route, (context) => send(context, means)])
}

/** Handlers with the routes they are named after, in the routes' order: the first that fits answers. */
function named<T>(handlers: Readonly<Record<string, T>>): [Route, T][] {
  return Object.entries<Route>(routes).flatMap(([name, route]) => {
    const handler = handlers[name]
    return handler ? [[route, handler]] : []
  })
}
