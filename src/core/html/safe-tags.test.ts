import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markup } from '../../../test/support/markup.ts'
import { SafeTags } from './safe-tags.ts'
import { sanitise } from './sanitise.ts'

function tagsIn(html: string): { name: string; closes: boolean; written: string; href: string | undefined }[] {
  const tags = new SafeTags(html)
  const found = []
  while (tags.next()) {
    const { name, closes, start, end } = tags
    found.push({ name, closes, written: html.slice(start, end), href: tags.attribute('href') })
  }
  return found
}

test('tags are told with their names, places and addresses', () => {
  const html = sanitise('<p>Ferry <a hreflang="en" href="https://a.example/?a=1&amp;b=2">sails</a> again<br>3 &lt; 4')
  assert.deepEqual(
    tagsIn(html).map(({ name, closes }) => (closes ? `/${name}` : name)),
    ['p', 'a', '/a', 'br', '/p'],
  )
  assert.equal(tagsIn(html)[1]?.href, 'https://a.example/?a=1&amp;b=2')
  assert.equal(tagsIn('<b>x</b><a href="/y">')[0]?.href, undefined, 'what the next tag says is not its own')
  assert.deepEqual(tagsIn('a text that was cut <a href="x'), [])
})

test('of whatever the sanitiser wrote, every tag is told', () => {
  fc.assert(
    fc.property(markup('any'), (foreign) => {
      const html = sanitise(foreign)
      const told = tagsIn(html).map(({ written }) => written)
      assert.deepEqual(told, html.match(/<\/?[a-z][a-z0-9]*[^>]*>/g) ?? [])
    }),
    { numRuns: 500 },
  )
})
