import assert from 'node:assert/strict'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { testClock } from '../../test/support/clock.ts'
import type { Log } from '../core/log.ts'
import { createTorExits, readExits } from './tor-exits.ts'

test('plain lines, the Tor Project’s own, comments and what is no address', () => {
  const text = [
    '# exits',
    '192.0.2.1',
    ' 2001:DB8:0:0::1  # ours',
    'ExitNode 0123',
    'ExitAddress 198.51.100.7 2026-11-27 09:00:00',
    '999.0.2.1',
    'example.org',
    '',
  ].join('\r\n')
  assert.deepEqual([...readExits(text)], ['192.0.2.1', '[2001:db8::1]', '198.51.100.7'])
})

test('the file is read again when it is another one; while it is away nobody comes by Tor, which is told once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wireroom exits '))
  const file = join(folder, 'exits')
  const clock = testClock()
  const told: string[] = []
  const nothing = () => undefined
  const log: Log = { debug: nothing, info: nothing, warning: (words) => void told.push(words), error: nothing }
  try {
    const exits = createTorExits(file, clock, log)
    assert.equal(await exits.has('192.0.2.1'), false)
    clock.advance(301)
    assert.equal(await exits.has('192.0.2.1'), false)
    assert.equal(told.length, 1)
    await writeFile(file, '192.0.2.1\n')
    assert.equal(await exits.has('192.0.2.1'), false, 'it is looked at every five minutes')
    clock.advance(301)
    assert.equal(await exits.has('192.0.2.1'), true)
    await writeFile(file, '2001:db8::1\n')
    await utimes(file, 1, 1)
    clock.advance(301)
    assert.equal(await exits.has('192.0.2.1'), false)
    assert.equal(await exits.has('2001:0db8:0::1'), true)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('without a file nobody is known to come by Tor, and nothing is told', async () => {
  const told: string[] = []
  const log = { warning: (words: string) => void told.push(words) } as unknown as Log
  assert.equal(await createTorExits(undefined, testClock(), log).has('192.0.2.1'), false)
  assert.deepEqual(told, [])
})
