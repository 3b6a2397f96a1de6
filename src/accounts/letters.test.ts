import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Network } from '../core/network.ts'
import type { Reader } from '../web/letter.ts'
import {
  goodbyeLetter,
  invitationLetter,
  mailChangedLetter,
  newMailLetter,
  passwordChangedLetter,
  signInLetter,
  testLetter,
} from './letters.ts'

const network: Network = {
  name: 'Lambda Wire',
  tagline: '',
  foundedOn: null,
  timeZone: 'UTC',
  tagAuthority: 'wire.example,2026',
  languages: ['en', 'es', 'ar'],
  accent: '#7a1f6b',
  homes: [],
}

function lettersTo(language: string, discreet: boolean) {
  const reader: Reader = {
    account: { language, discreet },
    mail: 'kim@harbour.example',
    network,
    url: 'https://wire.example',
  }
  return [
    signInLetter(reader, 'key', '/account'),
    invitationLetter(reader, 'key'),
    testLetter(reader),
    newMailLetter(reader, 'key'),
    mailChangedLetter(reader),
    passwordChangedLetter(reader, true),
    passwordChangedLetter(reader, false),
    goodbyeLetter(reader),
  ]
}

test('a discreet letter names the network in its last line alone: not where a locked screen shows it', () => {
  for (const language of network.languages)
    for (const { subject, text, html } of lettersTo(language, true)) {
      const [shown = '', rest = ''] = text.split('\n--\n')
      assert.doesNotMatch(subject + shown, /Lambda/, subject)
      assert.match(rest, /Lambda Wire/, subject)
      assert.doesNotMatch(html.slice(0, html.lastIndexOf('<hr')), /Lambda/, subject)
    }
})

test('any other letter says in its subject whose it is', () => {
  for (const { subject } of lettersTo('en', false)) assert.match(subject, / · Lambda Wire$/)
})
