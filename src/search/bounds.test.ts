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
