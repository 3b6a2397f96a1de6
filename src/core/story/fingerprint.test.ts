import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressKey, type Fingerprint, fingerprint, overlap } from './fingerprint.ts'

const words = (count: number, seed = 1) =>
  Array.from({ length: count }, (_, at) => `w${(Math.imul(at + seed * 7919, 2654435761) >>> 0) % 5000}`)
const printOf = (text: string): Fingerprint => {
  const print = fingerprint(text)
  assert.ok(print, 'long enough to be recognised')
  return print
}
const meet = (a: Fingerprint, b: Fingerprint) => a.keys.some((key) => b.keys.includes(key))

test('capitals, accents, quotation marks and layout make no other text', () => {
  const text =
    'Él dijo: «La reunión de mañana se hará», y añadió que nadie había pedido permiso para la marcha del sábado.'
  const same =
    'EL DIJO: "La reunion de manana\n\nse hara" — y anadio que nadie habia pedido permiso para la marcha del sabado'
  assert.deepEqual(printOf(text), printOf(same))
})

test('what is cut is found by how it begins, what was added to by what stays', () => {
  const whole = printOf(words(900).join(' '))
  const cut = printOf(words(900).slice(0, 70).join(' '))
  const longer = printOf([...words(80, 5), ...words(900), ...words(60, 9)].join(' '))
  assert.ok(meet(whole, cut) && meet(whole, longer))
  assert.ok(overlap(whole, cut).containment > 0.95 && overlap(whole, cut).resemblance < 0.15)
  assert.ok(overlap(whole, longer).resemblance > 0.8)
  assert.equal(overlap(whole, longer).opening, 1)
})

test('texts of other words meet nowhere, in scripts with spaces and without', () => {
  const japanese = (seed: number) =>
    words(120, seed)
      .map((word) => String.fromCodePoint(0x4e00 + (Number(word.slice(1)) % 2500)))
      .join('')
  for (const [one, other] of [
    [words(300).join(' '), words(300, 2).join(' ')],
    [japanese(1), japanese(2)],
  ] as const) {
    const [a, b] = [printOf(one), printOf(other)]
    assert.equal(meet(a, b), false)
    assert.ok(overlap(a, b).containment < 0.1)
    assert.equal(overlap(a, a).resemblance, 1)
  }
})

test('what says too little is recognised by nothing', () => {
  assert.equal(fingerprint(''), undefined)
  assert.equal(fingerprint('Photo gallery: the march in pictures. More to follow.'), undefined)
})

test('any text at all: bounded, the same every time, and as much like itself as can be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      const print = fingerprint(text)
      if (!print) return
      assert.deepEqual(fingerprint(text), print)
      assert.ok(print.kept.length <= 256 && print.keys.length <= 24)
      assert.ok(print.kept.length === 0 || overlap(print, print).resemblance === 1)
    }),
    { numRuns: 300 },
  )
})

test('an address has one key, and another one another', () => {
  assert.equal(addressKey('https://a.example/1'), addressKey('https://a.example/1'))
  assert.notEqual(addressKey('https://a.example/1'), addressKey('https://a.example/2'))
})
