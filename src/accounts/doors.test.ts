/** An attacker's day, as far as it is not told beside what it is about. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'

test('a letter leads to where the network is, whatever host was asked for', async () => {
  await using world = await newsroom()
  await world.account()
  for (const headers of [
    { host: 'evil.example', origin: 'https://wire.example' },
    { host: 'wire.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example;proto=http' },
  ])
    await world.post('/sign-in/link', { address: 'kim@harbour.example' }, headers)
  await world.work()
  const letters = await world.letters()
  assert.equal(letters.length, 2)
  for (const { text, html } of letters) {
    assert.doesNotMatch(text + html, /evil/)
    assert.match(text, /https:\/\/wire\.example\/sign-in\/link/)
  }
})

test('a client that calls itself another stays the one it is, unless a trusted proxy says so', async () => {
  const outcomes = async (env: Record<string, string>) => {
    await using world = await newsroom(env)
    const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
    const statuses = await Promise.all(Array.from({ length: 31 }, (_, n) => tried(world, port, `203.0.113.${n}`)))
    return statuses.filter((status) => status === 429).length
  }
  assert.equal(await outcomes({}), 1)
  assert.equal(await outcomes({ WIREROOM_TRUSTED_PROXIES: '127.0.0.1' }), 0)
})

async function tried(world: World, port: number, from: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ mail: `nobody${from}@harbour.example`, password: 'wrong' }),
    headers: { origin: world.config.url, 'x-forwarded-for': from },
    redirect: 'manual',
  })
  await answer.body?.cancel()
  return answer.status
}

test('a cookie of another name, another scheme or a wrong form is nobody’s session', async () => {
  await using world = await newsroom()
  const { cookie } = await world.signedIn(await world.account())
  const [, token = ''] = cookie.split('=')
  for (const wrong of [
    `wireroom=${token}`,
    `__Secure-wireroom=${token}`,
    `__Host-wireroom=${token}x`,
    `__Host-wireroom="${token}"`,
    `__Host-wireroom=${token.toLowerCase()}`,
  ])
    assert.equal((await world.get('/account', { cookie: wrong })).status, 303, wrong)
  assert.equal((await world.get('/account', { cookie: `a=b; ${cookie}; c=d` })).status, 200)
})
