import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countEach, inkFrom, inkOf, isAmong, readDirectory, writeDirectory } from './directory.ts'

test('an address says how the members are looked at, and each has one form', () => {
  for (const address of ['', 'by=map', 'by=kind&language=pt-br', 'kind=press-office&language=ar&country=ke&page=3']) {
    const read = readDirectory(Object.fromEntries(new URLSearchParams(address)))
    assert.equal(read && writeDirectory(read), address)
  }
})

test('what a form leaves open is not asked, and what no link of ours asks is no page', () => {
  const everything = { by: 'name', kind: undefined, language: undefined, country: undefined, page: 1 }
  assert.deepEqual(readDirectory({ kind: '', language: '', by: '', country: '' }), everything)
  for (const wrong of [
    { by: 'size' },
    { by: 'toString' },
    { kind: 'Newspaper' },
    { language: 'english' },
    { language: 'pt-BR' },
    { country: 'KE' },
    { country: 'kenya' },
    { country: 'zz' },
    { page: '0' },
    { page: '01' },
    { page: '1e3' },
    { page: '2', by: 'map' },
  ])
    assert.equal(readDirectory(wrong), undefined, JSON.stringify(wrong))
})

test('a member is among those of its kind, its languages with their varieties, and the country it shows', () => {
  const all = { kind: undefined, language: undefined, country: undefined }
  const brazilian = { kind: 'radio', languages: ['pt-BR', 'es'], country: 'BR' } as const
  assert.ok(isAmong({ kind: 'radio', language: 'pt', country: 'BR' }, brazilian))
  assert.ok(isAmong({ ...all, language: 'pt-BR' }, brazilian))
  assert.ok(!isAmong({ ...all, language: 'p' }, brazilian))
  assert.ok(!isAmong({ ...all, kind: 'agency' }, brazilian))
  assert.ok(!isAmong({ ...all, country: 'BR' }, { ...brazilian, country: null }))
})

test('what a member has twice counts once; more members are never inked lighter', () => {
  assert.deepEqual(
    [...countEach([['en', 'en', 'sw'], ['en']], (tags) => tags)],
    [
      ['en', 2],
      ['sw', 1],
    ],
  )
  for (let count = 1; count < 200; count += 1) assert.ok(inkOf(count) <= inkOf(count + 1))
  assert.deepEqual(inkFrom.map(inkOf), [1, 2, 3, 4, 5])
})
