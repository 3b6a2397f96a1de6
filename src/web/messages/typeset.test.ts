import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogues } from './messages.ts'
import { typesetterOf } from './typeset.ts'

test('in French no line breaks before a mark or inside quotation marks', () => {
  const french = typesetterOf('fr-CA')
  assert.equal(
    french('Qui ? « {name} » : {percent} % ; oui !'),
    'Qui\u202f? «\u00a0{name}\u00a0»\u00a0: {percent}\u00a0%\u202f; oui\u202f!',
  )
  assert.equal(
    french('2 000 signes, 10 Mo, https://example.org, le 3 juin'),
    '2\u202f000 signes, 10\u00a0Mo, https://example.org, le 3 juin',
  )
})

test('other languages set their marks as they are written', () => {
  for (const language of ['en', 'es', 'ar', 'pt', 'constructor'])
    assert.equal(typesetterOf(language)('« a » : b ?'), '« a » : b ?')
})

test('French is written with a space before its marks, for the typesetter to find', () => {
  for (const [key, message] of Object.entries(catalogues.fr ?? {}))
    for (const form of typeof message === 'string' ? [message] : Object.values(message)) {
      // Addresses, and words that are typed as they stand: `topic:` in a search, `es: Derechos` in a file.
      const text = form.replace(/https?:\S+|\b[a-z]+:(?=[, ]|$)/g, '')
      assert.doesNotMatch(text, /[^\s][;:!?»]|«\S|[\u00a0\u202f]/, `fr: ${key}`)
    }
})
