import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKept } from './kept.ts'

function counted(most = 10) {
  const kept = createKept(most)
  let reads = 0
  let fails = false
  const read = async () => {
    reads += 1
    if (fails) throw new Error('away')
    return reads
  }
  return {
    facts: { ...kept, get: (tag = 'network') => kept.get(tag, read) },
    fail: (does: boolean) => {
      fails = does
    },
  }
}

test('it is read once while drops are heard, and anew after one of its own', async () => {
  const { facts } = counted()
  facts.resume()
  assert.deepEqual([await facts.get(), await facts.get()], [1, 1])
  facts.drop(['front'])
  assert.equal(await facts.get(), 1)
  facts.drop(['network'])
  assert.equal(await facts.get(), 2)
  facts.drop(['all'])
  assert.equal(await facts.get(), 3)
})

test('while nobody can be heard it is read each time, and what was kept is not trusted afterwards', async () => {
  const { facts } = counted()
  assert.deepEqual([await facts.get(), await facts.get()], [1, 2])
  facts.resume()
  assert.equal(await facts.get(), 3)
  facts.suspend()
  assert.equal(await facts.get(), 4)
  facts.resume()
  assert.equal(await facts.get(), 5)
})

test('what was asked for before a drop is kept for nobody', async () => {
  const { facts } = counted()
  facts.resume()
  const before = facts.get()
  facts.drop(['network'])
  assert.deepEqual([await before, await facts.get(), await facts.get()], [1, 2, 2])
})

test('a failure is not kept', async () => {
  const { facts, fail } = counted()
  facts.resume()
  fail(true)
  await assert.rejects(facts.get())
  fail(false)
  assert.equal(await facts.get(), 2)
  assert.equal(await facts.get(), 2)
})

test('each tag has its own, and what was asked for longest ago makes room', async () => {
  const { facts } = counted(2)
  facts.resume()
  assert.deepEqual([await facts.get('a'), await facts.get('b'), await facts.get('a')], [1, 2, 1])
  assert.equal(await facts.get('c'), 3)
  assert.deepEqual([await facts.get('a'), await facts.get('c'), await facts.get('b')], [1, 3, 4])
})
