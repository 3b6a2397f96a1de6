import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readQuestion } from './question.ts'
import { mark, markerOf, type Piece, snippet, spotterOf } from './snippet.ts'

const spotter = (asked: string) => spotterOf(markerOf(readQuestion(asked).wanted, []))
const written = (pieces: readonly Piece[] | undefined) =>
  pieces?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')

test('words are marked as they are written, whatever their case and accents', () => {
  assert.equal(written(mark('The ÉMIGRÉ emigrated.', spotter('emigre'))), 'The [ÉMIGRÉ] emigrated.')
  assert.equal(written(mark('Emigrés emigrated.', spotter('emigr*'))), '[Emigrés] [emigrated].')
  assert.equal(written(mark('東京裁判所は', spotter('裁判所'))), '東京[裁判所]は')
  assert.equal(written(mark('LGBTQ市民', spotter('lgbtq 市民'))), '[LGBTQ][市民]')
})

test('a relative of the word is marked where its stem was asked for', () => {
  const of = (word: string) => (/^judg/.test(word) ? 'judg' : undefined)
  const asked = markerOf(readQuestion('judging').wanted, [{ language: 'en', of }])
  const stemmedIn = (language: string) =>
    spotterOf(asked, { token: (word) => (of(word) ? `${language}~${of(word)}` : undefined) })
  assert.equal(written(mark('The judges', stemmedIn('en'))), 'The [judges]')
  assert.equal(written(mark('The judges', stemmedIn('fr'))), 'The judges')
})

test('a relative is known by its stem, also where it begins otherwise than the word', () => {
  const of = (word: string) => word.replace(/^ال/, '')
  const asked = markerOf(readQuestion('كتاب').wanted, [{ language: 'ar', of }])
  const spotter = spotterOf(asked, { token: (word) => `ar~${of(word)}` })
  assert.equal(written(mark('هذا الكتاب', spotter)), 'هذا [الكتاب]')
})

test('of a long text the part with most of the words is told', () => {
  const text = `A walrus. ${'Nothing here. '.repeat(40)}The walrus met a second walrus at sea. ${'Nothing here. '.repeat(40)}`
  const told = written(snippet(text, spotter('walrus sea')))
  assert.match(told ?? '', /^… .*The \[walrus\] met a second \[walrus\] at \[sea\]\..* …$/)
  assert.ok((told ?? '').length < 280)
  assert.equal(snippet(text, spotter('otter')), undefined)
})

test('a word that comes again is marked again, and stands where it stands', () => {
  const once = spotter('sea')
  assert.equal(written(mark('Seals at sea, the sea: sea.', once)), 'Seals at [sea], the [sea]: [sea].')
  assert.equal(written(mark('Sea!', once)), '[Sea]!')
})

test('a text of one unbroken row is looked through, however long it is', () => {
  assert.match(written(snippet('海'.repeat(200_000), spotter('海'))) ?? '', /^(?:\[海\]){220} …$/)
})

test('whatever is asked of whatever text, its pieces are the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      (text, asked) => {
        assert.equal(
          mark(text, spotter(asked))
            .map((piece) => piece.text)
            .join(''),
          text,
        )
        const part = snippet(text, spotter(asked), 40)
          ?.map((piece) => piece.text)
          .join('')
          .replace(/^… | …$/g, '')
        assert.ok(part === undefined || text.includes(part))
        assert.ok(part === undefined || part.isWellFormed() || !text.isWellFormed())
      },
    ),
  )
})
