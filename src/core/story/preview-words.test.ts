import assert from 'node:assert/strict'
import { test } from 'node:test'
import { report } from '../../../test/support/samples.ts'
import { previewText } from './preview-words.ts'

const of = (headline: string, language = 'en') => previewText({ ...report, headline, language })

test('what can be set has a picture, read from where its language is read', () => {
  assert.equal(of('The last ferry bar reopens')?.fromRight, false)
  assert.equal(of('المحكمة تسمح للأرشيف', 'ar')?.fromRight, true)
  for (const [headline, language] of [
    ['銭湯「松の湯」', 'ja'],
    ['법원, 이름 유지 허용', 'ko'],
    ['Суд разрешил', 'ru'],
    ['अदालत ने', 'hi'],
    ['法院允许社区档案馆保留名称', 'zh'],
    ['China’s 法院 rules', 'en'],
  ] as const)
    assert.equal(of(headline, language)?.headline, headline)
})

test('what cannot be set as it should be has none', () => {
  assert.equal(of('სასამართლო', 'ka'), undefined)
  assert.equal(of('🏳️‍🌈', 'en'), undefined)
  assert.equal(previewText({ ...report, shows: 'nothing' }), undefined)
})

test('drawings of characters are left out of it', () => {
  assert.equal(of('Pride 🏳️‍🌈 in May © 2026 👩🏽‍⚖️')?.headline, 'Pride in May © 2026')
})
