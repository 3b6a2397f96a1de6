import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { prepareLogo } from '../net/images.ts'
import { drawingsFor, drawnFile } from './drawn-marks.ts'
import { letterOf } from './letter-outline.ts'

const seed = '01a0b0c0-0000-7000-8000-000000000000'

test('a name is drawn by its first letter, in every script we have fonts for', () => {
  const letters = ['Revista Arcoíris', 'Élan', 'Śródmieście', 'Журнал', 'مجلة المرفأ', 'עיתון', 'हिंदी पत्र', 'ไทย'].map(
    (name) => letterOf(name)?.letter,
  )
  assert.deepEqual(letters, ['R', 'É', 'Ś', 'Ж', 'م', 'ע', 'ह', 'ไ'])
})

test('where a letter cannot be drawn there are the patterns', () => {
  for (const name of ['', '虹', '…']) assert.ok(!drawingsFor(name).includes('letter'), name)
  assert.equal(drawingsFor('').length, 6)
})

test('each drawing is a picture of its own, in two colours or more', async () => {
  const seen = new Set<string>()
  for (const drawing of drawingsFor('Revista')) {
    const { bytes, width, height } = await prepareLogo(drawnFile(drawing, { seed, name: 'Revista' }))
    assert.deepEqual([width, height], [192, 192])
    const { channels } = await sharp(bytes).stats()
    assert.ok(
      channels.some(({ stdev }) => stdev > 10),
      `${drawing} shows nothing`,
    )
    seen.add(Buffer.from(bytes).toString('base64'))
  }
  assert.equal(seen.size, 8)
})
