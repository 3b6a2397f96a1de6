import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalPath } from './canonical-path.ts'

test('an address is written one way', () => {
  assert.equal(canonicalPath('/members/'), '/members')
  assert.equal(canonicalPath('/2013/09/02/Keep-Hope-Alive/'), '/2013/09/02/keep-hope-alive')
  assert.equal(canonicalPath('//members//x'), '/members/x')
  assert.equal(canonicalPath('/%61bout'), '/about')
  assert.equal(canonicalPath('/media/%41%2d%7E'), '/media/A-~')
  for (const right of [
    '/',
    '/a%2Fb%3F%23%25%20%5C',
    '/members',
    '/2013/09/02/keep-hope-alive',
    '/%E4',
    '/assets/Wire.css',
    '/media/aBc',
    '/proof/aBcDeFgHiJkLmNoPqRsTuV',
    '/pt-br/proof/aBcDeFgHiJkLmNoPqRsTuV',
  ])
    assert.equal(canonicalPath(right), undefined, right)
})

test('no address leads to another host', () => {
  for (const path of ['//evil.example/', '/\\evil.example/', '///evil.example', '\\\\evil.example\\'])
    assert.doesNotMatch(canonicalPath(path) ?? path, /^[/\\]{2}/, path)
})

test('what it gives is canonical itself', () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const once = canonicalPath(`/${path}`)
      if (once !== undefined) assert.equal(canonicalPath(once), undefined)
    }),
  )
})
