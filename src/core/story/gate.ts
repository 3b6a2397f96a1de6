/**
 * The gate: may a story be shown, how much of it, to whom, on which way out, and why. One pure function; every
 * surface asks it, none decides for itself (product.md's third principle).
 */
export const extents = ['nothing', 'headline', 'excerpt', 'full'] as const
/** How much of a story: nothing, its headline with credit and link, the excerpt too, or the whole text. */
export type Extent = (typeof extents)[number]

export const pictureUses = ['none', 'credit', 'republish'] as const
/** What may be done with pictures: nothing, show them with credit, or also hand them on. */
export type PictureUse = (typeof pictureUses)[number]

/** What a member lets the network show of a source's stories. */
export type Grant = { readonly shows: Exclude<Extent, 'nothing'>; readonly pictures: PictureUse }

/** A story written at our desk comes from no source: whoever wrote it there grants it whole. */
export const ownGrant: Grant = { shows: 'full', pictures: 'republish' }

export const licences = ['unknown', 'headline', 'excerpt', 'free'] as const
/** What others may do with a story. Nobody said: unknown. */
export type Licence = (typeof licences)[number]

export const genres = [
  'report',
  'release',
  'statement',
  'advisory',
  'opinion',
  'interview',
  'review',
  'obituary',
] as const
export type Genre = (typeof genres)[number]

export const standings = ['unpublished', 'published', 'embargoed', 'held', 'withdrawn', 'killed', 'expired'] as const
/** Where a story stands. Only a published one is shown to readers. */
export type Standing = (typeof standings)[number]

export const audiences = ['reader', 'member', 'staff'] as const
export type Audience = (typeof audiences)[number]

export const channels = [
  'page',
  'search',
  'sitemap',
  'preview',
  'feed',
  'api',
  'mail',
  'federation',
  'republish',
] as const
/** A way out. `republish` is handing a copy over for printing elsewhere. */
export type Channel = (typeof channels)[number]

export type GateQuestion = {
  readonly standing: Standing
  readonly grant: Grant
  readonly licence: Licence
  readonly genre: Genre
  /** Text credited to a news agency, with no permission on record. */
  readonly agency: boolean
  readonly audience: Audience
  readonly channel: Channel
}

export type GateAnswer = {
  readonly shows: Extent
  readonly pictures: PictureUse
  /** A sentence for people: why this much and no more. */
  readonly reason: string
}

export function gate(question: GateQuestion): GateAnswer {
  const closed = closedBy(question)
  if (closed) return { shows: 'nothing', pictures: 'none', reason: closed }

  const limits = limitsOf(question)
  const tightest = limits.reduce((a, b) => (rank(b.shows) < rank(a.shows) ? b : a))
  return { shows: tightest.shows, pictures: picturesOf(question, tightest.shows), reason: tightest.reason }
}

function closedBy({ standing, audience, channel }: GateQuestion): string | undefined {
  // Staff see everything on their pages, to decide about it; no other way out carries what readers may not see.
  if (audience === 'staff' && channel === 'page') return undefined
  switch (standing) {
    case 'published':
      return undefined
    case 'unpublished':
      return 'It has not been published.'
    case 'embargoed':
      return 'It is under embargo.'
    case 'held':
      return 'It is held while the network checks it.'
    case 'withdrawn':
      return 'Its publisher has withdrawn it.'
    case 'killed':
      return 'It was recalled for law or safety.'
    case 'expired':
      return 'The event it announced is over.'
  }
}

function limitsOf(question: GateQuestion): { shows: Extent; reason: string }[] {
  const { grant, licence, genre, agency, audience, channel } = question
  if (audience === 'staff' && channel === 'page') return [{ shows: 'full', reason: 'Staff see the whole story.' }]

  const limits: { shows: Extent; reason: string }[] = [grantLimit(grant.shows)]
  if (agency) limits.push({ shows: 'headline', reason: 'Agency text is headline only without a permission on record.' })
  if (handsOn(channel)) {
    if (licence === 'excerpt') limits.push({ shows: 'excerpt', reason: 'Its licence lets others use an excerpt.' })
    if (licence === 'headline') limits.push({ shows: 'headline', reason: 'Its licence lets others use the headline.' })
  }
  if (channel === 'republish' && licence === 'unknown' && genre !== 'release')
    limits.push({ shows: 'headline', reason: 'Nobody has said that others may republish it.' })
  if (channel === 'preview' || channel === 'search' || channel === 'sitemap')
    limits.push({ shows: 'excerpt', reason: 'This surface never carries the whole text.' })
  return limits
}

function grantLimit(shows: Exclude<Extent, 'nothing'>): { shows: Extent; reason: string } {
  switch (shows) {
    case 'full':
      return { shows, reason: 'The member grants the full text.' }
    case 'excerpt':
      return { shows, reason: 'The member grants an excerpt.' }
    case 'headline':
      return { shows, reason: 'The member grants the headline.' }
  }
}

/** Ways out whose copies live on elsewhere: there the licence for others counts beside the grant to us. */
function handsOn(channel: Channel): boolean {
  return (
    channel === 'feed' || channel === 'api' || channel === 'mail' || channel === 'federation' || channel === 'republish'
  )
}

function picturesOf({ grant, channel }: GateQuestion, shows: Extent): PictureUse {
  if (shows === 'headline' || shows === 'nothing') return 'none'
  if (handsOn(channel) && grant.pictures !== 'republish') return 'none'
  return grant.pictures
}

function rank(extent: Extent): number {
  return extents.indexOf(extent)
}

/**
 * How much of an already published story another way out may carry: the anonymous reader's stored answer stands in for
 * the grant, so no channel can show more than the page.
 */
export function narrow(
  story: { shows: Extent; pictureUse: PictureUse; licence: Licence; genre: Genre },
  channel: Channel,
): GateAnswer {
  if (story.shows === 'nothing') return { shows: 'nothing', pictures: 'none', reason: 'Readers may not see it.' }
  return gate({
    standing: 'published',
    grant: { shows: story.shows, pictures: story.pictureUse },
    licence: story.licence,
    genre: story.genre,
    agency: false,
    audience: 'reader',
    channel,
  })
}
