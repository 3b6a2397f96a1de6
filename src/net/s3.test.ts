import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { atSea, line, shown, statuses } from '../../test/support/pictured.ts'
import { s3Server } from '../../test/support/s3.ts'
import type { S3 } from '../config.ts'
import { Unavailable } from '../core/errors.ts'
import { createMediaStore, hashOf } from './media-store.ts'
import { callS3, signS3 } from './s3.ts'

const now = () => new Date()
const storeAt = (s3: S3) => createMediaStore({ data: '/nowhere', s3 }, now)
const picture = Buffer.from('a picture')

const unavailable = (call: Promise<unknown>, says: RegExp) =>
  assert.rejects(call, (error) => error instanceof Unavailable && says.test(error.message), String(says))

test('an S3 store keeps, gives back and forgets, and the same bytes twice are the same', async () => {
  await using server = await s3Server()
  const store = storeAt(server.s3)
  const hash = await store.put(picture, 'image/webp')
  assert.equal(await store.put(picture, 'image/webp'), hash)
  assert.deepEqual(Buffer.from((await store.get(hash)) ?? []), picture)
  await store.remove(hash)
  assert.equal(await store.get(hash), undefined)
  await store.remove(hash)
  assert.equal(await store.get('../../pictures'), undefined)
})

test('ten megabytes come back as they went', async () => {
  await using server = await s3Server()
  const store = storeAt(server.s3)
  const large = randomBytes(10 * 1024 * 1024)
  const hash = await store.put(large, 'image/jpeg')
  assert.equal(hashOf((await store.get(hash)) ?? new Uint8Array()), hash)
})

test('what is wrong with the settings is told in S3’s word and ours', async () => {
  await using server = await s3Server()
  for (const [wrong, says] of [
    [{ secretAccessKey: 'another' }, /403 \(SignatureDoesNotMatch\): check S3_SECRET_ACCESS_KEY/],
    [{ accessKeyId: 'nobody' }, /403 \(InvalidAccessKeyId\): check S3_ACCESS_KEY_ID/],
    [{ bucket: 'elsewhere' }, /404 \(NoSuchBucket\): make the bucket/],
  ] as const) {
    const store = storeAt({ ...server.s3, ...wrong })
    await unavailable(store.put(picture, 'image/webp'), says)
    await unavailable(store.get(hashOf(picture)), says)
    await unavailable(store.remove(hashOf(picture)), says)
  }
})

test('names in any letters are signed as S3 reads them', async () => {
  await using server = await s3Server()
  const key = "Bilder/Hafen (Süd)/汽笛'!*.webp"
  const put = await callS3(server.s3, now(), { method: 'PUT', key, bytes: picture, type: 'image/webp' })
  const got = await callS3(server.s3, now(), { method: 'GET', key })
  assert.deepEqual([put.status, got.status, Buffer.from(got.body)], [200, 200, picture])
})

test('a store that is down, or says nothing, is told as such and in time', async () => {
  const server = await s3Server()
  const { s3 } = server
  await server[Symbol.asyncDispose]()
  await unavailable(storeAt(s3).get(hashOf(picture)), /does not answer \(ECONNREFUSED\)/)

  const silent = createServer((_, response) => {
    response.writeHead(200).write('half')
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const call = callS3({ ...s3, endpoint }, now(), { method: 'GET', key: hashOf(picture) }, 200)
  await unavailable(call, /said nothing for 0.2 seconds/)
  silent.closeAllConnections()
  silent.close()
})

test('the pictures of stories are kept in S3 and served from there; while it is down their stories stand without them', async () => {
  await using server = await s3Server()
  const { endpoint, bucket, accessKeyId, secretAccessKey, region } = server.s3
  await using sea = await atSea(
    {},
    { pictures: 'credit' },
    {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
      S3_REGION: region,
    },
  )
  await sea.world.pictures()
  const { picture: kept } = await shown(sea.world)
  const hashes = (kept?.renditions ?? []).map((rendition) => rendition.hash)
  assert.ok(hashes.length > 1)
  assert.deepEqual(await statuses(sea.world, hashes), [200])
  await server.close()
  assert.equal((await sea.world.get(`/media/${hashes[0]}`)).status, 503)
  assert.equal((await line(sea.world)).headline, 'Boats in the harbour')
})

test('requests are signed as the published example of the signature says', () => {
  const s3 = {
    endpoint: 'https://examplebucket.s3.amazonaws.com',
    bucket: 'pictures',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  }
  const headers = signS3(s3, {
    method: 'GET',
    url: new URL('https://examplebucket.s3.amazonaws.com/?lifecycle'),
    payload: new Uint8Array(),
    at: new Date('2013-05-24T00:00:00Z'),
  })
  assert.match(
    headers.authorization ?? '',
    /Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543$/,
  )
})
