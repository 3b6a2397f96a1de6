import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { logos } from '../../test/support/marks.ts'
import { prepareLogo, UnusablePicture } from './images.ts'

const lightPaper = { r: 251, g: 250, b: 246 }
const darkPaper = { r: 19, g: 18, b: 17 }

test('a logo of any shape becomes a square that can be seen on light and on dark paper', async () => {
  for (const [name, make] of Object.entries(logos)) {
    const { bytes, width, height, type } = await prepareLogo(await make())
    assert.deepEqual([width, type], [height, 'image/webp'], name)
    for (const paper of [lightPaper, darkPaper]) {
      const seen = await sharp(bytes).flatten({ background: paper }).greyscale().raw().toBuffer()
      const most = seen.reduce((best, value) => Math.max(best, Math.abs(value - paper.r)), 0)
      assert.ok(most > 45, `${name} differs by ${most} from paper ${paper.r}`)
    }
  }
})

const corner = async (name: string) => {
  const { bytes } = await prepareLogo(await (logos[name] as () => Promise<Buffer>)())
  const [r, g, b, alpha] = await sharp(bytes)
    .extract({ left: 2, top: 2, width: 1, height: 1 })
    .ensureAlpha()
    .raw()
    .toBuffer()
  return { red: r ?? 0, green: g ?? 0, blue: b ?? 0, alpha: alpha ?? 0 }
}

test('what would vanish on one paper gets a ground, what would not has none', async () => {
  assert.ok((await corner('black on nothing')).red > 240)
  assert.ok((await corner('white on nothing')).red < 30)
  assert.ok((await corner('white on nothing')).alpha === 255)
  assert.equal((await corner('one colour on nothing')).alpha, 0)
  // A ground of its own goes on around it.
  const { red, green } = await corner('wide, on its colour')
  assert.ok(Math.abs(red - 0x1f) < 8 && Math.abs(green - 0x4e) < 8)
})

test('empty borders go: what was small in its picture fills its place', async () => {
  for (const name of ['small in a wide empty border', 'off the middle, on white']) {
    const { bytes, width } = await prepareLogo(await (logos[name] as () => Promise<Buffer>)())
    const { info } = await sharp(bytes)
      .flatten({ background: '#fff' })
      .trim({ threshold: 20 })
      .toBuffer({ resolveWithObject: true })
    assert.ok(Math.min(info.width, info.height) > 0.75 * width, `${name} is ${info.width} × ${info.height} of ${width}`)
  }
})

test('a picture of nothing is refused', async () => {
  const nothing = await sharp({ create: { width: 300, height: 300, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  await assert.rejects(
    prepareLogo(nothing),
    (error) => error instanceof UnusablePicture && /shows nothing/.test(error.message),
  )
})
