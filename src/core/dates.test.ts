import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDate } from './dates.ts'

const says = (written: string, expected: string | undefined): void => assert.equal(readDate(written), expected, written)

test('the two forms nearly every feed writes', () => {
  says('2024-03-05T09:30:00+02:00', '2024-03-05T07:30:00Z')
  says('2024-03-05T09:30:00.250Z', '2024-03-05T09:30:00.250Z')
  says('2024-03-05T09:30:00.5-01:00', '2024-03-05T10:30:00.500Z')
  says('2024-03-01T00:30:00+01:00', '2024-02-29T23:30:00Z')
  says('Sun, 31 Dec 2023 23:59:60 GMT', '2024-01-01T00:00:00Z')
  says('Tue, 05 Mar 2024 09:30:00 GMT', '2024-03-05T09:30:00Z')
  says('Tue, 5 Mar 24 09:30 EST', '2024-03-05T14:30:00Z')
})

test('months in other languages and scripts', () => {
  says('mar., 05 août 2024 10:00:00 +0200', '2024-08-05T08:00:00Z')
  says('5 марта 2024, 12:15', '2024-03-05T12:15:00Z')
  says('Τρι, 05 Μαρ 2024 12:15:00 +0000', '2024-03-05T12:15:00Z')
  says('2024年3月5日 18:00', '2024-03-05T18:00:00Z')
  says('5 مارس 2024', '2024-03-05T00:00:00Z')
  says('5 มี.ค. 2024', '2024-03-05T00:00:00Z')
  says('5 มีนาคม 2567', '2024-03-05T00:00:00Z')
  says('ה-5 במרץ 2024', '2024-03-05T00:00:00Z')
  says('ngày 5 tháng 3 năm 2024', '2024-03-05T00:00:00Z')
  says('५ मार्च 2024', '2024-03-05T00:00:00Z')
})

test('halves of the day, ordinals, regions, European and American order', () => {
  says('March 5th, 2024 - 3:07 p.m.', '2024-03-05T15:07:00Z')
  says('Tue, 05 Mar 2024 12:00:00 America/New_York', '2024-03-05T17:00:00Z')
  says('05.03.24', '2024-03-05T00:00:00Z')
  says('03/05/2024', '2024-03-05T00:00:00Z')
  says('2024-03-05T093015+01:00', '2024-03-05T08:30:15Z')
  says('5 Mar 24 0930 GMT', '2024-03-05T09:30:00Z')
  says('05/Mar/2024:09:30:00 +0000', '2024-03-05T09:30:00Z')
  says('Tue, 05 03 2024 09:30:00 +0000', '2024-03-05T09:30:00Z')
  says('05 Mar 2024 GMT', '2024-03-05T00:00:00Z')
})

test('what is no date, or none between 1900 and 2100, is none', () => {
  for (const written of [
    '',
    'soon',
    '2024-03-05T10:61:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31',
    'Tue, 99 Mar 2024',
    '2024-13-05',
  ])
    says(written, undefined)
})

test('whatever is written, the answer is RFC 3339 in UTC or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (written) => {
      const read = readDate(written)
      assert.ok(read === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/.test(read))
    }),
  )
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-02'), max: new Date('2100-12-30'), noInvalidDate: true }), (date) => {
      assert.equal(Date.parse(readDate(date.toISOString()) ?? ''), date.getTime())
      assert.equal(Date.parse(readDate(date.toUTCString()) ?? ''), Math.floor(date.getTime() / 1000) * 1000)
      const east = new Date(date.getTime() + 330 * 60_000).toISOString().replace('Z', '+05:30')
      assert.equal(Date.parse(readDate(east) ?? ''), date.getTime())
    }),
  )
})
