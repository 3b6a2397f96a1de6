import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readQuestion } from './question.ts'
import { mark, markerOf, type Piece, snippet } from './snippet.ts'

const marker = (asked: string) => markerOf(readQuestion(asked).wanted, [])
const written = (pieces: readonly Piece[] | undefined) =>
  pieces?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')

test('words are marked as they are written, whatever their case and accents', () => {
  assert.equal(written(mark('The ÉMIGRÉ emigrated.', marker('emigre'))), 'The [ÉMIGRÉ] emigrated.')
  assert.equal(written(mark('Emigrés emigrated.', marker('emigr*'))), '[Emigrés] [emigrated].')
  assert.equal(written(mark('東京裁判所は', marker('裁判所'))), '東京[裁判所]は')
  assert.equal(written(mark('LGBTQ市民', marker('lgbtq 市民'))), '[LGBTQ][市民]')
})

test('a relative of the word is marked where its stem was asked for', () => {
  const of = (word: string) => (/^judg/.test(word) ? 'judg' : undefined)
  const stems = { language: 'en', of }
  const asked = markerOf(readQuestion('judging').wanted, [stems])
  assert.equal(written(mark('The judges', asked, stems)), 'The [judges]')
  assert.equal(written(mark('The judges', asked, { ...stems, language: 'fr' })), 'The judges')
})

test('of a long text the part with most of the words is told', () => {
  const text = `A walrus. ${'Nothing here. '.repeat(40)}The walrus met a second walrus at sea. ${'Nothing here. '.repeat(40)}`
  const told = written(snippet(text, marker('walrus sea')))
  assert.match(told ?? '', /^… .*The \[walrus\] met a second \[walrus\] at \[sea\]\..* …$/)
  assert.ok((told ?? '').length < 280)
  assert.equal(snippet(text, marker('otter')), undefined)
})

test('whatever is asked of whatever text, its pieces are the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      (text, asked) => {
        assert.equal(
          mark(text, marker(asked))
            .map((piece) => piece.text)
            .join(''),
          text,
        )
        const part = snippet(text, marker(asked), { most: 40 })
          ?.map((piece) => piece.text)
          .join('')
          .replace(/^… | …$/g, '')
        assert.ok(part === undefined || text.includes(part))
        assert.ok(part === undefined || part.isWellFormed() || !text.isWellFormed())
      },
    ),
  )
})
