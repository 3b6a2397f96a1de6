import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testClock } from '../../test/support/clock.ts'
import { createEditions } from './editions.ts'
import { createHealth } from './health.ts'

const token = 'a token of thirty-two characters'

function health(parts: Partial<Parameters<typeof createHealth>[0]> = {}) {
  return createHealth({
    check: async () => undefined,
    listening: () => true,
    editions: createEditions({ clock: testClock(), maxBytes: 1_000 }),
    pool: { totalCount: 1, idleCount: 1, waitingCount: 0 },
    count: async () => ({ stories_published: 17 }),
    token: undefined,
    ...parts,
  })
}

test('metrics are for this machine, or for who has the token', async () => {
  const status = async (of: ReturnType<typeof health>, client: string, authorization?: string) =>
    (await of.metrics({ client, authorization, isForwarded: false })).status
  const open = health()
  assert.equal(await status(open, '127.0.0.1'), 200)
  assert.equal(await status(open, '::1'), 200)
  assert.equal(await status(open, '203.0.113.5'), 403)
  const guarded = health({ token })
  assert.equal(await status(guarded, '203.0.113.5', `Bearer ${token}`), 200)
  for (const wrong of [undefined, '', 'Bearer ', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`])
    assert.equal(await status(guarded, '203.0.113.5', wrong), 403, String(wrong))
  assert.equal(await status(open, '203.0.113.5', 'Bearer undefined'), 403)
  // A proxy on this machine that nobody has named as one speaks for others.
  const asked = { client: '127.0.0.1', isForwarded: true }
  assert.equal((await open.metrics({ ...asked, authorization: undefined })).status, 403)
  assert.equal((await guarded.metrics({ ...asked, authorization: `Bearer ${token}` })).status, 200)
})

test('metrics count the network, and what cannot be counted keeps nothing else back', async () => {
  const told = async (of: ReturnType<typeof health>) =>
    String((await of.metrics({ client: '::1', authorization: undefined, isForwarded: false })).body)
  assert.match(await told(health()), /^wireroom_stories_published 17$/m)
  assert.match(await told(health({ count: () => Promise.reject(new Error('away')) })), /^wireroom_editions 0$/m)
})

test('ready is who reaches the database and hears of it; why not is nobody’s business', async () => {
  assert.equal((await health().readyz()).status, 200)
  const away = await health({ check: () => Promise.reject(new Error('password=hunter2')) }).readyz()
  assert.deepEqual([away.status, /hunter2/.test(String(away.body))], [503, false])
  assert.equal((await health({ listening: () => false }).readyz()).status, 503)
})
