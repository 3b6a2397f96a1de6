import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceName, licenceNamed } from './licence.ts'

test('a licence is known by the names people give it', () => {
  const by = { licence: 'free', url: 'https://creativecommons.org/licenses/by/4.0/' }
  for (const name of ['CC BY 4.0', 'cc-by-4.0', 'CC BY', 'https://creativecommons.org/licenses/by/4.0/'])
    assert.deepEqual(licenceNamed(name), by, name)
  assert.deepEqual(licenceNamed('CC BY-NC-SA 3.0')?.url, 'https://creativecommons.org/licenses/by-nc-sa/3.0/')
  assert.deepEqual(licenceNamed('CC0')?.url, 'https://creativecommons.org/publicdomain/zero/1.0/')
  assert.deepEqual(licenceNamed('excerpt'), { licence: 'excerpt', url: null })
})

test('what names no licence is none', () => {
  for (const name of ['', 'mine', 'unknown', 'CC BY-ND-SA 4.0', 'https://example.org/terms'])
    assert.equal(licenceNamed(name), undefined, name)
})

test('an address of Creative Commons has a short name', () => {
  assert.equal(licenceName('https://creativecommons.org/licenses/by-sa/4.0/'), 'CC BY-SA 4.0')
  assert.equal(licenceName('https://creativecommons.org/publicdomain/zero/1.0/'), 'CC0 1.0')
  assert.equal(licenceName('https://example.org/terms'), 'example.org')
})
