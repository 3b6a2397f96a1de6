import assert from 'node:assert/strict'
import { test } from 'node:test'
import { report } from '../../../test/support/samples.ts'
import { originRecord } from './origin.ts'

test('what nobody may follow is no address in the record, the hands it went through included', () => {
  const origin = {
    ...report.origin,
    url: 'javascript:x',
    publisherUrl: 'data:text/html,x',
    licenceUrl: 'ftp://a.example/',
  }
  const hops = [
    { name: 'One', url: 'javascript:x', at: null },
    { name: 'Two', url: 'https://two.example/feed', at: null },
  ]
  const record = originRecord({ ...report, origin, hops })
  assert.deepEqual([record.url, record.publisherUrl, record.licenceUrl], [undefined, undefined, undefined])
  assert.deepEqual(
    record.hops.map(({ name, url }) => [name, url]),
    [
      ['One', null],
      ['Two', 'https://two.example/feed'],
    ],
  )
})

test('where nobody said what others may do, the record says whom to ask', () => {
  const { usageTerms } = originRecord({ ...report, origin: { ...report.origin, licence: 'unknown', usageTerms: '' } })
  assert.match(usageTerms, /Upande Press/)
  assert.equal(
    originRecord({ ...report, origin: { ...report.origin, usageTerms: 'As agreed.' } }).usageTerms,
    'As agreed.',
  )
})
