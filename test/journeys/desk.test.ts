/** A member's first release, by keyboard alone and without JavaScript: from the first word to its withdrawal. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from '../support/axe.ts'
import { beginDraft, fill, peopleOf, type Session, sentDraft } from '../support/desk.ts'
import { journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'

test('a release is written, supported, returned, published, corrected and withdrawn, without a mouse', async () => {
  await using at = await journey()
  const { world, home, page } = at
  const { editor, staff } = await peopleOf(world)
  const desk = await signIn(page, home, editor)
  const editors = await browsing(page, home, staff)

  await page.goto(`${home}/desk`)
  await tabTo(page, 'Begin a release')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/words')
  await write(page, 'headline', 'The square is open')
  await write(page, 'body', 'It **is** open, see <b>us</b>.')
  await press(page, 'Save and go on')
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  assert.match((await page.textContent('#body-fault')) ?? '', /Line 1: There is HTML in it/)
  assert.equal(await page.inputValue('#headline'), 'The square is open')
  await write(page, 'body', 'It **is** open.')
  await press(page, 'Save and go on')
  await page.waitForURL('**/about?done=saved')
  await tabTo(page, '', 'signed')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  assert.ok(await page.isChecked('#signed-pseudonym'))
  await write(page, 'byline', 'Ama L.')
  await press(page, 'Save and go on')
  await page.waitForURL('**/newsrooms?done=saved')
  await write(page, 'contactMail', 'press@harbour.example')
  await press(page, 'Save and look')
  await page.waitForURL('**/check?done=saved')
  assert.match((await page.textContent('.shown')) ?? '', /The square is open[\s\S]*Ama L\.[\s\S]*It is open\./)

  await page.goto(page.url().replace(/check.*/, 'supporters'))
  await write(page, 'name', 'Open Square Union')
  await write(page, 'mail', 'office@square.example')
  await press(page, 'Ask them')
  await page.waitForURL('**/supporters?done=asked')
  await world.work()
  const [letter] = await world.letters()
  const supporter = await browsing(page, home)
  await supporter.goto(letter?.links[0] ?? '')
  await press(supporter, 'Yes, name us')
  await supporter.waitForURL('**/supporting?done=confirmed')

  await page.goto(page.url().replace(/supporters.*/, 'check'))
  await press(page, 'Send it to the editors')
  await page.waitForURL('**/check?done=sent')
  await editors.goto(`${home}/desk/incoming`)
  await press(editors, 'The square is open')
  await editors.waitForURL('**/desk/incoming/*')
  await write(editors, 'words', 'Who opened it?')
  await press(editors, 'Return with words')
  await editors.waitForURL('**/incoming?done=returned')

  await page.goto(page.url().replace(/[?].*/, ''))
  assert.match((await page.textContent('.returned')) ?? '', /Who opened it\?/)
  await press(page, 'Send it to the editors')
  await page.waitForURL('**/check?done=sent')
  await editors.goto(`${home}/desk/incoming`)
  await press(editors, 'The square is open')
  await editors.waitForURL('**/desk/incoming/*')
  await press(editors, 'Publish')
  await editors.waitForURL('**/incoming?done=published')
  await supporter.goto(`${home}/2026/11/24/the-square-is-open`)
  assert.match((await supporter.textContent('main')) ?? '', /by Ama L\.[\s\S]*Supported by[\s\S]*Open Square Union/)

  await page.goto(`${home}/desk`)
  await press(page, 'The square is open')
  await page.waitForURL('**/releases/*')
  await tabTo(page, '', 'kind')
  await page.keyboard.press('Space')
  await press(page, 'Begin')
  await page.waitForURL('**/words')
  await write(page, 'note', 'The city opened it.')
  await write(page, 'body', 'The city has opened it.')
  await press(page, 'Save and look')
  await page.waitForURL('**/check?done=saved')
  await press(page, 'Send it to the editors')
  await page.waitForURL('**/check?done=sent')
  await editors.goto(`${home}/desk/incoming`)
  await press(editors, 'The square is open')
  await editors.waitForURL('**/desk/incoming/*')
  await press(editors, 'Publish')
  await editors.waitForURL('**/incoming?done=published')
  await supporter.reload()
  assert.match(
    (await supporter.textContent('main')) ?? '',
    /The city opened it\.[\s\S]*The city has opened it\.[\s\S]*Open Square Union/,
  )

  await page.goto(`${home}/desk`)
  await press(page, 'The square is open')
  await page.waitForURL('**/releases/*')
  await press(page, 'Withdraw …')
  await page.waitForURL('**/withdraw')
  await write(page, 'why', 'It names somebody.')
  await press(page, 'Withdraw it')
  await page.waitForURL('**?done=withdrawn')
  assert.equal((await supporter.reload())?.status(), 410)
  assert.deepEqual(at.problems, [])
  await desk.clearCookies()
})

test('axe finds nothing on the pages of the desk, in light and dark, on a phone in Arabic', async () => {
  await using at = await journey({ ...phone, javaScriptEnabled: true, bypassCSP: true })
  const { world, home, page } = at
  const { editor, staff } = await peopleOf(world)
  const draft = await beginDraft(world, editor)
  await fill(world, editor, draft, { words: { headline: 'A <i>x</i>', body: 'See [us](/about).' } })
  const { path, id } = await sentDraft(world, editor)
  const headers = { ...editor, origin: home }
  await world.post(`${draft}/supporters`, { name: 'Union', url: '', mail: 'a@union.example', language: 'ar' }, headers)
  await world.work()
  const link = new URL((await world.letters()).at(-1)?.links[0] ?? '')
  const own = [
    '/desk',
    ...['words', 'about', 'newsrooms', 'pictures', 'supporters', 'check', 'drop'].map((part) => `${draft}/${part}`),
    `${path}/words`,
    `${path}/check`,
  ]
  const pages: (readonly [string, Session])[] = [
    ...own.map((one) => [one, editor] as const),
    ...['/desk/incoming', `/desk/incoming/${id}`].map((one) => [one, staff] as const),
    [link.pathname.replace(/^\/ar/, '') + link.search, staff],
  ]
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [one, session] of pages) {
      await page.emulateMedia({ colorScheme })
      await signIn(page, home, session)
      await page.goto(`${home}${colorScheme === 'dark' ? '/ar' : ''}${one}`)
      assert.deepEqual(await faultsOf(page), [], `${colorScheme}: ${one}`)
      const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
      assert.equal(isWide, false, `${one} is wider than a phone`)
    }
  await signIn(page, home, editor)
  await page.goto(`${home}/ar${draft}/words`)
  await page.click('form.form button')
  await page.waitForSelector('#unsent:focus')
  assert.deepEqual(await faultsOf(page), [], 'with mistakes')
  assert.equal(await page.evaluate('document.documentElement.dir'), 'rtl')
})

async function signIn(page: Page, home: string, { cookie }: Session): Promise<BrowserContext> {
  const context = page.context()
  const [name = '', ...value] = cookie.split('=')
  await context.clearCookies()
  await context.addCookies([{ name, value: value.join('='), url: home }])
  return context
}

/** Another browser, of somebody else or of nobody. */
async function browsing(page: Page, home: string, session?: Session): Promise<Page> {
  const browser = page.context().browser()
  assert.ok(browser)
  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  if (session) await signIn(other, home, session)
  return other
}

async function write(page: Page, id: string, words: string): Promise<void> {
  await tabTo(page, '', id)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
}

async function press(page: Page, words: string): Promise<void> {
  await tabTo(page, words)
  await page.keyboard.press('Enter')
}
