/** A reader in a real browser, without JavaScript and without a mouse, changes the language and reports a problem. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { updateNetwork } from '../../src/db/network.ts'
import { faultsOf, isAxe } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import { newsroom, type World } from '../support/newsroom.ts'

test('by keyboard alone, without JavaScript: to Spanish, to a story, and a notice with its mistakes put right', async () => {
  await using reading = await atWork()
  const { page, world } = reading
  await page.goto(reading.home)

  await tabTo(page, 'Español')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${reading.home}/es`)
  assert.deepEqual(await languageOf(page), ['es', 'ltr'])

  await tabTo(page, 'Court lets a community archive keep its name')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/es/2026/11/24/**')
  await tabTo(page, '¿Algo está mal en esta noticia? Avísanos')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/es/notice?story=*')
  await assert.doesNotReject(page.getByText('Court lets a community archive').first().waitFor())

  await tabTo(page, '', 'contact')
  await page.keyboard.type('ada@example.org')
  await tabTo(page, 'Enviar')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  assert.equal(await page.inputValue('#contact'), 'ada@example.org')

  // The first line of what is wrong leads to its field.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'reason-wrong')
  await page.keyboard.press('Space')
  assert.ok(await page.isChecked('#reason-wrong'))
  await page.keyboard.press('ArrowDown')
  assert.ok(await page.isChecked('#reason-mine'))
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.id'), 'words')
  await page.keyboard.type('La foto es mía.')
  await tabTo(page, 'Enviar')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/es\/notice\/\d{4}-\d{4}-\d{4}$/)
  assert.match((await page.textContent('main')) ?? '', /Tenemos tu aviso[\s\S]*\d{4}-\d{4}-\d{4}/)

  const [row] = await world.db.selectFrom('notices').select(['reason', 'language', 'storyId']).execute()
  assert.deepEqual([row?.reason, row?.language, row?.storyId !== null], ['mine', 'es', true])
  assert.deepEqual(await page.context().cookies(), [])
  assert.deepEqual(reading.problems, [])
})

test('axe finds nothing on the form, its mistakes and its receipt, in both directions of script', async () => {
  await using reading = await atWork({ javaScriptEnabled: true, bypassCSP: true })
  const { page } = reading
  for (const prefix of ['', '/ar']) {
    await page.goto(`${reading.home}${prefix}/notice`)
    assert.deepEqual(await faultsOf(page), [], `${prefix}/notice`)
    await page.click('button')
    await page.waitForSelector('#unsent:focus')
    assert.deepEqual(await faultsOf(page), [], `${prefix}/notice, sent empty`)
    await page.check('#reason-danger')
    await page.fill('#words', 'It names me.')
    await page.click('button')
    await page.waitForURL(/\/notice\/\d/)
    assert.deepEqual(await faultsOf(page), [], `${prefix}: the receipt`)
  }
})

async function atWork(options: { javaScriptEnabled?: boolean; bypassCSP?: boolean } = { javaScriptEnabled: false }) {
  const world: World = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es', 'ar'] }))
  await world.story()
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  const browser: Browser = await openBrowser()
  const page = await (await browser.newContext(options)).newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(`http://127.0.0.1:${port}/`) && !isAxe(request.url()))
      problems.push(`asked for ${request.url()}`)
  })
  return {
    world,
    page,
    // A form that was refused is told by its status, which the browser calls an error.
    get problems() {
      return problems.filter((problem) => !/status of 422/.test(problem))
    },
    home: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

async function languageOf(page: Page): Promise<unknown> {
  return await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')
}
