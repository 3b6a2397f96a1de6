import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogues, messages } from '../web/messages/messages.ts'
import { countryChoices } from './countries.ts'
import { readCountry } from './profile-words.ts'

test('every country is known by the name its page shows, in each language of the pages', () => {
  for (const language of Object.keys(catalogues))
    for (const { value, label } of countryChoices(messages(language, 'UTC')))
      assert.equal(readCountry(label, language), value, `${language}: ${label}`)
})

test('Brazil’s name for a country, the English one and its code are known on a Portuguese page, too', () => {
  assert.deepEqual(
    ['Quénia', 'Quênia', 'Kenya', 'ke', 'Costa do Marfim', 'Atlântida'].map((text) => readCountry(text, 'pt')),
    ['KE', 'KE', 'KE', 'KE', 'CI', undefined],
  )
})
