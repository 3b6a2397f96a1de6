import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ourStory } from './loop.ts'

const ours = { tagAuthority: 'wire.example,2026', url: 'https://wire.example' }
const id = '0190a000-0000-7000-8000-000000000001'

test('a story of ours is known by its id and by its address', () => {
  assert.deepEqual(ourStory(ours, [`tag:wire.example,2026:story/${id}`]), { by: 'id', id })
  assert.deepEqual(ourStory(ours, [`http://www.wire.example/stories/${id}`]), { by: 'id', id })
  const address = { by: 'address', day: '2026-11-24', slug: 'archive-opens' }
  for (const url of [
    'https://wire.example/2026/11/24/archive-opens',
    'http://wire.example/2026/11/24/Archive-Opens/?utm_source=feed#top',
    'https://wire.example/ru/2026/11/24/archive-opens',
    'https://wire.example/2026/11/24/archive-opens.json',
  ])
    assert.deepEqual(ourStory(ours, [undefined, 'https://paper.example/1', url]), address, url)
})

test('other pages of ours are ours, and no story', () => {
  assert.deepEqual(ourStory(ours, ['https://wire.example/feed']), { by: 'site' })
  assert.deepEqual(ourStory(ours, ['tag:wire.example,2026:story/nonsense']), { by: 'site' })
  assert.deepEqual(ourStory(ours, ['https://wire.example/', `tag:wire.example,2026:story/${id}`]), { by: 'id', id })
})

test('what is somebody else’s is not ours', () => {
  for (const name of [
    `tag:other.example,2026:story/${id}`,
    'https://wire.example.evil.example/2026/11/24/archive-opens',
    'https://wire.example:8443/2026/11/24/archive-opens',
    'urn:uuid:1',
    '',
  ])
    assert.equal(ourStory(ours, [name]), undefined, name)
  const under = { ...ours, url: 'https://host.example/wire' }
  assert.equal(ourStory(under, ['https://host.example/other/2026/11/24/a']), undefined)
  assert.equal(ourStory(under, ['https://host.example/wire/2026/11/24/a'])?.by, 'address')
})
