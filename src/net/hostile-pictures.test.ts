import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { movingWebp, payload, refusedPictures, tamedPictures } from '../../test/support/hostile-pictures.ts'
import { Invalid } from '../core/errors.ts'
import { makeRenditions } from './renditions.ts'

for (const [name, { make, why }] of Object.entries(refusedPictures))
  test(`${name} is refused, and staff read why`, async () => {
    await assert.rejects(makeRenditions(await make()), (error) => {
      assert.ok(error instanceof Invalid, String(error))
      assert.match(error.message, why)
      return true
    })
  })

for (const [name, make] of Object.entries(tamedPictures))
  test(`${name} comes out as a plain picture`, async () => {
    const { made } = await makeRenditions(await make())
    for (const { bytes, type } of made) {
      assert.ok(!Buffer.from(bytes).includes(payload.slice(0, 8)), type)
      const { pages = 1, space, depth, icc, channels } = await sharp(bytes).metadata()
      assert.deepEqual([pages, space, depth, icc, channels], [1, 'srgb', 'uchar', undefined, 3], type)
      const [red = 0, green = 0, blue = 0] = await sharp(bytes).resize(1, 1).raw().toBuffer()
      for (const [is, was] of [
        [red, 0x7a],
        [green, 0x1f],
        [blue, 0x6b],
      ] as const)
        assert.ok(Math.abs(is - was) < 30, `${type} is rgb(${red} ${green} ${blue})`)
    }
  })

test('what moves stands still, at its first frame', async () => {
  const { made, colour } = await makeRenditions(await movingWebp())
  assert.match(colour, /^#f/)
  for (const { bytes } of made) assert.equal((await sharp(bytes).metadata()).pages ?? 1, 1)
})
