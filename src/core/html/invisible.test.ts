import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withoutInvisible } from './invisible.ts'

test('what scripts and emoji need stays', () => {
  for (const text of [
    'می\u200cخواهم', // Persian, kept apart
    'ه\u200d.', // an abbreviation, joined to nothing
    'क्\u200dष and क्\u200cष', // conjuncts
    'ශ්\u200dරී',
    '👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 ❤️\u200d🔥 👩🏽\u200d🚀 🏴\u200d☠️',
    '☺\ufe0f ‼\ufe0f 1\ufe0f\u20e3 #\ufe0f\u20e3',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '葛\u{e0100}城',
    'ภาษา\u200bไทย ភាសា\u200bខ្មែរ',
    'אב \u200f(גד)\u200f \u2067אב\u2069 \u202bגד\u202c \u202eab\u202c',
    'ᠮᠣᠩᠭᠣᠯ\u180e\u1820',
    'Donau\u00addampf\u00adschiff',
    'a\tb\nc\u00a0d',
  ])
    assert.equal(withoutInvisible(text), text)
})

test('what only marks a copy or hides a word goes', () => {
  for (const [text, seen] of [
    ['se\u200bcret', 'secret'],
    ['se\u200d\u200c\u200bcret', 'secret'],
    ['\ufeffa\u2060b\u2063c\u180ed', 'abcd'],
    ['a\u{e0061}\u{e0062}\u{e007f}b', 'ab'],
    ['a\ufe0f\u{e0101}b', 'ab'],
    ['می\u200c\u200d\u200c\u200dخواهم', 'می\u200cخواهم'],
    ['a\u200e\u200f\u200e\u200f\u200eb', 'a\u200e\u200fb'],
    ['a\u00ad\u00ad\u00adb', 'a\u00adb'],
    ['a\u0007b\u0000c\u0085d\ufffe', 'abcd'],
    ['\u3164\u115f\u1160x', 'x'],
    ['a\fb\rc', 'a\nb\nc'],
  ] as const)
    assert.equal(withoutInvisible(text), seen)
})

test('twice is once, and what is seen is never touched', () => {
  const strange = [
    ...'\u00ad\u034f\u061c\u115f\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2060\u2066\u2069\ufe0e\ufe0f\ufeff\u{e0067}\u{e007f}\u{e0100}',
  ]
  const seen = fc.constantFrom('a', ' ', 'م', 'क', '字', '❤', '👩', '🏴', '🔥', '1', 'ก', 'ᠮ', '\u0301')
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...strange), seen), { maxLength: 12 }), (characters) => {
      const text = characters.join('')
      const once = withoutInvisible(text)
      assert.equal(withoutInvisible(once), once)
      const bare = (words: string) => [...words].filter((one) => !strange.includes(one)).join('')
      assert.equal(bare(once), bare(text))
    }),
    { numRuns: 5_000, seed: 2026 },
  )
})
