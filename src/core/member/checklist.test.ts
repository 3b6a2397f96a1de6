import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ApplicationFacts } from './application.ts'
import { checklist, isTold, lacksIn, nextStep } from './checklist.ts'

const nothing: ApplicationFacts = {
  kind: null,
  name: '',
  languages: [],
  country: null,
  countryShown: false,
  place: '',
  placeShown: false,
  siteUrl: null,
  feedUrl: null,
  withoutSite: false,
  about: '',
  logo: null,
  logoAlt: '',
  logoCredit: '',
}
const all: ApplicationFacts = {
  ...nothing,
  kind: 'magazine',
  name: 'Revista Arcoíris',
  languages: ['es'],
  siteUrl: 'https://arcoiris.example/',
  about: 'A magazine.',
  logo: 'f'.repeat(64),
  logoAlt: 'Two golden arches over a red dot',
}
const everywhere = ['who', 'mark', 'site', 'shown', 'words']

test('of an empty application everything that is needed is missing, step by step', () => {
  assert.deepEqual(lacksIn(nothing), ['kind', 'name', 'languages', 'logo', 'site', 'about'])
  assert.deepEqual(
    checklist(nothing, [], false).map(({ step, state }) => [step, state]),
    [
      ['who', 'missing'],
      ['mark', 'missing'],
      ['site', 'missing'],
      ['shown', 'open'],
      ['words', 'missing'],
      ['send', 'open'],
    ],
  )
  assert.equal(nextStep(checklist(nothing, [], false)), 'who')
})

test('country, place and feed are never missing: nobody needs to tell them', () => {
  assert.deepEqual(lacksIn(all), [])
  assert.ok(checklist(all, everywhere, false).every(({ step, state }) => state === 'done' || step === 'send'))
})

test('who publishes without a site says so, and nothing is missing', () => {
  assert.deepEqual(lacksIn({ ...all, siteUrl: null }), ['site'])
  assert.deepEqual(lacksIn({ ...all, siteUrl: null, withoutSite: true }), [])
})

test('one goes on where something is missing, then where one has not been, then to the end', () => {
  assert.equal(nextStep(checklist({ ...all, logo: null }, everywhere, false)), 'mark')
  assert.equal(nextStep(checklist(all, ['who', 'mark', 'site', 'words'], false)), 'shown')
  assert.equal(nextStep(checklist(all, everywhere, false)), 'send')
  assert.equal(checklist(all, everywhere, true).at(-1)?.state, 'done')
})

test('a picture is told by what it shows: "logo" is no answer, in any of the languages, nor is a file’s name', () => {
  for (const told of ['Two golden arches over a red dot', 'A lighthouse', 'قوسان ذهبيان', '灯台の絵', 'La letra R'])
    assert.ok(isTold(told), told)
  for (const untold of [
    '',
    'logo',
    'Logo.',
    ' our logo ',
    'IMAGEN',
    'شعار',
    'ab',
    '…',
    'arcoiris-final.png',
    'IMG_1.jpeg',
  ])
    assert.ok(!isTold(untold), untold)
  assert.deepEqual(lacksIn({ ...all, logoAlt: 'logo' }), ['logo-alt'])
})
