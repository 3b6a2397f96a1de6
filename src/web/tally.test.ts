import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKept } from './kept.ts'

/** Stories of members, as a database has them; each counting is noted. */
function counted() {
  const kept = createKept(10)
  kept.resume()
  const stories: Record<string, number> = { harbour: 2, hills: 1 }
  const asked: (readonly string[] | 'all')[] = []
  let gate = Promise.resolve()
  const count = async (names?: readonly string[]) => {
    asked.push(names ?? 'all')
    const found = Object.entries(stories).filter(([name, n]) => n > 0 && (names?.includes(name) ?? true))
    const held = gate
    gate = Promise.resolve()
    await held
    return new Map(found)
  }
  return {
    kept,
    stories,
    asked,
    get: async () => Object.fromEntries(await kept.tally('member', count)),
    /** The next counting ends when what this answers is called. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
  }
}

test('all is counted once, and after a drop what it named', async () => {
  const { kept, stories, asked, get } = counted()
  assert.deepEqual(
    [await get(), await get()],
    [
      { harbour: 2, hills: 1 },
      { harbour: 2, hills: 1 },
    ],
  )
  Object.assign(stories, { harbour: 3, hills: 0, valley: 1 })
  kept.drop(['front', 'story:1', 'archive:2026', 'member:harbour'])
  kept.outdate(['member:hills', 'member:valley'])
  assert.deepEqual(await get(), { harbour: 3, valley: 1 })
  assert.deepEqual(asked, ['all', ['harbour', 'hills', 'valley']])
  kept.drop(['all'])
  await get()
  assert.deepEqual(asked.at(-1), 'all')
})

test('what was dropped while it was counted is counted again', async () => {
  const { kept, stories, asked, get, hold } = counted()
  for (const [before, tag] of [
    ['member:harbour', 'member:harbour'],
    ['member:harbour', 'all'],
    ['all', 'all'],
  ] as const) {
    await get()
    kept.drop([before])
    const end = hold()
    const early = get()
    await new Promise(setImmediate)
    stories.harbour = (stories.harbour ?? 0) + 1
    kept.drop([tag])
    const late = get()
    await new Promise(setImmediate)
    end()
    await early
    assert.equal((await late).harbour, stories.harbour, tag)
    assert.equal((await get()).harbour, stories.harbour, tag)
  }
  assert.deepEqual(asked, ['all', ['harbour'], ['harbour'], ['harbour'], 'all', 'all', 'all'])
})

test('a counting that failed has counted nothing', async () => {
  const { kept, stories, get } = counted()
  await get()
  stories.hills = 5
  kept.drop(['member:hills'])
  await assert.rejects(kept.tally('member', () => Promise.reject(new Error('away'))))
  assert.equal((await get()).hills, 5)
})

test('while nobody can be heard all is counted each time', async () => {
  const { kept, stories, asked, get } = counted()
  await get()
  kept.suspend()
  stories.hills = 4
  assert.equal((await get()).hills, 4)
  kept.resume()
  assert.equal((await get()).hills, 4)
  assert.deepEqual(asked, ['all', 'all', 'all'])
})
