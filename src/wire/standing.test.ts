import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { Conflict } from '../core/errors.ts'
import type { StoryId } from '../core/id.ts'
import { type Grant, genres, licences } from '../core/story/gate.ts'
import type { Tx } from '../db/connection.ts'
import { readEvents } from '../db/events.ts'
import { findPublished, listPublished } from '../db/published.ts'
import { insertGrant } from '../db/sources.ts'
import { listStoriesOfSource, lockSubjects } from '../db/stories.ts'
import { erase, hold, kill, regrant, release, withdraw } from './recall.ts'
import { revise } from './revise.ts'
import { answerFor } from './standing.ts'

/** A story without a source is written at our desk, and grants itself whole. */
const ownGrant: Grant = { shows: 'full', pictures: 'republish' }

test("the stored answer is the gate's, whatever happens to a story in whatever order", async () => {
  await using world = await newsroom()
  const member = await world.member()
  const acts = ['hold', 'release', 'withdraw', 'kill', 'erase', 'revise'] as const
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        licence: fc.constantFrom(...licences),
        genre: fc.constantFrom(...genres),
        agency: fc.boolean(),
        steps: fc.array(fc.constantFrom(...acts), { maxLength: 4 }),
      }),
      async ({ licence, genre, agency, steps }) => {
        const draft = draftFor(member, { genre, agency, grant: ownGrant, origin: { licence } }, world.clock())
        const [id] = await world.publish([draft])
        assert.ok(id)
        for (const step of steps) await take(step, id)
        await world.db.transaction().execute(async (tx) => {
          const subject = (await lockSubjects(tx, [id])).get(id)
          assert.ok(subject)
          const answer = answerFor(subject)
          assert.equal(subject.shows, answer.shows)
          assert.equal(subject.pictureUse, answer.pictures)
        })
        const listed = (await listPublished(world.db, { limit: 500 })).some((line) => line.id === id)
        assert.equal(listed, steps.length === 0 || (await isShown(id)))
      },
    ),
    { numRuns: 60 },
  )

  async function isShown(id: StoryId): Promise<boolean> {
    const row = await world.db.selectFrom('publications').select('shows').where('storyId', '=', id).executeTakeFirst()
    return row?.shows !== 'nothing'
  }

  async function take(step: (typeof acts)[number], id: StoryId): Promise<void> {
    const context = await world.wire()
    try {
      await world.db.transaction().execute(async (tx) => {
        if (step === 'hold') await hold(tx, context, id, 'We check.')
        else if (step === 'release') await release(tx, context, id)
        else if (step === 'withdraw') await withdraw(tx, context, id, 'Asked to.')
        else if (step === 'kill') await kill(tx, context, id, 'The law.')
        else if (step === 'erase') await erase(tx, context, id, 'Safety.')
        else
          await revise(tx, context, [
            {
              id,
              kind: 'update',
              note: '',
              text: draftFor(member, { headline: String(Math.random()) }, world.clock()).text,
            },
          ])
      })
    } catch (error) {
      assert.ok(error instanceof Conflict, String(error))
    }
  }
})

test('a new grant shows more or less of the stories that are there, and says so on the wire', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve(
    '/feed',
    '<rss version="2.0"><channel><title>H</title><item><guid>1</guid><title>One</title><description>&lt;p&gt;The whole text.&lt;/p&gt;</description></item></channel></rss>',
  )
  const source = await world.source(`${site.url}/feed`, { shows: 'full' })
  await world.visit(source)
  const [line] = await listPublished(world.db, { limit: 1 })
  assert.ok(line)
  assert.match((await findPublished(world.db, line.day, line.slug))?.body ?? '', /whole text/)

  world.clock.advance(60)
  const context = await world.wire()
  await world.db.transaction().execute(async (tx) => {
    await insertGrant(tx, source, { shows: 'headline', pictures: 'none' }, context.now, 'test')
    await regrant(tx, context, await listStoriesOfSource(tx, source))
  })
  const now = await findPublished(world.db, line.day, line.slug)
  assert.deepEqual([now?.shows, now?.body, now?.excerpt], ['headline', '', ''])
  const events = await readEvents(world.db, '0', 10)
  assert.deepEqual(
    events.map((event) => event.kind),
    ['published', 'updated'],
  )
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
  const act = (run: (tx: Tx) => Promise<void>) => world.db.transaction().execute(run)
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
