/** Somebody applies to join: from the link in their mail to the moderators, by keyboard alone, and on a telephone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { setStanding } from '../../src/db/applications.ts'
import { newId } from '../../src/db/new-id.ts'
import { postDoor } from '../../src/host/post.ts'
import { faultsOf } from '../support/axe.ts'
import { type Journey, journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'

test('by keyboard alone, without JavaScript: from the link in the mail through every step to the moderators', async () => {
  await using applying = await journey()
  const { page, world, home } = applying
  await comeIn(applying, 'en')
  await press(page, 'Begin')

  await page.waitForURL(`${home}/join/application/who`)
  await write(page, 'name', 'Revista Arcoíris')
  await press(page, 'Save and go on')
  // What is wrong is said first, and leads to its field; what was typed stands there.
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  assert.equal(await page.inputValue('#name'), 'Revista Arcoíris')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'kind')
  await page.keyboard.type('Magaz')
  await write(page, 'languages', 'Spanish, English')
  await press(page, 'Save and go on')

  await page.waitForURL(`${home}/join/application/mark`)
  await tabTo(page, '', 'mark')
  await page.keyboard.press('ArrowDown')
  assert.ok(await page.isChecked('#mark-letter'))
  await press(page, 'Save and go on')

  await page.waitForURL(`${home}/join/application/site`)
  await tabTo(page, '', 'without')
  await page.keyboard.press('Space')
  await press(page, 'Save and go on')
  await page.waitForURL(`${home}/join/application/shown`)
  // Back and forth: nothing is lost.
  await press(page, 'Back')
  await page.waitForURL(`${home}/join/application/site`)
  assert.ok(await page.isChecked('#without'))
  await press(page, 'Save and go on')
  await page.waitForURL(`${home}/join/application/shown`)
  assert.ok(!(await page.isChecked('#place-shown')))
  await press(page, 'Save and go on')
  await page.waitForURL(`${home}/join/application/words`)
  await write(page, 'about', 'A magazine from the coast.')
  await press(page, 'Save and go on')

  await page.waitForURL(`${home}/join/application/send`)
  assert.match((await page.textContent('main')) ?? '', /The letter R[\s\S]*Magazine · writes in Spanish and English/)
  await press(page, 'Send to the moderators')
  await page.waitForURL(`${home}/join/application?done=sent`)
  assert.match((await page.textContent('main')) ?? '', /With the moderators/)
  await world.work()
  const [, sent] = await world.letters()
  assert.match(sent?.text ?? '', /Moderators read it/)

  await ask(applying, 'Who writes for it?')
  await page.goto(`${home}/join/application`)
  await write(page, 'answer', 'Ana and Luz.')
  await press(page, 'Send the answer')
  await page.waitForURL(`${home}/join/application?done=answered`)
  assert.deepEqual(applying.problems, [])
})

test('on a telephone, in Arabic: a picture is handed in, and seen on both papers', async () => {
  await using applying = await journey({ ...phone, javaScriptEnabled: true })
  const { page, home } = applying
  await comeIn(applying, 'ar')
  assert.deepEqual(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]'), ['ar', 'rtl'])
  await page.goto(`${home}/ar/join/application/who`)
  await page.fill('#name', 'مجلة المرفأ')
  await page.selectOption('#kind', 'magazine')
  await page.fill('#languages', 'العربية، الإنجليزية')
  await page.tap('button[value=next]')
  await page.waitForURL(`${home}/ar/join/application/mark`)
  const buffer = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#264653' } })
    .withExif({ IFD0: { Make: 'Canon' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 2/1 0/1' } })
    .jpeg()
    .toBuffer()
  await page.setInputFiles('#picture', { name: 'شعار.jpg', mimeType: 'image/jpeg', buffer })
  await page.fill('#alt', 'شعار')
  await page.tap('button[value=next]')
  await page.waitForSelector('#unsent:focus')
  // The picture is kept beside the words that tell nothing yet, without what it carried.
  assert.match((await page.textContent('.chosen')) ?? '', /شعار\.jpg[\s\S]*المكان والكاميرا/)
  const seen = await page.evaluate(
    '[...document.querySelectorAll("main img")].map((image) => image.complete && image.naturalWidth)',
  )
  assert.deepEqual(seen, [512, 512, 512])
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  assert.equal(wide, 0)
  await page.fill('#alt', 'مربع أزرق داكن')
  await page.tap('button[value=next]')
  await page.waitForURL(`${home}/ar/join/application/site`)
  assert.deepEqual(applying.problems, [])
})

test('axe finds nothing on any page of it, in light and in dark', async () => {
  for (const [colorScheme, prefix] of [
    ['light', ''],
    ['dark', '/ar'],
  ] as const) {
    await using applying = await journey({ javaScriptEnabled: true, bypassCSP: true, colorScheme })
    const { page, home } = applying
    await comeIn(applying, prefix === '' ? 'en' : 'ar')
    const look = async (where: string) => assert.deepEqual(await faultsOf(page), [], `${colorScheme}: ${where}`)
    await look('overview')
    for (const step of ['who', 'mark', 'site', 'shown', 'words', 'send']) {
      await page.goto(`${home}${prefix}/join/application/${step}`)
      await look(step)
      if (step === 'shown') continue
      await page.click('button[value=next]')
      await page.waitForSelector('#unsent:focus')
      await look(`${step}, sent empty`)
    }
    await page.goto(`${home}${prefix}/join/application/mark`)
    await page.check('#mark-waves')
    await page.click('button[value=next]')
    await page.waitForURL('**/site')
    await page.goto(`${home}${prefix}/join/application/mark`)
    await look('a mark')
    await ask(applying, 'Who writes for it?')
    await page.goto(`${home}${prefix}/join/application`)
    await look('a question')
  }
})

/** By the letter that the network sends to who wants to join. */
async function comeIn({ page, world, home }: Journey, language: string): Promise<void> {
  const letter = {
    address: 'ana@arcoiris.example',
    language,
    to: '/join/application',
    reason: { kind: 'join' },
  } as const
  await world.db.transaction().execute((tx) => postDoor(tx, world.config.secret ?? '', letter))
  await world.work()
  const [door] = await world.letters()
  await page.goto(door?.links[0] ?? '')
  await page.keyboard.press('Tab')
  await page.focus('main button')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${home}${language === 'en' ? '' : `/${language}`}/join/application`)
}

async function ask({ world }: Journey, words: string): Promise<void> {
  const at = world.clock()
  await world.db.transaction().execute(async (tx) => {
    const [own] = await tx.selectFrom('applications').select('id').execute()
    const id = own?.id as Parameters<typeof setStanding>[1]
    const decision = {
      id: newId(at),
      applicationId: id,
      kind: 'returned',
      decidedAt: at,
      decidedBy: 'operator',
      why: '',
    }
    await tx
      .insertInto('decisions')
      .values({ ...decision, words, carriedOutAt: at })
      .execute()
    await setStanding(tx, id, 'returned', at)
  })
}

async function write(page: Page, field: string, words: string): Promise<void> {
  await tabTo(page, '', field)
  await page.keyboard.type(words)
}

async function press(page: Page, words: string): Promise<void> {
  await tabTo(page, words)
  await page.keyboard.press('Enter')
}
