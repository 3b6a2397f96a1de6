import assert from 'node:assert/strict'
import { test } from 'node:test'
import { together } from './together.ts'

test('what is asked in one turn is read at once, and everybody hears their own', async () => {
  const reads: (readonly number[])[] = []
  const double = together(async (keys: readonly number[]) => {
    reads.push(keys)
    return keys.map((key) => key * 2)
  }, 3)
  assert.deepEqual(await Promise.all([1, 2, 3, 4].map(double)), [2, 4, 6, 8])
  assert.deepEqual(reads, [[1, 2, 3], [4]])
})

test('nobody joins a read that is under way', async () => {
  let value = 'old'
  let go = () => {}
  const under = new Promise<void>((resolve) => {
    go = resolve
  })
  let reads = 0
  const ask = together(async (keys: readonly string[]) => {
    const seen = value
    if (reads++ === 0) await under
    return keys.map(() => seen)
  }, 10)
  const before = ask('a')
  await new Promise(setImmediate)
  value = 'new'
  const after = ask('a')
  go()
  assert.deepEqual(await Promise.all([before, after]), ['old', 'new'])
})

test('a read that fails fails for those who asked it, and for nobody later', async () => {
  let fails = true
  const ask = together(async (keys: readonly string[]) => {
    if (fails) throw new Error('away')
    return keys
  }, 10)
  const [a, b] = await Promise.allSettled([ask('a'), ask('b')])
  assert.deepEqual([a?.status, b?.status], ['rejected', 'rejected'])
  fails = false
  assert.equal(await ask('c'), 'c')
})

test('while two reads are under way, who comes waits, and is then read at once', async () => {
  const reads: (readonly number[])[] = []
  const ends: (() => void)[] = []
  const ask = together(async (keys: readonly number[]) => {
    reads.push(keys)
    await new Promise<void>((resolve) => ends.push(resolve))
    return keys
  }, 10)
  const answers: Promise<number>[] = []
  for (let key = 1; key <= 4; key += 1) {
    answers.push(ask(key))
    await new Promise(setImmediate)
  }
  assert.deepEqual(reads, [[1], [2]])
  ends.shift()?.()
  assert.equal(await answers[0], 1)
  assert.deepEqual(reads, [[1], [2], [3, 4]])
  for (const end of ends) end()
  assert.deepEqual(await Promise.all(answers), [1, 2, 3, 4])
})
