import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshSeconds, retryAfterSeconds } from './http-times.ts'

const at = new Date('2026-11-24T12:00:00Z')
const inAnHour = 'Tue, 24 Nov 2026 13:00:00 GMT'

test('an answer stays fresh as long as Cache-Control says, less the age it has already', () => {
  assert.equal(freshSeconds({ 'cache-control': 'public, max-age=600' }, at), 600)
  assert.equal(freshSeconds({ 'cache-control': 'max-age="600"', age: '100' }, at), 500)
  assert.equal(freshSeconds({ 'cache-control': 'max-age=600', age: '900' }, at), 0)
  assert.equal(freshSeconds({ 'cache-control': 'max-age=600', expires: inAnHour }, at), 600)
})

test('what is said for shared caches is not for us', () => {
  assert.equal(freshSeconds({ 'cache-control': 's-maxage=600' }, at), undefined)
  assert.equal(freshSeconds({ 'cache-control': 's-maxage=600, max-age=10' }, at), 10)
})

test('an answer not to be kept is old at once', () => {
  assert.equal(freshSeconds({ 'cache-control': 'no-cache' }, at), 0)
  assert.equal(freshSeconds({ 'cache-control': 'private, No-Store, max-age=600' }, at), 0)
})

test('Expires counts by the server’s own clock; what is no date means now', () => {
  assert.equal(freshSeconds({ expires: inAnHour }, at), 3600)
  assert.equal(freshSeconds({ expires: inAnHour, date: 'Tue, 24 Nov 2026 12:50:00 GMT' }, at), 600)
  assert.equal(freshSeconds({ expires: '0' }, at), 0)
  assert.equal(freshSeconds({ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, at), 0)
  assert.equal(freshSeconds({}, at), undefined)
})

test('Retry-After is seconds or a date', () => {
  assert.equal(retryAfterSeconds({ 'retry-after': '120' }, at), 120)
  assert.equal(retryAfterSeconds({ 'retry-after': inAnHour }, at), 3600)
  assert.equal(retryAfterSeconds({ 'retry-after': inAnHour, date: 'Tue, 24 Nov 2026 12:30:00 GMT' }, at), 1800)
  assert.equal(retryAfterSeconds({ 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' }, at), 0)
  for (const wrong of ['soon', '-5', '1e9', '99999999999', ''])
    assert.equal(retryAfterSeconds({ 'retry-after': wrong }, at), undefined, wrong)
  assert.equal(retryAfterSeconds({}, at), undefined)
})
