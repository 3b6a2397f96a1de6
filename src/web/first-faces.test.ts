import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstFaces } from './first-faces.ts'
import { createAssets } from './static.ts'

test('a page asks first for the faces of its own script, and of its one text’s', () => {
  const { href } = createAssets('/nonexistent')
  for (const [language, texts, asks] of [
    ['en', [], ['source-serif-4-latin', 'ibm-plex-sans-latin']],
    ['ar', [], ['ibm-plex-sans-arabic-arabic-400', 'ibm-plex-sans-arabic-arabic-600']],
    ['ru', ['ru'], ['source-serif-4-cyrillic', 'ibm-plex-sans-cyrillic']],
    ['en', ['pl-PL'], ['source-serif-4-latin', 'ibm-plex-sans-latin', 'source-serif-4-latin-ext']],
    ['en', ['pl', 'el'], ['source-serif-4-latin', 'ibm-plex-sans-latin']],
  ] as const) {
    const files = firstFaces(language, texts)
    assert.deepEqual(
      files.map((file) => file.replace(/(?:-wght)?-normal\.woff2$/, '')),
      asks,
    )
    for (const file of files) assert.match(href(file), /^\/assets\/.+\.[0-9a-f]{10}\.woff2$/)
  }
})
