import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogues } from './messages.ts'
import { keepDay, typesetterOf } from './typeset.ts'

test('in French no line breaks before a mark or inside quotation marks', () => {
  const french = typesetterOf('fr-CA')
  assert.equal(
    french('Qui ? « {name} » : {percent} % ; oui !'),
    'Qui\u202f? «\u00a0{name}\u00a0»\u00a0: {percent}\u00a0%\u202f; oui\u202f!',
  )
  assert.equal(
    french('2 000 signes, 10 Mo, 610\u202fko, https://example.org, le 3 juin'),
    '2\u202f000\u00a0signes, 10\u00a0Mo, 610\u00a0ko, https://example.org, le 3\u00a0juin',
  )
  assert.equal(french('{address}, état du {date}'), '{address}, état\u00a0du\u00a0{date}')
  assert.equal(french('Signalez-le, copiez-les'), 'Signalez\u2011le, copiez\u2011les')
  assert.equal(
    french('sous {count} jours, 30 jours, par jour'),
    'sous\u00a0{count}\u00a0jours, 30\u00a0jours, par jour',
  )
})

test('in German a figure stays with its unit, and three dots with their word', () => {
  const german = typesetterOf('de-AT')
  assert.equal(
    german('Ablehnen … bis 10 MB, {percent} %, nach {time} Uhr, 5 MBit'),
    'Ablehnen\u00a0… bis 10\u00a0MB, {percent}\u00a0%, nach {time}\u00a0Uhr, 5 MBit',
  )
})

test('in Russian no line begins with a dash or ends in a word of one letter', () => {
  const russian = typesetterOf('ru')
  assert.equal(
    russian('В сети — 10 000 знаков и {percent} %, до 10 МБ, 610 кБ; я с вами'),
    'В\u00a0сети\u00a0— 10\u00a0000\u00a0знаков и\u00a0{percent}\u00a0%, до 10\u00a0МБ, 610\u00a0кБ; я\u00a0с\u00a0вами',
  )
  assert.equal(russian('то же, нет ли, кому-то со мной'), 'то\u00a0же, нет\u00a0ли, кому\u2011то со\u00a0мной')
  assert.equal(russian('{first}–{last}, жанр: вид'), '{first}–{last}, жанр: вид')
})

test('in French and Portuguese no line ends in the e of an e-mail', () => {
  assert.equal(typesetterOf('fr')('une adresse e-mail'), 'une adresse e\u2011mail')
  assert.equal(typesetterOf('pt')('E-mail, e-mails, e-commerce'), 'E\u2011mail, e\u2011mails, e-commerce')
})

test('in Portuguese no line parts a pronoun from its verb, or a figure from its unit', () => {
  const portuguese = typesetterOf('pt')
  assert.equal(
    portuguese('Diga-nos, fá-lo, ser-lhe-ão, juntá-las. Palavra-passe, bem-vinda, pt-BR'),
    'Diga\u2011nos, fá\u2011lo, ser\u2011lhe\u2011ão, juntá\u2011las. Palavra-passe, bem-vinda, pt-BR',
  )
  assert.equal(
    portuguese('até 10 MB, de 1 a 10 000, {share} %'),
    'até 10\u00a0MB, de 1\u00a0a 10\u00a0000, {share}\u00a0%',
  )
})

test('in Arabic a figure stays with what it counts', () => {
  const arabic = typesetterOf('ar')
  assert.equal(arabic('{count} مادة، بعد 30 يومًا'), '{count}\u00a0مادة، بعد 30\u00a0يومًا')
  assert.equal(arabic('{member} مكتب'), '{member} مكتب')
})

test('other languages set their marks as they are written', () => {
  for (const language of ['en', 'es', 'constructor']) assert.equal(typesetterOf(language)('« a » : b ?'), '« a » : b ?')
})

test('French is written with a space before its marks, for the typesetter to find', () => {
  for (const [key, message] of Object.entries(catalogues.fr ?? {}))
    for (const form of typeof message === 'string' ? [message] : Object.values(message)) {
      // Addresses, and words that are typed as they stand: `topic:` in a search, `es: Derechos` in a file.
      const text = form.replace(/https?:\S+|\b[a-z]+:(?=[, ]|$)/g, '')
      assert.doesNotMatch(text, /[^\s][;:!?»]|«\S|[\u00a0\u202f]/, `fr: ${key}`)
    }
})

test('in a heading a day stays with its month', () => {
  assert.equal(keepDay('Sunday, 22 November 2026'), 'Sunday, 22\u00a0November 2026')
  assert.equal(keepDay('Sonntag, 22. November 2026'), 'Sonntag, 22.\u00a0November 2026')
  assert.equal(keepDay('domingo, 22 de noviembre de 2026'), 'domingo, 22\u00a0de\u00a0noviembre de 2026')
  assert.equal(keepDay('الأحد، 22 نوفمبر 2026'), 'الأحد، 22\u00a0نوفمبر 2026')
  assert.equal(keepDay('2026'), '2026')
})
