/** What a search may tell, and what one may cost. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KyselyPlugin } from 'kysely'
import { newsroom } from '../../test/support/newsroom.ts'
import { readQuestion } from '../core/question.ts'
import { guess } from '../db/find-stories.ts'

test('what stands under a picture that is not shown finds nothing and stands in no snippet', async () => {
  await using world = await newsroom()
  const figure =
    '<figure><img src="https://a.example/x.jpg" alt=""><figcaption>Photographed by Quentin</figcaption></figure>'
  await world.story({ headline: 'Boats', body: `<p>They came back in the evening, all of them.</p>${figure}` })
  await world.readLog()
  const found = async (q: string) => await (await world.get(`/search?q=${q}`)).text()
  assert.match(await found('evening'), /1 story/)
  assert.match(await found('quentin'), /Nothing was found/)
  assert.doesNotMatch(await found('%22all%20of%20them%22'), /Quentin/)
})

test('stories as long as books hold nobody up, and are found', async () => {
  await using world = await newsroom()
  const body = `<p>${'ศาลฎีกาพิพากษาให้รัฐบาลเปิดเผยข้อมูล'.repeat(27_000)}</p>`
  for (let n = 0; n < 8; n += 1) await world.story({ headline: `Judgment ${n}`, body })
  await world.readLog()
  await world.get('/search')
  const before = performance.eventLoopUtilization()
  const page = await (await world.get('/search?q=%E0%B8%A8%E0%B8%B2%E0%B8%A5')).text()
  // Of our own work: looking through all of it takes seconds.
  assert.ok(performance.eventLoopUtilization(before).active < 1_500)
  assert.match(page, /8 stories/)
  assert.match(page, /<mark>ศาล<\/mark>/)
})

test('a phrase of forty misspelt words asks for a few of them and no more', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'Boats and a walrus' })
  await world.readLog()
  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const words = Array.from({ length: 40 }, (_, i) => `wal${String.fromCharCode(97 + (i % 26))}${i < 26 ? 'y' : 'z'}`)
  const question = readQuestion(`"${words.join(' ')}"`)
  assert.ok((question.wanted[0]?.words.length ?? 0) > 30)
  const asked = { question, filters: {}, now: world.clock(), order: 'best', from: 0, limit: 20, facets: true } as const
  const how = { languages: ['en'], language: 'en', bodies: false, oneEach: true }
  await guess(world.db.withPlugin(counting), { ...asked, ...how })
  assert.ok(statements > 0 && statements <= 30, `${statements}`)
})
