import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Catalogue } from './messages.ts'
import { catalogues } from './messages.ts'

test('Spanish speaks to its readers as tú', () => {
  // Also what an usted is told to do, and what is theirs: words that mean nobody else here.
  const formal =
    /(?<!\p{L})(ustedes|usted|escriba|elija|pruebe|espere|inténtelo|deshaga|bórrelo|quería decir|su(?: última)? visita|su dispositivo)(?!\p{L})/iu
  for (const [key, form] of forms()) assert.doesNotMatch(form, formal, `${key}: ${form}`)
})

test('Spanish is at home on both sides of the Atlantic: it calls nobody vosotros or ustedes', () => {
  const plural =
    /(?<!\p{L})(vosotr[oa]s|ustedes|vuestr[oa]s?|os|sois|[\p{L}]+(?:áis|éis|steis)|envíenme|[\p{L}]+(?:adnos|adme|edme|idme))(?!\p{L})/iu
  for (const [key, form] of forms()) assert.doesNotMatch(form, plural, `${key}: ${form}`)
})

test('Spanish opens every question and every call, and quotes with « and »', () => {
  for (const [key, form] of forms()) {
    for (const [open, close] of ['¿?', '¡!', '«»'])
      assert.equal(form.split(open ?? '').length, form.split(close ?? '').length, `${key}: ${form}`)
    assert.doesNotMatch(form.replace(/="\w+"/g, ''), /[„”“"]/, `${key}: ${form}`)
  }
})

test('in Spanish a day has its article', () => {
  // After a word that is no article: "desde 28 nov 2026". A mark may stand before it: "guardado: 28 nov".
  const bare = /(?<!(?<!\p{L})(?:el|del|las))(?<=\p{L}) \{(?:time|date|day|began|seen)\}/iu
  for (const [key, form] of forms()) assert.doesNotMatch(form, bare, `${key}: ${form}`)
})

function* forms(): Generator<[key: string, form: string]> {
  for (const [key, message] of Object.entries(catalogues.es as Catalogue))
    for (const form of typeof message === 'string' ? [message] : Object.values(message)) yield [key, form]
}
