import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { listSources } from '../db/sources.ts'

const feed = `<rss version="2.0"><channel><title>Harbour Times</title><link>https://harbour.example</link>
  <item><title>The ferry is late</title><guid>1</guid><description>By an hour.</description></item></channel></rss>`

test('a visit that fails is written down, and the next one waits longer each time', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', feed)
  const id = await world.source(`${site.url}/feed`)
  site.serve('/feed', { status: 500, body: 'broken' })

  const waits: number[] = []
  for (let failures = 1; failures <= 3; failures += 1) {
    const visit = await world.visit(id)
    assert.equal(visit.outcome, 'failed')
    assert.match(visit.reason, /500/)
    const [source] = await listSources(world.db)
    assert.equal(source?.failures, failures)
    assert.match(source?.lastProblem ?? '', /500/)
    waits.push((source?.nextVisitAt.getTime() ?? 0) - world.clock().getTime())
  }
  assert.ok((waits[0] ?? 0) >= 300_000 && (waits[1] ?? 0) > (waits[0] ?? 0) && (waits[2] ?? 0) > (waits[1] ?? 0))

  site.serve('/feed', feed)
  assert.equal((await world.visit(id)).outcome, 'fetched')
  assert.deepEqual(
    (await listSources(world.db)).map(({ failures, lastProblem }) => ({ failures, lastProblem })),
    [{ failures: 0, lastProblem: null }],
  )
})
