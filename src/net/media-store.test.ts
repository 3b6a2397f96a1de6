import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createMediaStore, signS3 } from './media-store.ts'

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

const s3 = {
  endpoint: 'https://examplebucket.s3.amazonaws.com',
  bucket: 'pictures',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}

test('the S3 store puts, gets and removes with signed requests', async () => {
  const kept = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '', `http://${request.headers.host}`)
    const type = request.headers['content-type']
    const expected = signS3(s3, {
      method: request.method ?? '',
      url,
      payload: Buffer.concat(chunks),
      at: clock(),
      ...(type ? { type } : {}),
    })
    if (request.headers.authorization !== expected.authorization) response.statusCode = 403
    else if (request.method === 'PUT') kept.set(url.pathname, Buffer.concat(chunks))
    else if (request.method === 'DELETE') kept.delete(url.pathname)
    else if (!kept.has(url.pathname)) response.statusCode = 404
    response.end(request.method === 'GET' ? kept.get(url.pathname) : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const store = createMediaStore({ data: '/nowhere', s3: { ...s3, endpoint } }, clock)
    const hash = await store.put(Buffer.from('a picture'), 'image/webp')
    assert.equal(Buffer.from((await store.get(hash)) ?? []).toString(), 'a picture')
    await store.remove(hash)
    assert.equal(await store.get(hash), undefined)
    const wrong = createMediaStore({ data: '/', s3: { ...s3, endpoint, secretAccessKey: 'wrong' } }, clock)
    await assert.rejects(wrong.put(Buffer.from('x'), 'image/webp'), /answered 403/)
  } finally {
    server.close()
  }
})

test('requests are signed as the published example of the signature says', () => {
  const headers = signS3(s3, {
    method: 'GET',
    url: new URL('https://examplebucket.s3.amazonaws.com/?lifecycle'),
    payload: new Uint8Array(),
    at: clock(),
  })
  assert.match(
    headers.authorization ?? '',
    /Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543$/,
  )
})
