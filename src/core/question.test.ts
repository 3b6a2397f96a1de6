import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder, queryOf, readQuestion, shareOf, withWords } from './question.ts'

const queryIn = (asked: string) => queryOf(readQuestion(asked).wanted)

test('a question asks for all its words, and for characters in their order', () => {
  assert.equal(queryIn('Archive, opens!'), "('archive') & ('opens')")
  assert.equal(queryIn('裁判所'), "('裁判' <-> '判所')")
  assert.equal(queryIn('’ & | !'), '')
})

test('quotes keep words in their order, a star begins a word, a minus excludes', () => {
  const question = readQuestion('"keep hope" -advisory -"press release" journal* jo* “alive')
  assert.equal(queryOf(question.wanted), "('keep' <-> 'hope') & ('journal':*) & ('jo') & ('alive')")
  assert.equal(queryOf(question.unwanted, [], '|'), "('advisory') | ('press' <-> 'release')")
  // A hyphen within a word excludes nothing.
  assert.deepEqual(readQuestion('well-known').unwanted, [])
})

test('filters may stand among the words; other colons are no filters', () => {
  const { filters, text } = readQuestion('courts place:KE Member:harbour-times re:union topic:')
  assert.deepEqual(filters, { place: 'ke', member: 'harbour-times' })
  assert.equal(text, 'courts re:union topic:')
})

test('a word is asked for with the stems of each language, and with the words that are such a stem', () => {
  const stems = [
    { language: 'en', of: (word: string) => (word === 'judges' ? 'judg' : undefined) },
    { language: 'fr', of: () => 'judge' },
  ]
  assert.equal(queryOf(readQuestion('judges').wanted, stems), "('judges' | 'en~judg' | 'judg' | 'fr~judge' | 'judge')")
  assert.equal(queryOf(readQuestion('"judges rule"').wanted, stems), "('judges' <-> 'rule')", 'in quotes as it is')
})

test('nobody means more than two hundred characters and ten words', () => {
  assert.equal(readQuestion('a b c d e f g h i j k l m').wanted.length, 10)
  assert.ok(readQuestion('word '.repeat(1_000)).text.length <= 200)
})

test('words one after the other say more of a headline, unless there is only one', () => {
  assert.equal(inOrder(readQuestion('keep hope').wanted), "'keep':A <-> 'hope':A")
  assert.equal(inOrder(readQuestion('hope').wanted), '')
})

test('what was meant is the same question with other words', () => {
  assert.equal(
    withWords(readQuestion('"Jugdes  rule" -paper'), new Map([['jugdes', 'judges']])),
    '"judges  rule" -paper',
  )
})

test('how many stories a question may fit is told by its parts, a word’s stems taken together', () => {
  const common = new Map([
    ['court', 0.2],
    ['en~court', 0.1],
    ['courtyard', 0.05],
  ])
  const stems = [{ language: 'en', of: (word: string) => (word.startsWith('court') ? 'court' : undefined) }]
  const share = (asked: string) => shareOf(readQuestion(asked).wanted, stems, common).toFixed(2)
  assert.equal(share('courts'), '0.30')
  assert.equal(share('court*'), '0.25', 'all that begin so')
  assert.equal(share('"court courtyard"'), '0.05')
  assert.equal(share('courts court*'), '0.08', 'some of those with the one have the other')
  assert.equal(share('courts walrus'), '0.00', 'a word nobody counted is rare')
  assert.equal(share(''), '1.00')
})
