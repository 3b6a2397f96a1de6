import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMemberName } from './name.ts'

test('names of all scripts are names, with what they are written with', () => {
  for (const name of [
    'Harbour Post',
    'روزنامهٔ می\u200cخوانیم',
    'क्\u200dष पत्रिका',
    'المرفأ',
    'Ñandú & Ōsaka',
    '港の新聞',
    'Radio ❤\ufe0f',
  ])
    assert.equal(readMemberName(name), name.normalize('NFC'), name)
})

test('no name looks like another by what nobody sees', () => {
  for (const hidden of [
    '\u200b',
    '\u00ad',
    '\u2060',
    '\u200e',
    '\u202e',
    '\u2066',
    '\u3164',
    '\u200d',
    '\u200c',
    '\ufe0f',
    '\u034f',
    '\u{e0061}',
    '\u0007',
  ])
    for (const name of [`Harbour${hidden} Post`, `Har${hidden}bour Post`, `Harbour Post${hidden}x`])
      assert.equal(readMemberName(name), undefined, `U+${hidden.codePointAt(0)?.toString(16)} in ${name}`)
  assert.equal(readMemberName('Harbour\nPost'), 'Harbour Post', 'a name is one line')
  assert.equal(readMemberName(' '.repeat(9)), undefined)
})
