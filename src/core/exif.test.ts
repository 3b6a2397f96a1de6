import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { tracesInExif } from './exif.ts'

async function exifOf(exif: Parameters<ReturnType<typeof sharp>['withExif']>[0]): Promise<Buffer> {
  const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c00' } })
  const { exif: bytes } = await sharp(await plain.withExif(exif).jpeg().toBuffer()).metadata()
  assert.ok(bytes)
  return bytes
}

test('place, camera, author and time are told apart', async () => {
  const bytes = await exifOf({
    IFD0: { Make: 'Canon', Artist: 'Somebody Findable' },
    IFD2: { DateTimeOriginal: '2026:11:22 10:00:00' },
    IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '1/1 17/1 0/1' },
  })
  assert.deepEqual(tracesInExif(bytes), ['place', 'camera', 'author', 'time'])
  assert.deepEqual(tracesInExif(bytes.subarray(6)), ['place', 'camera', 'author', 'time'])
})

test('a picture without a place has none', async () => {
  assert.deepEqual(tracesInExif(await exifOf({ IFD0: { Copyright: 'Nobody' } })), ['author'])
})

test('broken bytes tell nothing and break nothing', async () => {
  assert.deepEqual(tracesInExif(new Uint8Array()), [])
  assert.deepEqual(tracesInExif(Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1')), [])
  const whole = await exifOf({ IFD0: { Make: 'Canon' }, IFD3: { GPSLatitudeRef: 'S' } })
  for (let length = 0; length < whole.length; length += 1) tracesInExif(whole.subarray(0, length))
  // A directory that points at itself.
  const circle = Buffer.from('4949 2a00 08000000 0100 6987 0400 01000000 08000000 00000000'.replaceAll(' ', ''), 'hex')
  assert.deepEqual(tracesInExif(circle), [])
})
