import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { charactersIn } from './cut-face.ts'
import { cutFaces } from './cut-faces.ts'
import { commonFaces } from './fonts.ts'
import { faceFile } from './hashed.ts'
import { createAssets } from './static.ts'

const serif = 'source-serif-4-latin-wght-normal.woff2'

test('faces are cut once, and sent as they were cut at the address they had before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wireroom-cut-'))
  const { href, answer } = createAssets(folder)
  const file = href(serif).replace('/assets/', '')
  const bytes = async () => {
    const body = (await answer(file))?.body
    return body instanceof Uint8Array ? body.length : 0
  }
  const whole = await bytes()
  await cutFaces(folder)
  const cut = await bytes()
  assert.ok(cut > 20_000 && cut < 0.7 * whole, `${cut} of ${whole} bytes`)
  const simple = commonFaces().filter(({ isSimple }) => isSimple)
  assert.deepEqual((await readdir(folder)).toSorted(), simple.map(faceFile).toSorted())

  const { mtimeMs } = await stat(join(folder, file))
  await rm(join(folder, simple.map(faceFile).find((other) => other !== file) ?? ''))
  await cutFaces(folder)
  assert.equal((await readdir(folder)).length, simple.length)
  assert.equal((await stat(join(folder, file))).mtimeMs, mtimeMs)
  await rm(folder, { recursive: true })
})

test('where they cannot be written, that is said and they are sent whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wireroom-cut-'))
  await writeFile(join(folder, 'faces'), 'in the way')
  await assert.rejects(cutFaces(join(folder, 'faces')), /EEXIST|ENOTDIR/)
  const { href, answer } = createAssets(join(folder, 'faces'))
  const sent = await answer(href(serif).replace('/assets/', ''))
  assert.deepEqual([sent?.status, sent?.type], [200, 'font/woff2'])
  await rm(folder, { recursive: true })
})

test('a range names single characters and rows of them', () => {
  assert.equal(charactersIn('U+41-43,U+20AC, U+1F600'), 'ABC€😀')
})
