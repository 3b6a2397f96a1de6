/** Moderators at work in a real browser: by keys, without JavaScript, on a phone, in Arabic, two at once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { findMember } from '../../src/db/members.ts'
import { addTasks } from '../../src/db/tasks.ts'
import { applied } from '../support/applications.ts'
import { faultsOf } from '../support/axe.ts'
import { type Journey, journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'
import type { World } from '../support/newsroom.ts'

async function moderator({ world, home }: Journey, context: BrowserContext, name: string): Promise<void> {
  const account = await world.account({ mail: `${name}@harbour.example`, name, rights: ['moderator', 'editor'] })
  const [cookie = '', value = ''] = (await world.signedIn(account)).cookie.split('=')
  await context.addCookies([{ name: cookie, value, url: home }])
}

async function tenMinutesLater(world: World): Promise<void> {
  world.clock.advance(601)
  await world.db.transaction().execute((tx) => addTasks(tx, [{ name: 'carry-out-decisions', payload: {} }]))
  await world.work()
}

test('by keys alone: along the list, approved, taken back, asked in the applicant’s language', async () => {
  await using deciding = await journey({ javaScriptEnabled: true })
  const { world, page, home } = deciding
  await moderator(deciding, page.context(), 'Noor')
  await world.post('/notice', { reason: 'danger', words: 'It names me.' }, { origin: home })
  await applied(world, { name: 'Radio Sappho', interface: 'es' })
  world.clock.advance(60)
  await applied(world, { name: 'Lantern Weekly' })

  await page.goto(`${home}/moderation`)
  const press = async (key: string, url: RegExp) => {
    await page.keyboard.press(key)
    await page.waitForURL(url)
  }
  await press('j', /notices/)
  await press('j', /applications/)
  assert.equal(await page.textContent('h1'), 'Radio Sappho')
  await press('j', /applications/)
  await page.getByRole('heading', { name: 'Lantern Weekly' }).waitFor()
  // The address was as wanted before: the page hears keys once it has loaded.
  await page.waitForLoadState()
  await press('a', /done=approved/)
  assert.match((await page.textContent('.done')) ?? '', /Approved/)
  await press('u', /done=undone/)
  await press('j', /notices/)
  await press('j', /applications/)
  await page.getByRole('heading', { name: 'Radio Sappho' }).waitFor()
  await press('q', /do=returned/)
  await page.getByRole('link', { name: 'Where do you publish?' }).click()
  await page.waitForURL(/use=site/)
  assert.match(await page.inputValue('#words'), /Gracias por tu solicitud/)
  // Letters typed into a field are letters.
  await page.focus('#words')
  await page.keyboard.type('arh')
  assert.match(await page.inputValue('#words'), /arh/)
  await page.getByRole('button', { name: 'Send the questions' }).click()
  await page.waitForURL(/done=returned/)
  await tenMinutesLater(world)
  assert.match((await world.letters()).at(-1)?.text ?? '', /Gracias por tu solicitud/)
  assert.deepEqual(deciding.problems, [])
})

test('two at once, without JavaScript: who reads is seen, the second is told of the first, and what was refused is heard', async () => {
  await using deciding = await journey()
  const { world, page, home } = deciding
  await moderator(deciding, page.context(), 'Noor')
  const browser = page.context().browser()
  assert.ok(browser)
  const other = await browser.newContext({ javaScriptEnabled: false })
  await moderator(deciding, other, 'Sam')
  const second = await other.newPage()
  const { id } = await applied(world)
  const address = `${home}/moderation/applications/${id}`
  await page.goto(address)
  await second.goto(address)
  assert.match((await second.textContent('.case')) ?? '', /read by Noor now/)

  await tabTo(page, 'Refuse …')
  await page.keyboard.press('Enter')
  await page.waitForURL(/do=refused/)
  await page.getByRole('link', { name: 'Advertising or spam' }).click()
  await page.getByRole('button', { name: 'Refuse' }).click()
  // The reason for staff is missing: what was typed is still there.
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  assert.match(await page.inputValue('#words'), /Thank you for your interest/)
  await page.fill('#why', 'Casino links.')
  await page.getByRole('button', { name: 'Refuse' }).click()
  await page.waitForURL(/done=refused/)

  await second.getByRole('button', { name: 'Approve' }).click()
  assert.match((await second.textContent('.unsent')) ?? '', /Somebody else decided this just now/)
  assert.match((await second.textContent('.case')) ?? '', /Noor refused it/)
  await tenMinutesLater(world)
  assert.equal(await findMember(world.db, 'revista-arcoiris'), undefined)
  assert.deepEqual(deciding.problems, [])
  await other.close()
})

test('on a phone and in Arabic everything is there, and axe finds nothing', async () => {
  await using deciding = await journey({ ...phone, javaScriptEnabled: true, bypassCSP: true })
  const { world, page, home } = deciding
  await moderator(deciding, page.context(), 'Noor')
  const { id } = await applied(world, { signs: [{ code: 'no-feed' }] })
  const { slug } = await world.member()
  await world.post('/notice', { reason: 'danger', words: 'It names me.' }, { origin: home })

  await page.goto(`${home}/moderation`)
  await page.getByRole('link', { name: /Revista Arcoíris/ }).click()
  await page.waitForURL(/applications/)
  assert.equal(await page.isVisible('.today .list'), false)
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await page.waitForURL(/\/moderation$/)
  for (const prefix of ['', '/ar'])
    for (const path of [
      '/moderation',
      `/moderation/applications/${id}?do=refused&use=spam`,
      `/moderation/members/${slug}?do=remove`,
      '/moderation/members',
      '/moderation/log',
      '/appeal',
    ]) {
      await page.goto(`${home}${prefix}${path}`)
      assert.deepEqual(await faultsOf(page), [], prefix + path)
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      assert.equal(over, 0, `${prefix}${path} is wider than the screen`)
    }
})
