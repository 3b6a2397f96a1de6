import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { Conflict } from '../core/errors.ts'
import type { MemberId, SourceId, StoryId } from '../core/id.ts'
import { type GateQuestion, type Grant, gate, genres, licences, ownGrant, pictureUses } from '../core/story/gate.ts'
import { standingOf } from '../core/story/lifecycle.ts'
import type { Tx } from '../db/connection.ts'
import { readEvents } from '../db/events.ts'
import { findPublished } from '../db/published.ts'
import { lockSubjects } from '../db/stories.ts'
import { grant } from './grant.ts'
import { erase, expire, hold, kill, release, withdraw } from './recall.ts'
import { revise } from './revise.ts'
import { tagsOf, tagsOfNew } from './standing.ts'

const anyGrant = fc.record({
  shows: fc.constantFrom<Grant['shows']>('headline', 'excerpt', 'full'),
  pictures: fc.constantFrom(...pictureUses),
})
const picture = { url: '/media/1f3c', alt: '', caption: '', credit: 'A', licence: 'free' as const }

test("the stored answer is the gate's and the view shows no more, whatever happens to a story in whatever order", async () => {
  await using world = await newsroom()
  const member = await world.member()
  const acts = ['hold', 'release', 'withdraw', 'kill', 'erase', 'revise', 'expire'] as const
  const step = fc.oneof(fc.constantFrom(...acts), anyGrant)
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        licence: fc.constantFrom(...licences),
        genre: fc.constantFrom(...genres),
        agency: fc.boolean(),
        grant: fc.option(anyGrant),
        steps: fc.array(step, { maxLength: 5 }),
      }),
      async ({ licence, genre, agency, grant: given, steps }) => {
        const source = given && { source: await world.granted(given) }
        const words = { genre, agency, origin: { licence }, pictures: [picture], ...source }
        const draft = draftFor(member, words, world.clock())
        const [id] = await world.publish([{ ...draft, expiresAt: world.clock() }])
        assert.ok(id)
        let newest = given ?? ownGrant
        for (const one of steps) {
          world.clock.advance(1)
          if (typeof one === 'string') await take(one, id)
          else if (source) {
            newest = one
            await grantAnew(source.source, one)
          }
        }
        await compare(id, { licence, genre, agency, grant: newest })
      },
    ),
    { numRuns: 120 },
  )

  async function compare(id: StoryId, of: Pick<GateQuestion, 'licence' | 'genre' | 'agency' | 'grant'>): Promise<void> {
    const subject = await world.db.transaction().execute(async (tx) => (await lockSubjects(tx, [id])).get(id))
    assert.ok(subject)
    const answer = gate({ ...of, standing: standingOf(subject), audience: 'reader', channel: 'page' })
    assert.deepEqual({ shows: subject.shows, pictures: subject.pictureUse, reason: subject.reason }, answer)
    const seen = await world.db.selectFrom('publishedStories').selectAll().where('id', '=', id).executeTakeFirst()
    assert.equal(seen !== undefined, answer.shows !== 'nothing')
    if (!seen) return
    assert.equal(seen.body !== '', answer.shows === 'full')
    assert.equal(seen.excerpt !== '', answer.shows !== 'headline')
    assert.equal((seen.pictures as unknown[]).length > 0, answer.pictures !== 'none')
  }

  async function grantAnew(source: SourceId, given: Grant): Promise<void> {
    const context = await world.wire()
    await world.db.transaction().execute((tx) => grant(tx, context, source, given))
  }

  async function take(act: (typeof acts)[number], id: StoryId): Promise<void> {
    const context = await world.wire()
    const text = draftFor(member, { headline: context.now.toISOString(), pictures: [picture] }, context.now).text
    try {
      await world.db.transaction().execute(async (tx) => {
        if (act === 'hold') await hold(tx, context, id, 'We check.')
        else if (act === 'release') await release(tx, context, id)
        else if (act === 'withdraw') await withdraw(tx, context, id, 'Asked to.')
        else if (act === 'kill') await kill(tx, context, id, 'The law.')
        else if (act === 'erase') await erase(tx, context, id, 'Safety.')
        else if (act === 'expire') await expire(tx, context, [id])
        else await revise(tx, context, [{ id, kind: 'update', note: '', text }])
      })
    } catch (error) {
      assert.ok(error instanceof Conflict, String(error))
    }
  }
})

test('a version that reads like the one before is none; a correction is told', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Clinic opened in Cape Town' })
  const context = await world.wire()
  const { text } = draftFor({ id: '' as never, slug: '' }, { headline: 'Clinic opened in Cape Town' }, world.clock())
  const outcomes = await world.db
    .transaction()
    .execute(async (tx) => [
      ...(await revise(tx, context, [{ id, kind: 'update', note: '', text }])),
      ...(await revise(tx, context, [
        { id, kind: 'correction', note: 'It was Durban.', text: { ...text, headline: 'Clinic opened in Durban' } },
      ])),
    ])
  assert.deepEqual(outcomes, ['same', 'revised'])
  const story = await findPublished(world.db, '2026-11-24', 'clinic-opened-in-cape-town')
  assert.equal(story?.headline, 'Clinic opened in Durban')
  assert.deepEqual(
    story?.versions.map(({ kind, note }) => [kind, note]),
    [
      ['first', ''],
      ['correction', 'It was Durban.'],
    ],
  )
})

test('what was recalled is let out by nobody: the log never says so after it said the story is gone', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const context = await world.wire()
  const act = (run: (tx: Tx) => Promise<unknown>) => world.db.transaction().execute(run)
  await act((tx) => hold(tx, context, id, 'We check.'))
  await act((tx) => withdraw(tx, context, id, 'Asked to.'))
  await assert.rejects(
    act((tx) => release(tx, context, id)),
    /withdrawn/,
  )
  await act((tx) => kill(tx, context, id, 'The law.'))
  await assert.rejects(
    act((tx) => withdraw(tx, context, id, 'Again.')),
    /killed already/,
  )
  const kinds = (await readEvents(world.db, '0', 10)).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['published', 'held', 'withdrawn', 'killed'])
})

test('a new story leaves lists it cannot be in as they are; whatever happens to it later leaves none', () => {
  const story = { id: '1' as StoryId, memberId: '2' as MemberId, memberSlug: 'harbour-times', day: '2026-11-24' }
  const spared = (words: { genre: 'report' | 'release'; version: number }) => {
    const tags = tagsOfNew({ ...story, ...words })
    return tagsOf(story).filter((tag) => !tags.includes(tag))
  }
  assert.deepEqual(spared({ genre: 'report', version: 1 }), ['releases', 'corrections'])
  assert.deepEqual(spared({ genre: 'release', version: 1 }), ['corrections'])
  // Let out of a hold, it may have been put right before anybody saw it.
  assert.deepEqual(spared({ genre: 'report', version: 2 }), ['releases'])
})

test('an erased story has left nothing of what it said, and its address still answers', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'A name nobody may know', body: '<p>Secret words</p>' })
  const context = await world.wire()
  await world.db.transaction().execute((tx) => erase(tx, context, id, 'Somebody is in danger.'))
  for (const table of ['versions', 'items', 'origins'] as const) {
    const rows = await world.db.selectFrom(table).selectAll().execute()
    assert.doesNotMatch(JSON.stringify(rows), /nobody may know|Secret words/)
  }
  assert.equal((await world.get('/2026/11/24/a-name-nobody-may-know')).status, 410)
})
