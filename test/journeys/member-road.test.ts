/** The whole road of a member, from asking to a correction that readers see: by keyboard alone, and on a phone in Arabic. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Journey, journey, phone } from '../support/journey.ts'
import {
  addsSource,
  asks,
  completes,
  corrects,
  invites,
  isApproved,
  isAsked,
  isHeard,
  isSuspended,
  releases,
  roadFor,
} from '../support/road.ts'
import { lookOnce, type Walking } from '../support/walker.ts'

test('by keyboard alone and without JavaScript: from asking to join to a correction that readers see', async () => {
  const context = { javaScriptEnabled: false }
  await using at = await journey(context)
  await walk(at, { prefix: '', hands: 'keyboard', look: async () => undefined }, context)
})

test('by touch, on a phone, in Arabic: the same road, and axe finds nothing on any page of it', async () => {
  const context = { ...phone, javaScriptEnabled: true, bypassCSP: true }
  await using at = await journey(context)
  await walk(at, { prefix: '/ar', hands: 'touch', look: lookOnce() }, context)
})

async function walk(at: Journey, walking: Omit<Walking, 'home'>, context: object): Promise<void> {
  const road = await roadFor(at, walking, context)
  const { world } = road
  const mail = 'ana@arcoiris.example'
  const noor = await road.staff('Noor', ['moderator'])
  const sam = await road.staff('Sam', ['moderator', 'editor'])
  await asks(road, mail)
  await completes(road)
  await isAsked(road, noor, mail)
  await isApproved(road, noor, mail)
  await addsSource(road)
  const luz = await invites(road, 'luz@arcoiris.example')
  await isSuspended(road, sam, luz, mail)
  await isHeard(road, noor, mail)
  await releases(road, sam, luz)
  await corrects(sam, luz)

  const reader = await road.stranger()
  await reader.open('/')
  await reader.press('main a[href$="the-square-is-open"]', /the-square-is-open$/)
  await reader.says(/The city opened it\.[\s\S]*The city has opened it\.[\s\S]*Open Square Union/)
  assert.match(await (await world.get('/feed')).text(), /The city has opened it\./)
  assert.deepEqual(at.problems, [])
}
