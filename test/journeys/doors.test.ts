/** The ways in, in a real browser: a passkey with a device of its own, an authenticator, a recovery code. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { updateNetwork } from '../../src/db/network.ts'
import { testPassword } from '../support/accounts.ts'
import { faultsOf, isAxe } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { newsroom, type World } from '../support/newsroom.ts'
import { freePorts } from '../support/ports.ts'

const phone = { viewport: { width: 390, height: 844 } }

test('by keyboard alone: a passkey is added, and signs in after signing out', async () => {
  await using at = await atTheDoor()
  const { page } = at
  const device = await newDevice(page)
  await at.signIn()
  await page.goto(`${at.home}/account`)
  await tabTo(page, 'Add a passkey')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/account/passkeys')
  await tabTo(page, '', 'name')
  await page.keyboard.type('Phone')
  await tabTo(page, 'Add a passkey')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/account/passkeys?done=added')
  assert.match(await textOf(page), /The passkey is added[\s\S]*Phone/)

  // The same device once more: it says that it has one.
  await tabTo(page, 'Add a passkey')
  await page.keyboard.press('Enter')
  await page.getByText('This device has a passkey for your account already.').waitFor()

  await at.signOut()
  await page.goto(`${at.home}/sign-in?to=%2Faccount`)
  await tabTo(page, 'Sign in with a passkey')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${at.home}/account`)
  assert.match(await textOf(page), /With a passkey/)
  assert.equal((await device.credentials()).length, 1)
  assert.deepEqual(at.problems, [])
})

test('a device that does not know who holds it signs nobody in, and the page says so', async () => {
  await using at = await atTheDoor()
  const { page } = at
  const device = await newDevice(page)
  await at.addPasskey()
  await at.signOut()
  await device.verifies(false)
  await page.goto(`${at.home}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('Nothing was done').waitFor()
  await device.verifies(true)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${at.home}/`)
})

test('a passkey is offered among what the field for the address may be filled with', async () => {
  await using at = await atTheDoor()
  const { page } = at
  await newDevice(page, { isPicked: true })
  await at.addPasskey()
  await at.signOut()
  const door = await at.world.get('/sign-in')
  assert.match(await door.text(), /id="mail"[^>]* autocomplete="username webauthn"/)
  await page.goto(`${at.home}/sign-in?to=%2Faccount`)
  await page.waitForURL(`${at.home}/account`)
})

test('where the browser lacks the newer half of the interface, its bytes are written by hand', async () => {
  await using at = await atTheDoor()
  const { page } = at
  await page.addInitScript(`
    delete PublicKeyCredential.parseCreationOptionsFromJSON
    delete PublicKeyCredential.parseRequestOptionsFromJSON
    delete PublicKeyCredential.prototype.toJSON
    delete PublicKeyCredential.isConditionalMediationAvailable`)
  await newDevice(page)
  await at.addPasskey()
  await at.signOut()
  await page.goto(`${at.home}/sign-in?to=%2Faccount`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${at.home}/account`)
  assert.deepEqual(at.problems, [])
})

test('where the browser knows no passkeys nothing is offered that cannot be had', async () => {
  await using at = await atTheDoor()
  const { page } = at
  await page.addInitScript('delete window.PublicKeyCredential')
  await page.goto(`${at.home}/sign-in`)
  await page.waitForFunction('!document.querySelector("form[data-passkey]")')
  await at.signIn()
  await page.goto(`${at.home}/account/passkeys`)
  await page.getByText('This needs a browser that knows passkeys').waitFor()
})

test('on a phone, without JavaScript: an authenticator is set up and asked for, a recovery code stands for it', async () => {
  await using at = await atTheDoor({ ...phone, javaScriptEnabled: false, acceptDownloads: true })
  const { page } = at
  await page.goto(`${at.home}/sign-in`)
  assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible(), false)
  await at.signIn()
  await page.goto(`${at.home}/account/passkeys`)
  await page.getByText('This needs a browser that knows passkeys').waitFor()
  await page.goto(`${at.home}/account`)
  await page.getByRole('link', { name: 'Set up an authenticator' }).click()
  const shared = ((await page.textContent('.shared')) ?? '').replaceAll(' ', '')
  const code = () => new TOTP({ secret: Secret.fromBase32(shared) }).generate({ timestamp: at.world.clock().getTime() })
  await page.fill('#code', '1')
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.locator('#unsent').waitFor()
  await page.fill('#code', code())
  await page.getByRole('button', { name: 'Switch it on' }).click()
  const codes = await page.locator('.codes code').allTextContents()
  assert.equal(codes.length, 10)
  assert.equal(await sideways(page), 0)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  assert.equal(file.suggestedFilename(), 'recovery-codes.txt')
  await page.getByRole('link', { name: 'I have kept them' }).click()
  assert.match(await textOf(page), /Your authenticator is on[\s\S]*10 recovery codes are left/)

  at.world.clock.advance(60)
  for (const [field, value, button] of [
    ['#code', code(), 'Sign in'],
    ['#recovery', codes[3] ?? '', 'Sign in with it'],
  ] as const) {
    await at.signOut()
    await page.goto(`${at.home}/sign-in?to=%2Faccount`)
    await at.givePassword()
    await page.waitForURL('**/sign-in/code?to=%2Faccount')
    await page.fill(field, value)
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.waitForURL(`${at.home}/account`)
  }
  assert.match(await textOf(page), /9 recovery codes are left/)
  assert.deepEqual(at.problems, [])
})

test('axe finds nothing on any of these pages, in both directions of script, and none scrolls sideways', async () => {
  await using at = await atTheDoor({ ...phone, bypassCSP: true })
  const { page, home } = at
  await newDevice(page)
  for (const prefix of ['', '/ar']) {
    const look = async (path: string) => {
      if (path) await page.goto(`${home}${prefix}${path}`)
      assert.deepEqual(await faultsOf(page), [], `${prefix} ${page.url()}`)
      assert.equal(await sideways(page), 0, `${prefix} ${page.url()}`)
    }
    await look('/sign-in')
    await look('/sign-in/code')
    await page.fill('#code', '1')
    await page.locator('main button').first().click()
    await look('')
    await at.signIn()
    if (!prefix) await at.addPasskey()
    await look('/account')
    await look('/account/passkeys?done=added')
    await page.click('main .rows a')
    await look('')
    await page.fill('#name', '')
    await page.locator('main button').first().click()
    await page.locator('#unsent').waitFor()
    await look('')
    await look('/account/authenticator')
    const shared = ((await page.textContent('.shared')) ?? '').replaceAll(' ', '')
    const timestamp = at.world.clock().getTime()
    await page.fill('#code', new TOTP({ secret: Secret.fromBase32(shared) }).generate({ timestamp }))
    await page.locator('main button').last().click()
    await page.locator('.codes').waitFor()
    await look('')
    await look('/account/authenticator?done=on')
    await page.locator('main button.danger').click()
    await page.waitForURL('**done=off')
    await at.signOut()
  }
})

async function atTheDoor(options: BrowserContextOptions = {}) {
  const [port = 0] = await freePorts(1)
  const home = `http://localhost:${port}`
  const world: World = await newsroom({ WIREROOM_URL: home })
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'ar'] }))
  await world.account()
  await world.web.listen({ host: '127.0.0.1', port, reusePort: false })
  const browser = await openBrowser()
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${home}/`) && !isAxe(request.url())) problems.push(`asked for ${request.url()}`)
  })
  const givePassword = async () => {
    await page.fill('#mail', 'kim@harbour.example')
    await page.fill('#password', testPassword)
    await page.locator('form[action$="/sign-in"] button').click()
  }
  return {
    world,
    home,
    page,
    givePassword,
    // A form that was refused is told by its status, which the browser calls an error.
    get problems() {
      return problems.filter((problem) => !/status of 422/.test(problem))
    },
    async signIn() {
      await page.goto(`${home}/sign-in?to=%2Fabout`)
      await givePassword()
      await page.waitForURL('**/about')
    },
    async addPasskey() {
      await this.signIn()
      await page.goto(`${home}/account/passkeys`)
      await page.getByRole('button', { name: 'Add a passkey' }).click()
      await page.waitForURL('**done=added')
    },
    signOut: () => context.clearCookies(),
    async [Symbol.asyncDispose]() {
      await browser.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

/**
 * A device with passkeys in this browser, which is touched as soon as it is asked. `isPicked`: it would also be picked
 * at once among what a field may be filled with, before anybody could press a button.
 */
async function newDevice(page: Page, { isPicked = false } = {}) {
  if (!isPicked) await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    credentials: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    verifies: (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

/** Presses Tab until what has the focus says `words`, or has this id. */
async function tabTo(page: Page, words: string, id = ''): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = (await page.evaluate(
      '({ id: document.activeElement.id, words: document.activeElement.textContent.trim() })',
    )) as { id: string; words: string }
    if (id ? stop.id === id : stop.words === words) return
  }
  assert.fail(`Tab does not lead to “${words || id}”`)
}

async function textOf(page: Page): Promise<string> {
  return (await page.textContent('main')) ?? ''
}

async function sideways(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
}
