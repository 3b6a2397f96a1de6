import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameServer } from '../../test/support/name-server.ts'
import { createDns } from './dns.ts'

test('the text records of a name are told as they are, and none where there is none', async () => {
  await using server = await nameServer()
  server.texts('_wireroom.harbour.example', [['v=spf1 -all'], ['wireroom-', 'proof=x']])
  const dns = createDns([server.address])
  assert.deepEqual(await dns.texts('_wireroom.harbour.example'), {
    kind: 'answered',
    records: [['v=spf1 -all'], ['wireroom-', 'proof=x']],
  })
  assert.deepEqual(await dns.texts('_wireroom.lantern.example'), { kind: 'answered', records: [] })
})

test('a name that is none is not asked for', async () => {
  await using server = await nameServer()
  const dns = createDns([server.address])
  for (const name of ['', 'localhost', 'a..example', `${'x'.repeat(64)}.example`, 'a b.example', 'x.example\n'])
    assert.equal((await dns.texts(name)).kind, 'failed', name)
  assert.deepEqual(server.asked, [])
})

test('a name server that says nothing is given up', async () => {
  await using server = await nameServer()
  server.silence()
  const answer = await createDns([server.address], 50).texts('_wireroom.harbour.example')
  assert.deepEqual(answer, { kind: 'failed', reason: 'The name server did not answer in time.' })
})
