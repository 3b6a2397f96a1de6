import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embargoMark } from './embargo.ts'

test('what is marked as not for readers is seen in every language of our feeds', () => {
  const marked = [
    'EMBARGOED UNTIL 10:00 GMT, 1 December 2026',
    'Embargoed for release: Monday at noon',
    '*** STRICTLY UNDER EMBARGO UNTIL MONDAY ***',
    'HOLD FOR RELEASE',
    'Hold for publication until noon',
    'NOT FOR PUBLICATION',
    'Not for immediate release',
    'Do not publish before 1 December',
    '[EMBARGO]',
    'EMBARGO: 1 December, 10:00',
    'EMBARGADO HASTA EL 1 DE DICIEMBRE',
    'Bajo embargo hasta el lunes',
    'No publicar antes del 1 de diciembre',
    'SOUS EMBARGO jusqu’au 1er décembre',
    'À ne pas diffuser avant lundi',
    'Embargo jusqu’au lundi 1er décembre',
    'Sperrfrist: 1. Dezember, 10 Uhr',
    'SPERRFRIST bis Montag',
    'Nicht zur Veröffentlichung bestimmt',
    'Embargado até 1 de dezembro',
    'SOB EMBARGO',
    'Sotto embargo fino alle ore 10',
    'Non pubblicare prima del 1° dicembre',
    'Onder embargo tot maandag',
    'Niet voor publicatie',
    'Эмбарго до 1 декабря',
    'Не для публикации',
    'НЕ ПУБЛИКОВАТЬ ДО 10:00',
    'Ембарго до 1 грудня',
    'محظور النشر حتى الاثنين',
    'يحظر النشر قبل الأول من ديسمبر',
    'ليس للنشر',
    'אמברגו עד יום שני',
    'לא לפרסום',
    '報道解禁：12月1日 10時',
    '12月1日午前10時まで公開禁止',
    '禁发期：12月1日',
    '12月1日前请勿发表',
    '엠바고: 12월 1일',
    'Embargo do 1 grudnia',
    'Embargo till 1 december',
    'Klausuleret til mandag',
    'Sperrefrist: mandag',
  ]
  for (const line of marked) {
    assert.ok(embargoMark({ headline: line, text: '' }), `headline: ${line}`)
    assert.ok(
      embargoMark({ headline: 'Archive opens', text: `Harbour Archive\n\n${line}\n\nThe archive opens.` }),
      line,
    )
  }
})

test('a report about an embargo is not held', () => {
  const free = [
    'Embargo: parliament votes on oil from abroad',
    'Embargo on arms extended by a year',
    'El embargo a Cuba cumple años',
    'L’embargo sur les armes est prolongé',
    'Sperrfrist beim Arbeitslosengeld: was gilt',
    'Эмбарго на зерно продлено',
    'Hold for a moment: what the ruling means',
    'Not for everyone: the archive’s opening hours',
    'アユ漁解禁、川に人の列',
    'Under embargoes, families send parcels',
    'FOR IMMEDIATE RELEASE',
    'Publication of the report is delayed',
    'No publicar fotos de menores: la ley explicada',
  ]
  for (const line of free) assert.equal(embargoMark({ headline: line, text: line }), undefined, line)
})

test('a mark in the middle of a text is a quotation, not a mark', () => {
  const text = `The archive opens.\n\nThe letter said "EMBARGOED UNTIL 1957" on its cover.\n\nNobody had kept to it.`
  assert.equal(embargoMark({ headline: 'Archive opens', text }), undefined)
  const late = `${'A paragraph.\n\n'.repeat(12)}NOT FOR PUBLICATION`
  assert.equal(embargoMark({ headline: 'Archive opens', text: late }), undefined)
})
