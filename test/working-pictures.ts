/**
 * The pages of who is signed in, and what readers see of their work, taken of the demo: `npm run screens -- working` runs
 * it in a room of its own and writes them to `screens/`, wide, on a telephone, in the dark and in Arabic.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './support/browser.ts'
import { lookAt } from './support/look.ts'
import { aRoom, main } from './support/room.ts'

const member = '/account/members/la-plaza-violeta'

/** An address, or the page that links to it and the words of the link. */
type Place = string | { readonly from: string; readonly link: string; readonly part?: string }

const draft = (part: string) => ({ from: '/desk', link: 'Doce organizaciones', part })
const waiting = (link: string) => ({ from: '/moderation', link })

const people: readonly { readonly mail?: string; readonly pages: Readonly<Record<string, Place>> }[] = [
  {
    pages: {
      join: '/join',
      log: '/moderation/log',
      rich: '/members/la-plaza-violeta',
      bare: '/members/tideline-tapes',
    },
  },
  {
    mail: 'tomas@lantern.example',
    pages: {
      today: '/moderation',
      'case-faro': waiting('Revista Faro Morado'),
      'case-casino': waiting('Velvet Reels'),
      'case-arabic': waiting('مجلة الشرفة'),
      'desk-members': '/moderation/members',
      'desk-member': '/moderation/members/the-northern-kettle',
      'desk-suspend': '/moderation/members/the-northern-kettle?do=suspend',
      'desk-notices': '/moderation/notices',
      'desk-proofs': '/moderation/proofs',
    },
  },
  { mail: 'mei@lantern.example', pages: { 'case-appeal': waiting('Zettelkasten West') } },
  {
    mail: 'noor@lantern.example',
    pages: {
      clusters: '/moderation/clusters',
      incoming: '/desk/incoming',
      'incoming-draft': { from: '/desk/incoming', link: 'Doce' },
    },
  },
  {
    mail: 'ines@plaza-violeta.example',
    pages: {
      ...{ desk: '/desk', account: '/account', profile: `${member}/profile`, people: `${member}/people` },
      ...{
        proof: `${member}/proof`,
        sources: `${member}/sources`,
        invite: `${member}/invitations`,
        leave: `${member}/leave`,
      },
      ...{ 'draft-text': draft('words'), 'draft-about': draft('about'), 'draft-newsrooms': draft('newsrooms') },
      ...{
        'draft-pictures': draft('pictures'),
        'draft-supporters': draft('supporters'),
        'draft-check': draft('check'),
      },
    },
  },
  {
    mail: 'valentina@faro-morado.example',
    pages: {
      application: '/join/application',
      ...Object.fromEntries(
        ['who', 'mark', 'site', 'shown', 'words', 'send', 'vouches', 'proof'].map((step) => [
          `application-${step}`,
          `/join/application/${step}`,
        ]),
      ),
    },
  },
  {
    mail: 'ada@lantern.example',
    pages: { settings: '/settings', 'settings-staff': '/settings/staff', 'settings-log': '/settings/log' },
  },
]

const shots = [
  { name: 'wide', width: 1280, language: '', dark: false },
  { name: 'phone', width: 390, language: '', dark: false },
  { name: 'dark', width: 1280, language: '', dark: true },
  { name: 'arabic', width: 1280, language: '/ar', dark: false },
  { name: 'arabic-phone-dark', width: 390, language: '/ar', dark: true },
  { name: 'french-narrow', width: 320, language: '/fr', dark: false },
]

/** Takes the pages of these names, or all; answers how much is wrong with them. */
export async function pictureWork(folder: string, names: readonly string[]): Promise<number> {
  await using room = await aRoom()
  const demo = room.run([process.execPath, main, 'demo', '--port', String(room.port)])
  await demo.says(/Its data is in/)
  const [, password = ''] = /password (\S+) as/.exec(demo.said()) ?? []
  const home = `http://localhost:${room.port}`
  const browser = await openBrowser()
  let faults = 0
  for (const { mail, pages } of people) {
    const wanted = Object.entries(pages).filter(([name]) => names.length === 0 || names.includes(name))
    if (wanted.length === 0) continue
    const page = await comeIn(browser, home, mail, password)
    for (const [name, place] of wanted) {
      const path = await addressOf(page, home, place)
      for (const shot of shots) faults += await take(page, home + shot.language + path, shot, join(folder, name))
    }
    await page.context().close()
  }
  await browser.close()
  return faults
}

async function comeIn(browser: Browser, home: string, mail: string | undefined, password: string): Promise<Page> {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage()
  if (!mail) return page
  await page.goto(`${home}/sign-in`)
  await page.fill('input[name=mail]', mail)
  await page.fill('input[name=password]', password)
  await Promise.all([
    page.waitForURL((url) => !url.pathname.endsWith('/sign-in')),
    page.press('input[name=password]', 'Enter'),
  ])
  return page
}

async function addressOf(page: Page, home: string, place: Place): Promise<string> {
  if (typeof place === 'string') return place
  await page.goto(home + place.from)
  const href = (await page.locator('main a', { hasText: place.link }).first().getAttribute('href')) ?? ''
  return place.part ? href.replace(/\/(words|check)$/, `/${place.part}`) : href
}

async function take(page: Page, address: string, shot: (typeof shots)[number], file: string): Promise<number> {
  await page.setViewportSize({ width: shot.width, height: 900 })
  await page.emulateMedia({ colorScheme: shot.dark ? 'dark' : 'light' })
  const answer = await page.goto(address, { referer: new URL('/', address).href })
  const problems = [...(answer?.ok() ? [] : [`answers ${answer?.status()}`]), ...(await lookAt(page))]
  writeFileSync(`${file}-${shot.name}.png`, await page.screenshot({ fullPage: true }))
  for (const problem of problems) console.log(`${address} (${shot.name}): ${problem}`)
  return problems.length
}
