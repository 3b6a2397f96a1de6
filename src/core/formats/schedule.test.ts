import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read.ts'
import type { Schedule } from './schedule.ts'

function scheduleIn(channel: string): Schedule | undefined {
  const document = readText(
    `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>${channel}</channel></rss>`,
    {},
  )
  return document.feed.schedule
}

test('hours and days to skip are read; an hour 24 is hour 0', () => {
  assert.deepEqual(
    scheduleIn(
      '<skipHours><hour>24</hour><hour> 3 </hour><hour>3</hour><hour>25</hour><hour>x</hour></skipHours><skipDays><day>Saturday</day><day>sunday</day><day>Blursday</day></skipDays>',
    ),
    { skipHours: [0, 3], skipDays: [0, 6] },
  )
})

test('a feed that says to skip everything has said nothing', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('')
  assert.equal(scheduleIn(`<skipHours>${hours}</skipHours>`), undefined)
  assert.equal(scheduleIn(''), undefined)
})

test('the syndication module says how often, and by which clock', () => {
  assert.deepEqual(
    scheduleIn(
      '<sy:updatePeriod>\n hourly </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency><sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>',
    ),
    { everySeconds: 900, base: '2000-01-01T12:00:00Z' },
  )
  assert.deepEqual(scheduleIn('<sy:updateFrequency>2</sy:updateFrequency>'), { everySeconds: 43_200 })
  assert.deepEqual(scheduleIn('<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>'), {
    everySeconds: 604_800,
  })
  assert.equal(scheduleIn('<sy:updatePeriod>sometimes</sy:updatePeriod>'), undefined)
})
