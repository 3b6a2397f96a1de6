import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencyOf, type Signature } from './agencies.ts'

const of = (words: Partial<Signature>) => agencyOf({ byline: '', opening: '', closing: '', named: [], ...words })

test('an agency is known by its byline', () => {
  const table: [byline: string, agency: string | undefined][] = [
    ['Reuters', 'Reuters'],
    ['By Jane Doe, The Associated Press', 'AP'],
    ['Jane Doe, AP', 'AP'],
    ['AFP/Jane Doe', 'AFP'],
    ['Von dpa', 'dpa'],
    ['Redacción EFE', 'EFE'],
    ['Agência Lusa', 'Lusa'],
    ['РИА Новости', 'RIA Novosti'],
    ['رويترز', 'Reuters'],
    ['共同通信', 'Kyodo'],
    ['Jane Doe and John Roe', undefined],
    ['Tap Dance Collective', undefined],
    ['Tap', undefined],
    ['Petra', undefined],
    ['Ann Map', undefined],
  ]
  for (const [byline, agency] of table) assert.equal(of({ byline }), agency, byline)
})

test('an agency is known by the dateline', () => {
  const table: [opening: string, agency: string | undefined][] = [
    ['LONDON (Reuters) - The court ruled on Tuesday.', 'Reuters'],
    ['Berlin (dpa) – Das Gericht entschied am Dienstag.', 'dpa'],
    ['Berlin (dpa/AFP) – Das Gericht entschied am Dienstag.', 'dpa'],
    ['Madrid, 24 nov (EFE).- El tribunal decidió el martes.', 'EFE'],
    ['ROMA, 24 NOV - (ANSA) - Il tribunale ha deciso.', 'ANSA'],
    ['МОСКВА, 24 ноября. /ТАСС/. Суд решил во вторник.', 'TASS'],
    ['МОСКВА, 24 ноя — РИА Новости. Суд решил во вторник.', 'RIA Novosti'],
    ['القاهرة (رويترز) - قضت المحكمة يوم الثلاثاء.', 'Reuters'],
    ['新华社北京11月24日电 法院周二裁定。', 'Xinhua'],
    ['The court (which sat in London) ruled.', undefined],
    ['The archive (AP photographs included) stays open.', undefined],
    ['Paris — The court ruled on Tuesday.', undefined],
  ]
  for (const [opening, agency] of table) assert.equal(of({ opening }), agency, opening)
})

test('an agency is known by how a text ends, and by whom the feed names', () => {
  assert.equal(of({ closing: 'Das Gericht vertagte sich. (dpa)' }), 'dpa')
  assert.equal(of({ closing: 'The court adjourned. © 2026 AFP' }), 'AFP')
  assert.equal(of({ closing: 'Copyright 2026 The Associated Press. All rights reserved.' }), 'AP')
  assert.equal(of({ closing: 'It was first seen by photographers of the AP.' }), undefined)
  assert.equal(of({ named: ['Harbour Times', 'Agence France-Presse'] }), 'AFP')
  assert.equal(of({ named: ['Harbour Times'] }), undefined)
})
