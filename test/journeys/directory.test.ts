/** A reader looks for members and through the years in a real browser: without JavaScript, by keyboard, on a small phone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf } from '../support/axe.ts'
import { type Journey, journey } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'

test('without JavaScript: from the members to the map, to a country too small to see, to its member, and to a month', async () => {
  await using reading = await journey()
  const { page, home } = reading
  await fill(reading)
  await page.goto(`${home}/members`)
  await page.selectOption('select[name=kind]', 'radio')
  await page.click('form.narrowing button')
  assert.equal(page.url(), `${home}/members?kind=radio`)
  assert.equal(await page.locator('.register li').count(), 1)
  await page.click('nav.views >> text=Map')
  assert.equal(page.url(), `${home}/members?by=map&kind=radio`)
  // The point of Malta, on the map itself.
  await page.click('.world a[aria-label="Malta: 1 member"] circle >> nth=1')
  assert.equal(page.url(), `${home}/members?kind=radio&country=mt`)
  await page.click('.register >> text=Lantern')
  await page.waitForURL(`${home}/members/lantern`)
  await page.click('nav.sections >> text=Archive')
  await page.click('.trace a[title="November 2026: 1 story"]')
  assert.equal(page.url(), `${home}/archive/2026/11`)
  assert.deepEqual([await page.context().cookies(), reading.problems], [[], []])
})

test('the keyboard goes past the map, or through it by country', async () => {
  await using reading = await journey()
  const { page, home } = reading
  await fill(reading)
  await page.goto(`${home}/members?by=map`)
  await tabTo(page, 'Skip the map: the same as a list')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Kenya')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${home}/members?country=ke`)
  await page.goBack()
  await tabTo(page, 'Malta: 1 member')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${home}/members?country=mt`)
})

test('axe finds nothing, and nothing is wider than a small phone', async () => {
  await using reading = await journey({
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: true,
    bypassCSP: true,
  })
  const { page, home } = reading
  await fill(reading)
  for (const path of [
    '/members',
    '/members?by=country',
    '/members?by=map',
    '/ar/members?by=map',
    '/archive',
    '/ar/archive',
  ]) {
    await page.goto(home + path)
    assert.deepEqual(await faultsOf(page), [], path)
    assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, path)
  }
})

async function fill({ world }: Journey): Promise<void> {
  await world.story()
  await world.db.updateTable('members').set({ country: 'KE', countryShown: true }).execute()
  await world.member({ name: 'Lantern', kind: 'radio', site: 'https://lantern.example/', country: 'MT' })
  await world.member({ name: 'Quiet', kind: 'agency', site: 'https://quiet.example/' })
}
