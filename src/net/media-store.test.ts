import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createMediaStore } from './media-store.ts'

const clock = () => new Date('2013-05-24T00:00:00Z')

test('a picture is kept under the hash of its bytes, found again and removed', async () => {
  const data = await mkdtemp(join(tmpdir(), 'wireroom media '))
  try {
    const store = createMediaStore({ data, s3: undefined }, clock)
    const hash = await store.put(Buffer.from('a picture'), 'image/webp')
    assert.equal(await store.put(Buffer.from('a picture'), 'image/webp'), hash)
    assert.equal(Buffer.from((await store.get(hash)) ?? []).toString(), 'a picture')
    assert.equal((await readdir(join(data, 'media', hash.slice(0, 2)))).length, 1)
    await store.remove(hash)
    assert.equal(await store.get(hash), undefined)
    assert.equal(await store.get('../../../etc/passwd'), undefined)
  } finally {
    await rm(data, { recursive: true })
  }
})
