import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoryId } from '../id.ts'
import { join, type Placed, type Ruling } from './cluster.ts'

const at = (story: string, cluster?: string): Placed => ({ story: story as StoryId, cluster })
const members = (clusters: Readonly<Record<string, string[]>>) =>
  new Map(Object.entries(clusters)) as unknown as ReadonlyMap<string, readonly StoryId[]>
const ruled = (one: string, other: string, kind: Ruling['kind'] = 'apart'): Ruling => ({
  one: one as StoryId,
  other: other as StoryId,
  kind,
})

test('two that stand alone make a cluster; a third comes into it', () => {
  assert.deepEqual(join(at('b'), [at('a')], members({}), []), { into: undefined, stories: ['b', 'a'], ended: [] })
  assert.deepEqual(join(at('c'), [at('a', 'k'), at('b', 'k')], members({ k: ['a', 'b'] }), []), {
    into: 'k',
    stories: ['c'],
    ended: [],
  })
})

test('one that is the same as two clusters brings them together; that of the first match stays', () => {
  const found = join(at('e'), [at('a', 'k'), at('c', 'l')], members({ k: ['a', 'b'], l: ['c', 'd'] }), [])
  assert.deepEqual(found, { into: 'k', stories: ['e', 'c', 'd'], ended: ['l'] })
})

test('nothing is done twice', () => {
  assert.equal(join(at('b', 'k'), [at('a', 'k')], members({ k: ['a', 'b'] }), []), undefined)
  assert.equal(join(at('b'), [], members({}), []), undefined)
})

test('what editors told apart never comes together, not by a third either', () => {
  assert.equal(join(at('b'), [at('a')], members({}), [ruled('a', 'b')]), undefined)
  const found = join(at('c'), [at('a'), at('b')], members({}), [ruled('a', 'b')])
  assert.deepEqual(found?.stories, ['c', 'a'], 'with the first of the two')
  const clusters = members({ k: ['a', 'x'], l: ['b', 'y'] })
  assert.deepEqual(join(at('c'), [at('a', 'k'), at('b', 'l')], clusters, [ruled('x', 'y')])?.ended, [])
})
