import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frame } from '../../test/support/sample-pages.ts'
import { network } from '../../test/support/samples.ts'
import { inLanguage, languageAt, splitLanguage, spokenLanguages, wordsAt } from './language-path.ts'

test('the language stands first in an address, and only one that the pages speak', () => {
  assert.deepEqual(splitLanguage('/es/about'), { language: 'es', path: '/about' })
  assert.deepEqual(splitLanguage('/es'), { language: 'es', path: '/' })
  assert.deepEqual(splitLanguage('/es-mx/2026/11/22/x'), { language: 'es-mx', path: '/2026/11/22/x' })
  for (const path of ['/', '/about', '/es/', '/ES/about', '/sw/about', '/essay', '/esp/x', '/constructor/x'])
    assert.deepEqual(splitLanguage(path), { language: undefined, path }, path)
})

test('the network’s first language needs no prefix, whichever it is', () => {
  const spanish = { ...network, languages: ['es', 'en'] }
  assert.equal(inLanguage(network, 'en', '/about'), '/about')
  assert.equal(inLanguage(network, 'es', '/about'), '/es/about')
  assert.equal(inLanguage(network, 'es', '/'), '/es')
  assert.equal(inLanguage(network, 'es', '/?before=1'), '/es?before=1')
  assert.equal(inLanguage(spanish, 'es', '/about'), '/about')
  assert.equal(inLanguage(spanish, 'en', '/about'), '/en/about')
  assert.equal(inLanguage({ ...network, languages: ['en', 'es-MX'] }, 'es-MX', '/about'), '/es-mx/about')
})

test('an address says in which language it is answered, and whether it is written as it should be', () => {
  assert.deepEqual(languageAt(network, '/about'), { language: 'en', written: 'well' })
  assert.deepEqual(languageAt(network, '/es/about'), { language: 'es', written: 'well' })
  assert.deepEqual(languageAt(network, '/en/about'), { language: 'en', written: 'bare' })
  assert.deepEqual(languageAt({ ...network, languages: ['en'] }, '/es/about'), { language: 'en', written: 'unknown' })
})

test('a network whose languages nobody has put into words speaks English', () => {
  assert.deepEqual(spokenLanguages({ ...network, languages: ['sw', 'xx'] }), ['en'])
  assert.deepEqual(spokenLanguages({ ...network, languages: ['sw', 'ar', 'es-MX'] }), ['ar', 'es-MX'])
})

test('what is answered before the network is known speaks the language of its address', () => {
  const told = ['/es/notice?story=1', '/ar', '/notice', '*', ''].map((address) => wordsAt(address).language)
  assert.deepEqual(told, ['es', 'ar', 'en', 'en', 'en'])
})

test('links keep the language and the edition of the page they stand on', () => {
  const query = { before: '1-a' }
  const spanish = frame('/corrections', { language: 'es', query })
  assert.equal(spanish.at('/about'), '/es/about')
  assert.equal(spanish.here({ language: 'ar' }), '/ar/corrections?before=1-a')
  assert.equal(spanish.here({ language: 'en' }), '/corrections?before=1-a')
  assert.equal(spanish.here({ textOnly: true }), '/es/corrections?before=1-a&text')
  const words = frame('/', { language: 'es', query: { text: '' } })
  assert.equal(words.at('/members?before=2'), '/es/members?before=2&text')
  assert.equal(words.here({ language: 'en' }), '/?text')
  assert.equal(words.here({ textOnly: false }), '/es')
})
