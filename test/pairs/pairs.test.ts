import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPairs } from './read-pairs.ts'

const folder = import.meta.dirname
const pairs = readPairs()

test('a pair has a name of its own, the verdict of its kind, a language and two texts that differ', () => {
  assert.equal(new Set(pairs.map((pair) => pair.name)).size, pairs.length)
  const verdicts = new Set(pairs.map((pair) => `${pair.kind} ${pair.same}`))
  assert.equal(verdicts.size, new Set(pairs.map((pair) => pair.kind)).size, 'a kind has one verdict')
  for (const { name, file, kind, same, language, a, b } of pairs) {
    assert.equal(file, `${kind}.jsonl`, name)
    assert.equal(typeof same, 'boolean', name)
    assert.deepEqual(Intl.getCanonicalLocales(language), [language], name)
    for (const words of [a.headline, a.body, b.headline, b.body]) assert.ok(words.trim().length > 0, name)
    assert.notDeepEqual(a, b, name)
  }
})

test('the README says how many pairs of each kind and language there are', () => {
  const said = readFileSync(join(folder, 'README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const rows = said.map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  const ofKinds = rows.filter((row) => row.length === 5).map((row) => [row[1], Number(row[3])])
  const ofLanguages = rows.filter((row) => row.length === 7).map((row) => [row[1], ...row.slice(3, 6).map(Number)])
  const kinds = [...Map.groupBy(pairs, (pair) => pair.kind)].map(([kind, list]) => [kind, list.length])
  const languages = [...Map.groupBy(pairs, (pair) => pair.language)].map(([language, list]) => {
    const same = list.filter((pair) => pair.same).length
    return [language, same, list.length - same, list.length]
  })
  assert.deepEqual(ofKinds.sort(), kinds.sort())
  assert.deepEqual(ofLanguages.sort(), languages.sort())
})
