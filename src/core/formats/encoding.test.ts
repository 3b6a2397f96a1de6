import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeBytes, prescanHtml } from './encoding.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a byte order mark is believed before anything else', () => {
  const bytes = Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0xe9, 0)
  assert.deepEqual(decodeBytes(bytes, 'text/xml; charset=utf-8'), { text: '<é', encoding: 'utf-16le', problems: [] })
})

test('UTF-32 is read though the web has forgotten it', () => {
  const bytes = Uint8Array.of(0, 0, 0, 0x3c, 0, 1, 0xf4, 0xa1)
  assert.deepEqual(decodeBytes(bytes, undefined), { text: '<\u{1f4a1}', encoding: 'utf-32be', problems: [] })
})

test('HTTP outranks the declaration, which outranks guessing', () => {
  const document = latin('<?xml version="1.0" encoding="iso-8859-2"?><rss>\xe6</rss>')
  assert.equal(decodeBytes(document, undefined).text.at(-7), 'ć')
  assert.equal(decodeBytes(document, 'text/xml; charset="windows-1252"').text.at(-7), 'æ')
})

test('a wrong declaration is survived and told', () => {
  const claimed = decodeBytes(utf8('<?xml version="1.0" encoding="iso-8859-1"?><rss>Müller</rss>'), undefined)
  assert.equal(claimed.encoding, 'utf-8')
  assert.match(claimed.text, /Müller/)
  assert.match(claimed.problems[0] ?? '', /but it is utf-8/)

  const denied = decodeBytes(latin('<?xml version="1.0" encoding="utf-8"?><rss>M\xfcller</rss>'), undefined)
  assert.match(denied.text, /Müller/)
  assert.equal(denied.problems.length, 2)
})

test('a broken character among whole ones makes no other encoding', () => {
  const broken = Uint8Array.of(...utf8('<?xml version="1.0" encoding="utf-8"?><rss>Müller – '), 0xfc, ...utf8('</rss>'))
  const { text, encoding } = decodeBytes(broken, undefined)
  assert.equal(encoding, 'utf-8')
  assert.match(text, /Müller – \ufffd/)
})

test('without any declaration the language of the letters decides', () => {
  const russian = Uint8Array.from([...'новости независимых изданий сообщества'], (letter) =>
    letter === ' ' ? 32 : letter.charCodeAt(0) - 0x410 + 0xc0,
  )
  assert.equal(decodeBytes(russian, undefined).encoding, 'windows-1251')
  assert.equal(
    decodeBytes(
      latin('<rss>tr\xe8s \xe9l\xe9gant, d\xe9j\xe0 pr\xeat \xe0 \xeatre publi\xe9 \xe9t\xe9</rss>'),
      undefined,
    ).encoding,
    'windows-1252',
  )
})

test('a page names its encoding in its head', () => {
  assert.equal(prescanHtml(latin('<!-- <meta charset=koi8-r> --><meta charset="iso-8859-2">')), 'iso-8859-2')
  assert.equal(prescanHtml(latin('<meta http-equiv="Content-Type" content="text/html; charset=utf-16">')), 'utf-8')
})
