import assert from 'node:assert/strict'
import { test } from 'node:test'
import { report } from '../../../test/support/samples.ts'
import { originalOf } from './canonical.ts'

const here = 'https://lambda.example/2026/11/22/report'
const at = (url: string | null) => ({ ...report, origin: { ...report.origin, url } })

test('the original counts where it is elsewhere, unless the member would rather have readers found here', () => {
  assert.equal(originalOf(report, here), 'https://upande-press.example/report')
  assert.equal(originalOf({ ...report, canonical: 'here' }, here), undefined)
})

test('what is no address of the web, or one of ours, is nobody’s original', () => {
  for (const url of [null, '', 'nowhere', 'javascript:alert(1)', 'https://lambda.example/2013/09/02/before'])
    assert.equal(originalOf(at(url), here), undefined, String(url))
})
