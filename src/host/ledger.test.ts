import assert from 'node:assert/strict'
import { appendFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLedger, type ReadOn, readFileOn } from './ledger.ts'

type Line = { id: string }

test('a batch of lines is kept by reading each line once, however long the ledger is', async () => {
  await using place = await folder()
  const before = Array.from({ length: 500 }, (_, n) => `{"id":"old ${n}"}\n`).join('')
  await writeFile(place.path, before)
  const { ledger, read } = counting(place.path)
  for (let n = 0; n < 300; n += 1) await ledger.keep({ id: `new ${n}` })
  const { length } = await readFile(place.path)
  assert.ok(read.bytes <= length, `${read.bytes} bytes were read of ${length}`)
  assert.equal((await ledger.read()).length, 800)
})

test('what is kept twice is there once: at the same time, from another process, after a crash in the middle of a line', async () => {
  await using place = await folder()
  const [mine, theirs] = [counting(place.path).ledger, counting(place.path).ledger]
  await Promise.all([mine.keep({ id: 'a' }), mine.keep({ id: 'a' })])
  await theirs.keep({ id: 'b' })
  await mine.keep({ id: 'b' })
  await appendFile(place.path, '{"id":"c"')
  await mine.keep({ id: 'c' })
  await theirs.keep({ id: 'c' })
  // Whole, but for its end.
  await appendFile(place.path, '{"id":"d"}')
  await mine.keep({ id: 'd' })
  assert.deepEqual(
    (await mine.read()).map(({ id }) => id),
    ['a', 'b', 'c', 'd'],
  )
})

test('a ledger that was put in place of another, or cut, is read anew', async () => {
  await using place = await folder()
  const { ledger } = counting(place.path)
  await ledger.keep({ id: 'a' })
  await ledger.keep({ id: 'b' })
  await writeFile(`${place.path}.new`, '{"id":"c"}\n{"id":"d"}\n{"id":"e"}\n')
  await rename(`${place.path}.new`, place.path)
  await ledger.keep({ id: 'c' })
  await ledger.keep({ id: 'a' })
  await writeFile(place.path, '')
  await ledger.keep({ id: 'c' })
  assert.deepEqual(await ledger.read(), [{ id: 'c' }])
  await rm(place.path)
  await ledger.keep({ id: 'c' })
  assert.deepEqual(await ledger.read(), [{ id: 'c' }])
})

function counting(path: string) {
  const read = { bytes: 0 }
  const take = (value: unknown) => value as Line | undefined
  const plain = readFileOn
  const readOn: ReadOn = async (at, from) => {
    const rest = await plain(at, from)
    read.bytes += rest.bytes.length
    return rest
  }
  return { read, ledger: openLedger<Line>(path, { take, keyOf: ({ id }) => id, readOn }) }
}

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'wr-'))
  return {
    path: join(path, 'things.jsonl'),
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true })
    },
  }
}
