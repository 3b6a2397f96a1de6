import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyOf, type Marks, missingFrom, type Uniqueness, uniquenessAfter, uniquenessFor } from './identity.ts'

const item = (marks: Partial<Marks>): Marks => ({ id: '', link: '', title: 'A title', text: 'Words', ...marks })

test('a feed whose ids name its items goes by id, whatever else changes', () => {
  const items = [item({ id: '1', link: 'paper.example/a' }), item({ id: '2', link: 'paper.example/b' })]
  assert.equal(uniquenessFor('id', items), 'id')
  const [first = item({})] = items
  assert.equal(keyOf('id', first), keyOf('id', { ...first, link: 'paper.example/c', title: 'Another title' }))
})

test('an id that two pages share is not enough', () => {
  const items = [item({ id: '1', link: 'paper.example/a' }), item({ id: '1', link: 'paper.example/b' })]
  assert.equal(uniquenessFor('id', items), 'id+link')
  assert.equal(new Set(items.map((one) => keyOf('id+link', one))).size, 2)
})

test('an entry that is there twice, in two versions, is one item', () => {
  const items = [
    item({ id: '1', link: 'paper.example/a', title: 'Now' }),
    item({ id: '1', link: 'paper.example/a', title: 'Before' }),
    item({ id: '2', link: 'paper.example/b' }),
  ]
  assert.equal(uniquenessFor('id', items), 'id')
})

test('a feed without ids goes by its links, one whose links all lead home by link and title', () => {
  assert.equal(uniquenessFor('id', [item({ link: 'paper.example/a' }), item({ link: 'paper.example/b' })]), 'link')
  const home = ['One', 'Two', 'Three'].map((title) => item({ id: 'home', link: 'paper.example/all', title }))
  assert.equal(uniquenessFor('id', home), 'link+title')
})

test('where titles repeat too, what is said tells items apart', () => {
  const items = ['Rain.', 'Sun.', 'Fog.'].map((text) => item({ link: 'paper.example/weather', title: 'Weather', text }))
  assert.equal(uniquenessFor('id', items), 'content')
  assert.equal(new Set(items.map((one) => keyOf('content', one))).size, 3)
  assert.equal(
    keyOf('content', item({ text: '<p>Rain <a href="https://x.example/?1">here</a></p>' })),
    keyOf('content', item({ text: '<p>Rain\n<a href="https://x.example/?2">here</a></p>' })),
    'addresses in the markup are no words',
  )
})

test('a policy is never taken up again by itself', () => {
  const items = [item({ id: '1', link: 'paper.example/a' }), item({ id: '2', link: 'paper.example/b' })]
  assert.equal(uniquenessFor('link', items), 'link')
  assert.equal(uniquenessFor('content', items), 'content')
  assert.equal(uniquenessFor('id+link', []), 'id+link')
})

test('ids that change are left for links, links that change for what is said', () => {
  const items = Array.from({ length: 4 }, (_, n) => item({ id: `${n}`, link: `paper.example/${n}` }))
  const after = (now: Uniqueness, seen: Partial<Parameters<typeof uniquenessAfter>[1]>) =>
    uniquenessAfter(now, { kept: 0, renamed: 0, moved: 0, reused: 0, ...seen }, items)
  assert.equal(after('id', { kept: 30, renamed: 1 }), 'id', 'one new id is no habit')
  assert.equal(after('id', { kept: 1, renamed: 29 }), 'link')
  assert.equal(after('id', { moved: 4 }), 'link')
  assert.equal(after('link', { moved: 4 }), 'content')
  assert.equal(after('id', { kept: 9, reused: 1 }), 'id+link')
  assert.equal(after('id', { kept: 3, moved: 1 }), 'id')
})

test('an item that is gone from the middle is missed, one that grew old is not', () => {
  assert.deepEqual(missingFrom(['a', 'b', 'c', 'd'], new Set(['new', 'a', 'c'])), ['b'])
  assert.deepEqual(missingFrom(['a', 'b', 'c'], new Set(['b', 'c'])), ['a'], 'the newest may be missing, too')
  assert.deepEqual(missingFrom(['a', 'b'], new Set(['x', 'y'])), [], 'a feed that says something else altogether')
})
