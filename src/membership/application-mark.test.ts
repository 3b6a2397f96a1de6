import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { applying, sendMark, square } from '../../test/support/applying.ts'
import { createMediaStore } from '../net/media-store.ts'

test('a picture is made anew, told what it carried, and seen by nobody but its maker', async () => {
  await using one = await applying()
  const { world, page, own } = one
  await page()
  const exif = { IFD0: { Make: 'Canon' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '2/1 11/1 0/1' } }
  const given = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c00' } })
    .withExif(exif)
    .jpeg()
    .toBuffer()
  const answer = await sendMark(one, given, { alt: 'Two arches', credit: 'M. Ibarra' }, 'arco "final".jpg')
  assert.equal(answer.headers.get('location'), '/join/application/site')
  const { logo, logoAlt, logoCredit } = await own()
  assert.deepEqual([logoAlt, logoCredit], ['Two arches', 'M. Ibarra'])
  const text = await page('/mark')
  assert.match(text, /arco .*final.*900 × 600 · we removed what it carried: the place and the camera/s)

  const private_ = await world.get('/join/application/mark/picture', one.me)
  assert.deepEqual(
    [private_.status, private_.headers.get('content-type'), private_.headers.get('cache-control')],
    [200, 'image/webp', 'private, no-store'],
  )
  assert.equal((await world.get(`/media/${logo}`)).status, 404)
  assert.equal((await world.get(`/media/${logo}`, one.me)).status, 404)
  const stranger = await world.signedIn(await world.account({ mail: 'sam@harbour.example' }))
  assert.equal((await world.get('/join/application/mark/picture', stranger)).status, 404)
  assert.equal((await world.get('/join/application/mark/picture')).status, 303)
})

test('beside a picture that cannot be taken the words stay; “logo” tells nobody what it shows', async () => {
  await using one = await applying()
  const { own, page } = one
  await page()
  const refused = await sendMark(one, Buffer.from('%PDF-1.4'), { alt: 'Two arches', credit: 'M. Ibarra' })
  const text = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(text, /no picture that can be read/)
  assert.match(text, /value="Two arches"[\s\S]*value="M. Ibarra"/)
  const untold = await sendMark(one, await square('#c00'), { alt: 'logo' })
  assert.equal(untold.status, 422)
  assert.match(await untold.text(), /“logo” tells them nothing yet/)
  const { logo, logoAlt } = await own()
  assert.ok(logo, 'the picture itself is kept')
  assert.equal(logoAlt, 'logo')
  assert.match(await page(), /Missing: what the mark shows/)
})

test('one of our drawings is a mark with a word for it, and another picture takes its place in the store', async () => {
  await using one = await applying()
  const { world, own, page } = one
  const store = createMediaStore(world.config, world.clock)
  await page()
  assert.equal((await sendMark(one, undefined, { mark: 'rings', alt: '' })).status, 303)
  const { logo: drawn, logoAlt } = await own()
  assert.equal(logoAlt, 'Rings around a dot')
  assert.ok(drawn && (await store.get(drawn)))

  assert.equal((await sendMark(one, await square('#0a0'), { alt: 'A green square' })).status, 303)
  await world.work()
  assert.equal(await store.get(drawn), undefined)
  const { logo } = await own()
  assert.ok(logo && (await store.get(logo)))
})

test('a picture that others use, too, stays when one of them takes another', async () => {
  await using one = await applying()
  const { world, me, page } = one
  const store = createMediaStore(world.config, world.clock)
  const sam = { world, me: await world.signedIn(await world.account({ mail: 'sam@harbour.example' })) }
  await page()
  await world.get('/join/application', sam.me)
  const red = await square('#c00')
  await sendMark(one, red)
  await sendMark(sam, red)
  const { logo } = await one.own()
  await sendMark({ world, me }, await square('#00c'))
  await world.work()
  assert.ok(logo && (await store.get(logo)))
  await world.post('/join/application/withdraw', {}, sam.me)
  await world.work()
  assert.equal(await store.get(logo), undefined)
})

test('a picture handed in again before the store has removed it stays', async () => {
  await using one = await applying()
  const { world, own, page } = one
  await page()
  const red = await square('#c00')
  await sendMark(one, red)
  const { logo } = await own()
  await sendMark(one, await square('#00c'))
  await sendMark(one, red)
  await world.work()
  assert.ok(logo && (await createMediaStore(world.config, world.clock).get(logo)))
})
