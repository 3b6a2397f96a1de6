import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  audiences,
  type Channel,
  channels,
  type Extent,
  extents,
  type GateAnswer,
  type GateQuestion,
  gate,
  genres,
  type Licence,
  licences,
  narrow,
  pictureUses,
  type Standing,
  standings,
} from './gate.ts'

/** What every standing but one says to everybody who is not staff at their desk. */
const closed: Readonly<Record<Exclude<Standing, 'published'>, string>> = {
  unpublished: 'It has not been published.',
  embargoed: 'It is under embargo.',
  held: 'It is held while the network checks it.',
  withdrawn: 'Its publisher has withdrawn it.',
  killed: 'It was recalled for law or safety.',
  expired: 'The event it announced is over.',
}

const granted = {
  full: 'The member grants the full text.',
  excerpt: 'The member grants an excerpt.',
  headline: 'The member grants the headline.',
} as const
const agencyText = 'Agency text is headline only without a permission on record.'
const unsaid = 'Nobody has said that others may republish it.'
const licensed = {
  excerpt: 'Its licence lets others use an excerpt.',
  headline: 'Its licence lets others use the headline.',
} as const
const pointing = 'This surface never carries the whole text.'

type Limit = readonly [shows: Extent, why: string]
const free: Limit = ['full', '']
const inHand = { headline: ['headline', licensed.headline], excerpt: ['excerpt', licensed.excerpt] } as const
const pointer: Limit = ['excerpt', pointing]

/** The most each way out carries of a text under each licence, and why no more. What the member grants comes before. */
const carried: Readonly<Record<Channel, Readonly<Record<Licence, Limit>>>> = {
  page: { unknown: free, headline: free, excerpt: free, free },
  search: { unknown: pointer, headline: pointer, excerpt: pointer, free: pointer },
  sitemap: { unknown: pointer, headline: pointer, excerpt: pointer, free: pointer },
  preview: { unknown: pointer, headline: pointer, excerpt: pointer, free: pointer },
  feed: { unknown: free, ...inHand, free },
  api: { unknown: free, ...inHand, free },
  mail: { unknown: free, ...inHand, free },
  federation: { unknown: free, ...inHand, free },
  republish: { unknown: ['headline', unsaid], ...inHand, free },
}
/** Ways out whose copies live on elsewhere take pictures along only if they may be republished. */
const takesPicturesAway = new Set<Channel>(['feed', 'api', 'mail', 'federation', 'republish'])

function expected({ standing, grant, licence, genre, agency, audience, channel }: GateQuestion): GateAnswer {
  if (audience === 'staff' && channel === 'page')
    return { shows: 'full', pictures: grant.pictures, reason: 'Staff see the whole story.' }
  if (standing !== 'published') return { shows: 'nothing', pictures: 'none', reason: closed[standing] }
  // A release is made to be republished, unless it says otherwise.
  const isOffered = channel === 'republish' && genre === 'release' && licence === 'unknown'
  const limits: readonly Limit[] = [
    [grant.shows, granted[grant.shows]],
    agency ? ['headline', agencyText] : free,
    isOffered ? free : carried[channel][licence],
  ]
  const [shows, reason] = limits.reduce((tightest, limit) => (rank(limit[0]) < rank(tightest[0]) ? limit : tightest))
  const stay = takesPicturesAway.has(channel) && grant.pictures !== 'republish'
  return { shows, reason, pictures: shows === 'headline' || stay ? 'none' : grant.pictures }
}

/** Every question there is. */
function* questions(): Generator<GateQuestion> {
  for (const standing of standings)
    for (const shows of ['headline', 'excerpt', 'full'] as const)
      for (const pictures of pictureUses)
        for (const licence of licences)
          for (const genre of genres)
            for (const agency of [false, true])
              for (const audience of audiences)
                for (const channel of channels)
                  yield { standing, grant: { shows, pictures }, licence, genre, agency, audience, channel }
}

test('every question there is has the answer of the tables, and its reason', () => {
  let asked = 0
  for (const question of questions()) {
    asked += 1
    const { shows, pictures, reason } = gate(question)
    const wanted = expected(question)
    // Compared by hand: a message for each of a hundred thousand questions would take longer than the asking.
    if (shows !== wanted.shows || pictures !== wanted.pictures || reason !== wanted.reason)
      assert.deepEqual({ shows, pictures, reason }, wanted, JSON.stringify(question))
  }
  assert.equal(asked, 7 * 9 * 4 * 8 * 2 * 3 * 9)
})

test('of all questions: nobody but staff at their desk sees more than the grant, or by any way out more than on the page', () => {
  for (const question of questions()) {
    if (question.audience === 'staff' && question.channel === 'page') continue
    const answer = gate(question)
    const page = gate({ ...question, audience: 'reader', channel: 'page' })
    const within =
      rank(answer.shows) <= Math.min(rank(question.grant.shows), rank(page.shows)) &&
      use(answer.pictures) <= Math.min(use(question.grant.pictures), use(page.pictures))
    assert.ok(within, JSON.stringify(question))
  }
})

test('the stored answer, narrowed to another way out, is what the gate itself would have said', () => {
  for (const question of questions()) {
    if (question.audience !== 'reader' || question.standing !== 'published') continue
    const page = gate({ ...question, channel: 'page' })
    const story = { shows: page.shows, pictureUse: page.pictures, licence: question.licence, genre: question.genre }
    const narrowed = narrow(story, question.channel)
    const direct = gate(question)
    assert.equal(narrowed.shows, direct.shows, JSON.stringify(question))
    assert.equal(narrowed.pictures, direct.pictures, JSON.stringify(question))
  }
})

test('what readers may not see is narrowed to nothing', () => {
  for (const channel of channels) {
    const { shows, pictures } = narrow(
      { shows: 'nothing', pictureUse: 'none', licence: 'free', genre: 'release' },
      channel,
    )
    assert.deepEqual([shows, pictures], ['nothing', 'none'], channel)
  }
})

function rank(extent: Extent): number {
  return extents.indexOf(extent)
}

function use(pictures: GateAnswer['pictures']): number {
  return pictureUses.indexOf(pictures)
}
