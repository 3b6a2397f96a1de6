import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogues } from '../web/messages/messages.ts'
import { languagesNamed } from './languages-named.ts'

test('the languages that a form gives as an example are understood, in every language of the pages', () => {
  for (const [page, words] of Object.entries(catalogues))
    for (const hint of [words['application.languages.hint'], words['profile.languages.hint']]) {
      const [, example = ''] = /:\s*(.+)\.$/.exec(hint) ?? []
      const { languages, unknown } = languagesNamed(example)
      assert.deepEqual(unknown, [], page)
      assert.equal(languages.length, 2, `${page}: ${hint}`)
    }
})

test('a language is known by its name in any language of the pages, with or without capitals', () => {
  const told = languagesNamed('Deutsch, испанский; ЯПОНСКИЙ, Suaheli, catalão, usbeque, uzbeque, pt-BR, Klingonisch')
  assert.deepEqual(told.languages, ['de', 'es', 'ja', 'sw', 'ca', 'uz', 'pt-BR'])
  assert.deepEqual(told.unknown, ['Klingonisch'])
})
