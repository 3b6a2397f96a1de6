/** Names as long as they may be, in one word: nothing stands beyond the edge of a small phone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepSetUp, updateNetwork } from '../../src/db/network.ts'
import { journey } from '../support/journey.ts'

const word = 'Rechtsschutzversicherungsgesellschaftswirksamkeitsprüfungsanstaltsdrahtverein'

test('a network and a member with names of one long word are no wider than a small phone', async () => {
  await using at = await journey({ viewport: { width: 320, height: 640 } })
  const { page, home, world } = at
  await world.db.transaction().execute(async (tx) => {
    await updateNetwork(tx, { name: word, tagline: word })
    await keepSetUp(tx, { at: null, step: 'ready' })
  })
  const { slug } = await world.member({ name: word })
  const memberPath = `/members/${slug}`
  const { cookie } = await world.signedIn(await world.account({ name: word, rights: ['administrator'] }))
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: home }])
  const wide: string[] = []
  for (const path of [
    '/',
    '/about',
    '/members',
    '/members?by=kind',
    memberPath,
    '/account',
    '/settings',
    '/settings/staff',
    '/set-up/facts',
  ]) {
    await page.goto(home + path)
    const widest = await page.evaluate('document.documentElement.scrollWidth')
    if (Number(widest) > 320) wide.push(`${path} is ${widest} wide`)
  }
  assert.deepEqual(wide, [])
})
