/**
 * Every address of the program. Who may enter is the first argument, so a route without its guard does not compile;
 * `href` builds the address, and the names in the pattern are its arguments.
 */
import type { Guard } from './core/account/rights.ts'
import { directoryParameters } from './core/member/directory.ts'
import { searchParameters } from './core/search-address.ts'

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Bare<Name> | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Bare<Name>
    : never
/** A name without its pattern: `year{\\d{4}}` → `year`. */
type Bare<Name extends string> = Name extends `${infer N}{${string}`
  ? N
  : Name extends `${infer N}.${string}`
    ? N
    : Name

export type Route<P extends string = string, M extends 'GET' | 'POST' = 'GET' | 'POST'> = {
  readonly guard: Guard
  readonly pattern: P
  /** Query parameters that make a different answer; all others are ignored. */
  readonly query: readonly string[]
  /** Whether it speaks to readers: such a page can be had in each of the network's languages, and as words alone. */
  readonly speaks: boolean
  readonly method: M
  /** The bytes a form may bring, where those are more than a megabyte. */
  readonly mostBytes?: number
  href(args: Readonly<Record<Names<P>, string>>): string
}

/** A page for readers: `/es` before its address gives it in Spanish, `?text` after it words alone. */
function page<const P extends string>(guard: Guard, pattern: P, query: readonly string[] = []): Route<P, 'GET'> {
  return { ...route(guard, pattern, [...query, 'text']), speaks: true }
}

/** Where a form is sent. Only from our own pages: the router refuses what comes from elsewhere. */
function form<const P extends string>(guard: Guard, pattern: P): Route<P, 'POST'> {
  return { ...page(guard, pattern), method: 'POST' }
}

/** What programs ask for: one address, one answer. */
function route<const P extends string>(guard: Guard, pattern: P, query: readonly string[] = []): Route<P, 'GET'> {
  // Text, name, text, name, text.
  const pieces = pattern.split(/:(\w+)(?:\{[^/]*\})?/)
  return {
    guard,
    pattern,
    query,
    speaks: false,
    method: 'GET',
    href: (args) =>
      pieces
        .map((piece, at) => (at % 2 === 0 ? piece : encodeURIComponent((args as Record<string, string>)[piece] ?? '')))
        .join(''),
  }
}

const day = '/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}'
/** One list in each format: `feed`, `feed.atom`, `feed.json`, `feed.ninjs`. */
const feed = ':feed{feed[.a-z]*}'

const passkeyKey = ':passkey{[0-9a-f]{16}}'
const uuid = ':id{[0-9a-f-]{36}}'
const draft = '/desk/:member/drafts/:draft{[0-9a-f-]{36}}'
const ownRelease = '/desk/:member/releases/:story{[0-9a-f-]{36}}'
/** A picture may have ten megabytes; the rest is the form around it. */
const pictureBytes = 11 * 1024 * 1024
const noticeNumber = ':number{[0-9]{4}-[0-9]{4}-[0-9]{4}}'

/** Order matters where patterns overlap: the first that fits answers. */
export const routes = {
  front: page('anyone', '/', ['before']),
  frontFeed: route('anyone', `/${feed}`, ['before']),
  members: page('anyone', '/members', directoryParameters),
  memberFeed: route('anyone', `/members/:slug/${feed}`, ['before']),
  member: page('anyone', '/members/:slug', ['before']),
  // Whoever sits with any member: the seat's own member is not named here.
  memberContacts: page('seat of contributor', '/members/:slug/contacts'),
  about: page('anyone', '/about'),
  offline: page('anyone', '/offline', ['done']),
  offlineErased: form('anyone', '/offline'),
  offlineStories: page('anyone', '/offline/stories'),
  // At the top, so that the worker may answer for every page below.
  offlineWorker: route('anyone', '/offline-worker.js'),
  signIn: page('anyone', '/sign-in', ['to']),
  signInSent: form('anyone', '/sign-in'),
  linkSent: form('anyone', '/sign-in/link'),
  link: page('anyone', '/sign-in/link', ['key', 'to']),
  linkUsed: form('anyone', '/sign-in/link/use'),
  passkeySent: form('anyone', '/sign-in/passkey'),
  code: page('anyone', '/sign-in/code', ['to']),
  codeSent: form('anyone', '/sign-in/code'),
  signOutSent: form('account', '/sign-out'),
  account: page('account', '/account', ['done']),
  profileSent: form('account', '/account'),
  newMail: page('anyone', '/account/mail', ['key']),
  newMailSent: form('account', '/account/mail'),
  newMailUsed: form('anyone', '/account/mail/use'),
  passwordSent: form('account', '/account/password'),
  noPasswordSent: form('account', '/account/password/none'),
  sessionsEnded: form('account', '/account/sessions'),
  accountExport: route('account', '/account/export'),
  leave: page('account', '/account/leave'),
  leaveSent: form('account', '/account/leave'),
  ownProfile: page('account', '/account/profile'),
  seatInvitation: page('account', `/account/seats/${uuid}`),
  seatInvitationSent: form('account', `/account/seats/${uuid}`),
  memberProfile: page('seat of contributor', '/account/members/:member/profile', ['done']),
  memberProfileSent: form('seat of owner', '/account/members/:member/profile'),
  memberPicturesSent: { ...form('seat of owner', '/account/members/:member/pictures'), mostBytes: 22 * 1024 * 1024 },
  memberPeople: page('seat of contributor', '/account/members/:member/people', ['done']),
  memberInvited: form('seat of owner', '/account/members/:member/people'),
  seatChanged: form('seat of owner', '/account/members/:member/people/seats'),
  seatInvitationEnded: form('seat of owner', '/account/members/:member/people/invitations'),
  // Also for a suspended member: whoever wants to go may, alone or with all of it.
  seatLeft: form('seat of contributor, also suspended', '/account/members/:member/people/leave'),
  ownerChangeStopped: form('seat of owner', '/account/members/:member/people/stop'),
  memberExport: route('seat of owner', '/account/members/:member/export'),
  memberLeave: page('seat of owner', '/account/members/:member/leave', ['done']),
  memberLeaveSent: form('seat of owner, also suspended', '/account/members/:member/leave'),
  memberLeaveTakenBack: form('seat of owner, also suspended', '/account/members/:member/leave/back'),
  join: page('anyone', '/join'),
  joinSent: form('anyone', '/join'),
  arrived: page('account', '/join/arrived', ['work']),
  applicationVouches: page('account', '/join/application/vouches', ['done']),
  applicationVouchesSent: form('account', '/join/application/vouches'),
  joinInvitations: page('seat of editor', '/account/members/:member/invitations', ['done']),
  joinInvited: form('seat of editor', '/account/members/:member/invitations'),
  joinInvitationEnded: form('seat of editor', '/account/members/:member/invitations/end'),
  vouched: form('seat of editor', '/account/members/:member/invitations/vouch'),
  passkeys: page('account', '/account/passkeys', ['done']),
  passkeyAdded: form('account', '/account/passkeys'),
  passkey: page('account', `/account/passkeys/${passkeyKey}`),
  passkeyRenamed: form('account', `/account/passkeys/${passkeyKey}`),
  passkeyRemoved: form('account', `/account/passkeys/${passkeyKey}/remove`),
  authenticator: page('account', '/account/authenticator', ['done']),
  authenticatorSent: form('account', '/account/authenticator'),
  authenticatorRemoved: form('account', '/account/authenticator/remove'),
  recoveryCodesMade: form('account', '/account/recovery-codes'),
  recoveryCodesFile: form('account', '/account/recovery-codes/file'),
  applicationProof: page('account', '/join/application/proof', ['done']),
  applicationProofSent: form('account', '/join/application/proof'),
  memberProof: page('seat of contributor', '/account/members/:member/proof', ['done']),
  memberProofSent: form('seat of owner', '/account/members/:member/proof'),
  ownSources: page('seat of contributor', '/account/members/:member/sources'),
  ownSourceAdd: page('seat of owner', '/account/members/:member/sources/add', ['url']),
  ownSourceAddSent: form('seat of owner', '/account/members/:member/sources/add'),
  ownSource: page('seat of contributor', `/account/members/:member/sources/${uuid}`, ['before', 'done']),
  ownSourceGrantSent: form('seat of owner', `/account/members/:member/sources/${uuid}/grant`),
  ownSourceRemove: page('seat of owner', `/account/members/:member/sources/${uuid}/remove`),
  ownSourceRemoveSent: form('seat of owner', `/account/members/:member/sources/${uuid}/remove`),
  ownSourceActSent: form('seat of owner', `/account/members/:member/sources/${uuid}/:act{[a-z]+}`),
  proofLetter: page('anyone', '/proof', ['key']),
  proofLetterUsed: form('anyone', '/proof'),
  proofPage: page('anyone', '/proof/:token{[\\w-]{22}}'),
  privateProofs: page('moderator', '/moderation/proofs', ['done']),
  privateProofSent: form('moderator', '/moderation/proofs'),
  quarantines: page('moderator', '/moderation/quarantines', ['done']),
  quarantineEnded: form('moderator', `/moderation/quarantines/${uuid}`),
  invitation: page('anyone', '/invitation', ['key']),
  invitationUsed: form('anyone', '/invitation'),
  setUp: page('anyone', '/set-up', ['key']),
  setUpSent: form('anyone', '/set-up'),
  setUpStep: page('administrator', '/set-up/:step'),
  setUpStepSent: form('administrator', '/set-up/:step'),
  settings: page('administrator', '/settings', ['done']),
  settingsSent: form('administrator', '/settings'),
  settingsFront: page('administrator', '/settings/front', ['done']),
  settingsFrontSent: form('administrator', '/settings/front'),
  settingsTopics: page('administrator', '/settings/topics', ['done']),
  settingsTopicsSent: form('administrator', '/settings/topics'),
  settingsWords: page('administrator', '/settings/words', ['language', 'done']),
  settingsWordsSent: form('administrator', '/settings/words'),
  settingsMail: page('administrator', '/settings/mail'),
  settingsMailSent: form('administrator', '/settings/mail'),
  settingsHistory: page('administrator', '/settings/history', ['before', 'done']),
  settingsHistorySent: form('administrator', '/settings/history'),
  staff: page('administrator', '/settings/staff', ['done']),
  staffSent: form('administrator', '/settings/staff'),
  staffRemoved: form('administrator', '/settings/staff/remove'),
  invitationEnded: form('administrator', '/settings/staff/invitations'),
  log: page('administrator', '/settings/log', ['before']),
  sources: page('administrator', '/settings/sources', ['state', 'member', 'q', 'sort', 'after']),
  sourcesOpml: route('administrator', '/settings/sources.opml'),
  sourceAdd: page('administrator', '/settings/sources/add', ['member', 'url']),
  sourceAddSent: form('administrator', '/settings/sources/add'),
  sourcesImport: page('administrator', '/settings/sources/import'),
  sourcesImportSent: { ...form('administrator', '/settings/sources/import'), mostBytes: 8 * 1024 * 1024 },
  sourceImport: page('administrator', `/settings/sources/imports/${uuid}`, ['only', 'after']),
  sourceImportSent: form('administrator', `/settings/sources/imports/${uuid}`),
  source: page('administrator', `/settings/sources/${uuid}`, ['before', 'done']),
  sourceGrantSent: form('administrator', `/settings/sources/${uuid}/grant`),
  sourceAgencySent: form('administrator', `/settings/sources/${uuid}/agencies`),
  sourceFactsSent: form('administrator', `/settings/sources/${uuid}/facts`),
  sourceQuarantineSent: form('administrator', `/settings/sources/${uuid}/quarantine`),
  sourceRemove: page('administrator', `/settings/sources/${uuid}/remove`),
  sourceRemoveSent: form('administrator', `/settings/sources/${uuid}/remove`),
  sourceActSent: form('administrator', `/settings/sources/${uuid}/:act{[a-z]+}`),
  memberAdd: page('administrator', '/settings/members/add', ['url']),
  memberAddSent: form('administrator', '/settings/members/add'),
  desk: page('seat of contributor', '/desk', ['done']),
  incoming: page('editor', '/desk/incoming', ['done']),
  incomingDraft: page('editor', '/desk/incoming/:draft{[0-9a-f-]{36}}'),
  incomingDecided: form('editor', '/desk/incoming/:draft{[0-9a-f-]{36}}'),
  draftBegun: form('seat of contributor', '/desk/:member/drafts'),
  draftPart: page('seat of contributor', `${draft}/:part{words|about|newsrooms}`, ['done']),
  draftPartSent: form('seat of contributor', `${draft}/:part{words|about|newsrooms}`),
  draftPictures: page('seat of contributor', `${draft}/pictures`, ['done']),
  draftPictureAdded: { ...form('seat of contributor', `${draft}/pictures`), mostBytes: pictureBytes },
  draftPictureSent: form('seat of contributor', `${draft}/pictures/:hash{[0-9a-f]{64}}`),
  draftSupporters: page('seat of contributor', `${draft}/supporters`, ['done']),
  draftSupporterAsked: form('seat of contributor', `${draft}/supporters`),
  draftSupporterSent: form('seat of contributor', `${draft}/supporters/${uuid}`),
  draftCheck: page('seat of contributor', `${draft}/check`, ['done']),
  draftSent: form('seat of editor', `${draft}/check`),
  draftDrop: page('seat of contributor', `${draft}/drop`),
  draftDropped: form('seat of contributor', `${draft}/drop`),
  ownRelease: page('seat of contributor', ownRelease, ['done']),
  correctionBegun: form('seat of contributor', `${ownRelease}/correct`),
  withdraw: page('seat of editor', `${ownRelease}/withdraw`),
  withdrawn: form('seat of editor', `${ownRelease}/withdraw`),
  supporting: page('anyone', '/supporting', ['key', 'done']),
  supportingSent: form('anyone', '/supporting'),
  releasesFeed: route('anyone', `/releases/${feed}`, ['before']),
  releases: page('anyone', '/releases', ['before']),
  topics: page('anyone', '/topics'),
  topicFeed: route('anyone', `/topics/:slug/${feed}`, ['before']),
  topic: page('anyone', '/topics/:slug', ['before']),
  places: page('anyone', '/places'),
  placeFeed: route('anyone', `/places/:country{[a-z]{2}}/${feed}`, ['before']),
  place: page('anyone', '/places/:country{[a-z]{2}}', ['before']),
  languages: page('anyone', '/languages'),
  languageFeed: route('anyone', `/languages/:tag/${feed}`, ['before']),
  language: page('anyone', '/languages/:tag', ['before']),
  notice: page('anyone', '/notice', ['story', 'member']),
  noticeSent: form('anyone', '/notice'),
  ownerChange: page('moderator', '/moderation/members/:slug/owner', ['done']),
  ownerChangeSent: form('moderator', '/moderation/members/:slug/owner'),
  // An application to join.
  application: page('account', '/join/application', ['done']),
  applicationBegun: form('account', '/join/application'),
  applicationAnswered: form('account', '/join/application/answer'),
  applicationWithdrawn: form('account', '/join/application/withdraw'),
  applicationPicture: route('account', '/join/application/mark/picture', ['of']),
  applicationStep: page('account', '/join/application/:step{[a-z]+}'),
  applicationStepSent: { ...form('account', '/join/application/:step{[a-z]+}'), mostBytes: 16 * 1024 * 1024 },
  receipt: page('anyone', `/notice/${noticeNumber}`),
  moderation: page('staff', '/moderation', ['after', 'done']),
  absenceSent: form('staff', '/moderation/away'),
  moderationNotices: page('moderator', '/moderation/notices'),
  moderationNotice: page('moderator', `/moderation/notices/${noticeNumber}`),
  noticeDecided: form('moderator', `/moderation/notices/${noticeNumber}`),
  moderationApplication: page('moderator', `/moderation/applications/${uuid}`, ['do', 'use', 'after']),
  applicationDecided: form('moderator', `/moderation/applications/${uuid}`),
  applicationMark: route('moderator', `/moderation/applications/${uuid}/mark`),
  decisionUndone: form('moderator', `/moderation/decisions/${uuid}/undo`),
  moderationAppeal: page('moderator', `/moderation/appeals/${uuid}`),
  appealDecided: form('moderator', `/moderation/appeals/${uuid}`),
  heldStory: page('editor', `/moderation/stories/${uuid}`),
  heldStoryReleased: form('editor', `/moderation/stories/${uuid}`),
  moderationMembers: page('moderator', '/moderation/members', ['q']),
  moderationMember: page('moderator', '/moderation/members/:slug', ['do', 'done']),
  memberMeasured: form('moderator', '/moderation/members/:slug'),
  publicLog: page('anyone', '/moderation/log'),
  publicLogMonth: page('anyone', '/moderation/log/:month{[0-9]{4}-[0-9]{2}}'),
  appeal: page('account', '/appeal', ['done']),
  appealSent: form('account', '/appeal'),
  searchFeed: route('anyone', `/search/${feed}`, [...searchParameters, 'before']),
  search: page('anyone', '/search', [...searchParameters, 'page']),
  openSearch: route('anyone', '/opensearch.xml'),
  correctionsFeed: route('anyone', `/corrections/${feed}`, ['before']),
  corrections: page('anyone', '/corrections', ['before']),
  archive: page('anyone', '/archive'),
  archiveYear: page('anyone', '/archive/:year{[0-9]{4}}'),
  archiveMonth: page('anyone', '/archive/:year{[0-9]{4}}/:month{[0-9]{2}}'),
  archiveMonthFeed: route('anyone', `/archive/:year{[0-9]{4}}/:month{[0-9]{2}}/${feed}`, ['before']),
  archiveDayFeed: route('anyone', `/archive/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}/${feed}`, ['before']),
  archiveDay: page('anyone', '/archive/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}', ['before']),
  storyFile: route('anyone', `${day}/:file{[a-z0-9-]+[.][a-z]+}`),
  republish: page('anyone', `${day}/:slug/republish`),
  story: page('anyone', `${day}/:slug`),
  storyById: page('anyone', '/stories/:id'),
  preview: route('anyone', '/previews/:id/:version{[0-9]+}'),
  cluster: page('anyone', `/clusters/${uuid}`),
  media: route('anyone', '/media/:hash'),
  asset: route('anyone', '/assets/:file'),
  accent: route('anyone', '/accent/:file{[0-9a-f]+\\.css}'),
  sitemap: route('anyone', '/sitemap.xml'),
  sitemapPages: route('anyone', '/sitemaps/pages.xml'),
  sitemapMonth: route('anyone', '/sitemaps/:month{[0-9]{4}-[0-9]{2}}/:part{[0-9]+}'),
  newsSitemap: route('anyone', '/news-sitemap.xml'),
  membersOpml: route('anyone', '/members.opml'),
  security: route('anyone', '/.well-known/security.txt'),
  humans: route('anyone', '/humans.txt'),
  robots: route('anyone', '/robots.txt'),
  favicon: route('anyone', '/favicon.svg'),
  healthz: route('anyone', '/healthz'),
  readyz: route('anyone', '/readyz'),
  metrics: route('operator', '/metrics'),
} as const satisfies Record<string, Route<never> | Route>

/** The address of a search; `asked` as `writeSearch` writes it. */
export function searchHref(asked: string): string {
  return asked === '' ? routes.search.href({}) : `${routes.search.href({})}?${asked}`
}

/** The address of the members; `asked` as `writeDirectory` writes it. */
export function membersHref(asked: string): string {
  return asked === '' ? routes.members.href({}) : `${routes.members.href({})}?${asked}`
}

/** A story's address, for ever: the day in the network's time zone and the slug. `day` is `2013-09-02`. */
export function storyHref(at: { readonly day: string; readonly slug: string }): string {
  const [year = '', month = '', day = ''] = at.day.split('-')
  return routes.story.href({ year, month, day, slug: at.slug })
}

/** Where a story can be had for printing elsewhere. */
export function republishHref(at: { readonly day: string; readonly slug: string }): string {
  const [year = '', month = '', day = ''] = at.day.split('-')
  return routes.republish.href({ year, month, day, slug: at.slug })
}

/** The same story in another format: `json` (ninjs), `txt`, `md`. */
export function storyFileHref(at: { readonly day: string; readonly slug: string }, format: string): string {
  const [year = '', month = '', day = ''] = at.day.split('-')
  return routes.storyFile.href({ year, month, day, file: `${at.slug}.${format}` })
}
