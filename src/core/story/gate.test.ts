import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  audiences,
  channels,
  type Extent,
  extents,
  type GateQuestion,
  gate,
  genres,
  licences,
  narrow,
  pictureUses,
  standings,
} from './gate.ts'

const rank = (extent: Extent) => extents.indexOf(extent)
const shows = ['headline', 'excerpt', 'full'] as const

/** Every question there is: 7 × 9 × 4 × 8 × 2 × 3 × 9. */
function* questions(): Generator<GateQuestion> {
  for (const standing of standings)
    for (const extent of shows)
      for (const pictures of pictureUses)
        for (const licence of licences)
          for (const genre of genres)
            for (const agency of [false, true])
              for (const audience of audiences)
                for (const channel of channels)
                  yield { standing, grant: { shows: extent, pictures }, licence, genre, agency, audience, channel }
}

test('the table of what a published story shows a reader on its page: what the member grants, agency text the headline', () => {
  for (const granted of shows)
    for (const agency of [false, true])
      for (const licence of licences)
        assert.equal(
          gate({
            standing: 'published',
            grant: { shows: granted, pictures: 'none' },
            licence,
            genre: 'report',
            agency,
            audience: 'reader',
            channel: 'page',
          }).shows,
          agency ? 'headline' : granted,
        )
})

const handedOn = ['feed', 'api', 'mail', 'federation'] as const

test('the table of what goes out of the house: no more than a licence that was given allows', () => {
  const table = { unknown: 'full', headline: 'headline', excerpt: 'excerpt', free: 'full' } as const
  for (const channel of handedOn)
    for (const licence of licences)
      assert.equal(gate({ ...plain, licence, channel }).shows, table[licence], `${licence} by ${channel}`)
})

test('the table of republishing: only what somebody said may be republished, and releases', () => {
  const table = { unknown: 'headline', headline: 'headline', excerpt: 'excerpt', free: 'full' } as const
  for (const licence of licences)
    for (const genre of genres)
      assert.equal(
        gate({ ...plain, licence, genre, channel: 'republish' }).shows,
        licence === 'unknown' && genre === 'release' ? 'full' : table[licence],
        `${licence} ${genre}`,
      )
})

const plain: GateQuestion = {
  standing: 'published',
  grant: { shows: 'full', pictures: 'republish' },
  licence: 'unknown',
  genre: 'report',
  agency: false,
  audience: 'reader',
  channel: 'page',
}

test('of all questions: what is not published is shown to nobody but staff on their own pages', () => {
  for (const question of questions()) {
    if (question.standing === 'published') continue
    const answer = gate(question)
    const atTheirDesk = question.audience === 'staff' && question.channel === 'page'
    assert.equal(answer.shows, atTheirDesk ? 'full' : 'nothing', JSON.stringify(question))
    if (!atTheirDesk) assert.equal(answer.pictures, 'none')
  }
})

test('of all questions: nothing is shown beyond the grant, every answer has a reason, and no channel shows more than the page', () => {
  let asked = 0
  for (const question of questions()) {
    asked += 1
    const answer = gate(question)
    assert.match(answer.reason, /^[A-Z].*\.$/)
    if (question.audience === 'staff' && question.channel === 'page') continue
    assert.ok(rank(answer.shows) <= rank(question.grant.shows), JSON.stringify(question))
    assert.ok(rank(answer.shows) <= rank(gate({ ...question, channel: 'page' }).shows), JSON.stringify(question))
    assert.ok(pictureUses.indexOf(answer.pictures) <= pictureUses.indexOf(question.grant.pictures))
    if (rank(answer.shows) < rank('excerpt')) assert.equal(answer.pictures, 'none')
  }
  assert.equal(asked, 7 * 9 * 4 * 8 * 2 * 3 * 9)
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

test('surfaces that only point at a story never carry the whole of it', () => {
  for (const channel of ['preview', 'search', 'sitemap'] as const)
    assert.equal(gate({ ...plain, licence: 'free', channel }).shows, 'excerpt')
})
