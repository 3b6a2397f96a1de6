import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contrast, readColour } from '../core/colour.ts'
import { accentSheet, faviconSvg } from './accent.ts'

const tokens = readFileSync(new URL('./assets/tokens.css', import.meta.url), 'utf8')

/** The colours of a token on light and on dark paper. */
function token(name: string): readonly [string, string] {
  const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)
  assert.ok(found, `tokens.css has no --${name}`)
  return [found[1] ?? '', found[2] ?? '']
}

function ratio(a: string, b: string): number {
  const [one, two] = [readColour(a), readColour(b)]
  assert.ok(one && two)
  return contrast(one, two)
}

test('every ink of the stylesheet is readable on every paper of it', () => {
  for (const ink of ['ink', 'read', 'soft'])
    for (const paper of ['paper', 'wash'])
      for (const mode of [0, 1] as const) {
        const found = ratio(token(ink)[mode], token(paper)[mode])
        assert.ok(found >= 4.5, `${ink} on ${paper}: ${found.toFixed(2)}`)
      }
})

test('whatever accent a network chooses, words in it are readable', () => {
  for (const chosen of ['#7a1f6b', '#ffee00', '#ffffff', '#000000', '#00ff88', '#808080']) {
    const sheet = accentSheet(chosen) ?? ''
    const [, light = '', dark = ''] = /--accent:light-dark\((#\w+),(#\w+)\)/.exec(sheet) ?? []
    for (const paper of ['paper', 'wash']) {
      assert.ok(ratio(light, token(paper)[0]) >= 4.5, `${chosen} on light ${paper}`)
      assert.ok(ratio(dark, token(paper)[1]) >= 4.5, `${chosen} on dark ${paper}`)
    }
  }
})

test('what is no colour makes no sheet', () => {
  assert.equal(accentSheet('}body{display:none'), undefined)
})

test('the favicon is an image whatever the network is called', () => {
  assert.doesNotMatch(
    faviconSvg('<&', '#7a1f6b', () => '<'),
    /><</,
  )
})
