/**
 * The road of a member, in legs: from the first word to a correction on the front page. It knows no language: what is
 * pressed is named by what it does, so that it can be walked in any.
 */
import assert from 'node:assert/strict'
import sharp from 'sharp'
import type { Right } from '../../src/core/account/rights.ts'
import { proofLine } from '../../src/core/member/proof.ts'
import { findMember } from '../../src/db/members.ts'
import { listProofs } from '../../src/db/site-proofs.ts'
import { listSources } from '../../src/db/sources.ts'
import { addTasks } from '../../src/db/tasks.ts'
import type { Journey } from './journey.ts'
import type { World } from './newsroom.ts'
import { itemsTitled, rss } from './rss.ts'
import type { Stranger } from './strangers.ts'
import { type Walker, type Walking, walker } from './walker.ts'

export const slug = 'revista-arcoiris'
const own = `/account/members/${slug}`
const desk = `/desk/${slug}`
const uuid = '[0-9a-f-]{36}'
const anywhere = (path: string) => new RegExp(`${path.replaceAll(/[?.]/g, '\\$&')}$`)

export type Road = {
  readonly world: World
  readonly applicant: Walker
  readonly site: Stranger
  /** Somebody else, on a device of their own. */
  stranger(): Promise<Walker>
  /** Somebody of the staff, signed in. */
  staff(name: string, rights: readonly Right[]): Promise<Walker>
}

export async function roadFor(
  { world, page, home }: Journey,
  walking: Omit<Walking, 'home'>,
  context: object,
): Promise<Road> {
  const by = { ...walking, home }
  const stranger = async () => {
    const browser = page.context().browser()
    assert.ok(browser)
    const one = await (await browser.newContext(context)).newPage()
    one.setDefaultTimeout(10_000)
    return walker(one, by)
  }
  const site = await world.net.site()
  site.serve(
    '/',
    '<html lang="es"><head><title>Arcoíris</title><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
  )
  site.serve('/feed', rss(itemsTitled('Clinic opens', 'Ferry sails')))
  return {
    world,
    applicant: walker(page, by),
    site,
    stranger,
    async staff(name, rights) {
      const account = await world.account({ mail: `${name}@wire.example`, name, rights })
      const [cookie = '', value = ''] = (await world.signedIn(account)).cookie.split('=')
      const one = await stranger()
      await one.page.context().addCookies([{ name: cookie, value, url: home }])
      return one
    },
  }
}

/** From the front page to the letter, and by the letter to the application. */
export async function asks({ world, applicant }: Road, mail: string): Promise<void> {
  await applicant.open('/')
  await applicant.press('.doors a[href$="/join"]', '/join')
  await applicant.write('#mail', mail)
  world.clock.advance(3)
  await applicant.press('form:has(#mail) button', '/join')
  await applicant.open(await linkTo(world, mail))
  await applicant.press('main button', '/join/application')
}

export async function completes({ applicant, site }: Road): Promise<void> {
  const step = '/join/application'
  const next = 'button[value=next]'
  await applicant.press('main a.go', `${step}/who`)
  await applicant.write('#name', 'Revista Arcoíris')
  await applicant.pick('#kind', 'magazine')
  await applicant.write('#languages', 'es, en')
  await applicant.press(next, `${step}/mark`)
  const picture = { create: { width: 300, height: 300, channels: 3, background: '#7a1f5c' } } as const
  const buffer = await sharp(picture).png().toBuffer()
  await applicant.page.setInputFiles('#picture', { name: 'arco.png', mimeType: 'image/png', buffer })
  await applicant.write('#alt', 'A rainbow over the sea')
  await applicant.press(next, `${step}/site`)
  await applicant.write('#site', site.url)
  await applicant.press(next, `${step}/shown`)
  await applicant.press(next, `${step}/words`)
  await applicant.write('#about', 'A magazine from the coast.')
  await applicant.write('#contact', 'Signal: arco.42')
  await applicant.press(next, `${step}/send`)
  await applicant.press(next, `${step}?done=sent`)
}

/** Returned with a question, which they find by their letter. */
export async function isAsked({ world, applicant }: Road, moderator: Walker, mail: string): Promise<void> {
  await moderator.open('/moderation')
  await moderator.press('.list a[href*="/applications/"]', anywhere(`/applications/${uuid}`))
  await moderator.press('a[data-key=q]', /do=returned/)
  await moderator.write('#words', 'Who writes for it?')
  await moderator.press('.deciding .form button', /done=returned/)
  await tenMinutesLater(world)
  await applicant.open(await linkTo(world, mail))
  await applicant.says(/Who writes for it\?/)
  await applicant.write('#answer', 'Ana and Luz.')
  await applicant.press('form:has(#answer) button', /done=answered/)
}

export async function isApproved({ world, applicant }: Road, moderator: Walker, mail: string): Promise<void> {
  await moderator.open('/moderation')
  await moderator.press('.list a[href*="/applications/"]', anywhere(`/applications/${uuid}`))
  await moderator.says(/Ana and Luz\./)
  await moderator.press('button[data-key=a]', /done=approved/)
  await tenMinutesLater(world)
  await applicant.open(await linkTo(world, mail))
}

/** The site is shown to be theirs by a file on it, and its feed becomes a source. */
export async function addsSource({ world, applicant, site }: Road): Promise<void> {
  await applicant.press('.places a[href$="/proof"]', `${own}/proof`)
  await applicant.write('#url', site.url)
  await applicant.press('button[value=name]', `${own}/proof?done=named`)
  const member = await findMember(world.db, slug)
  assert.ok(member)
  const [proof] = await listProofs(world.db, { member: member.id })
  assert.ok(proof)
  const line = proofLine(proof.token)
  site.serve('/.well-known/wireroom.txt', { headers: { 'content-type': 'text/plain' }, body: `${line}\n` })
  await applicant.unfold(`#file-${proof.id} summary`)
  await applicant.press(`#file-${proof.id} button`, `${own}/proof?done=proved`)
  await applicant.press('.places a[href$="/sources"]', `${own}/sources`)
  await applicant.press(`a[href$="${own}/sources/add"]`, `${own}/sources/add`)
  await applicant.write('#url', site.url)
  await applicant.press('form:has(#url) button', `${own}/sources/add`)
  await applicant.says(/Clinic opens/)
  await applicant.press('button[value=add]', anywhere(`${own}/sources/${uuid}?done=added`))
  const [source] = await listSources(world.db)
  assert.ok(source)
  await world.visit(source.id)
}

/** A colleague is asked in, and says yes on a device of their own. */
export async function invites(road: Road, mail: string): Promise<Walker> {
  const { world, applicant } = road
  await applicant.menu(`${own}/people`)
  await applicant.write('#mail', mail)
  await applicant.tick('#role-editor')
  await applicant.press('form:has(#mail) button', `${own}/people?done=invited`)
  const colleague = await road.stranger()
  await colleague.open(await linkTo(world, mail))
  await colleague.press('main button', anywhere(`/account/seats/${uuid}`))
  await colleague.press('button[value=accept]', /done=taken/)
  return colleague
}

/** Their stories are kept from readers; they see why, and an owner appeals. */
export async function isSuspended(
  { world, applicant }: Road,
  moderator: Walker,
  colleague: Walker,
  mail: string,
): Promise<void> {
  await moderator.open('/moderation/members')
  await moderator.write('#q', 'arco')
  await moderator.press('form:has(#q) button', '/moderation/members?q=arco')
  await moderator.press(`a[href$="/moderation/members/${slug}"]`, `/moderation/members/${slug}`)
  await moderator.press('a.way[href*="do=suspend"]', /do=suspend/)
  await moderator.pick('#ground', 'spam')
  await moderator.tick('#stories-held')
  await moderator.write('#words', 'Your site sells bets since Monday.')
  await moderator.write('#why', 'Two notices, and I looked.')
  await moderator.press('#measure .form button', /done=suspend/)
  const letter = await linkTo(world, mail)
  assert.deepEqual(await headlines(world), [])
  await colleague.menu('/desk')
  await colleague.press('.suspended a', '/appeal')
  await colleague.says(/Your site sells bets since Monday\./)
  await applicant.open(letter)
  await applicant.says(/Your site sells bets since Monday\./)
  await applicant.write('textarea[name=words]', 'It was broken into. We have put it right.')
  await applicant.press('form:has(textarea) button', '/appeal?done=sent')
}

/** By somebody who did not suspend them: their stories are back. */
export async function isHeard({ world, applicant }: Road, moderator: Walker, mail: string): Promise<void> {
  await moderator.open('/moderation')
  await moderator.press('.list a[href*="/appeals/"]', anywhere(`/appeals/${uuid}`))
  await moderator.says(/We have put it right\./)
  await moderator.tick('#outcome-granted')
  await moderator.write('#answer', 'You have put it right: welcome back.')
  await moderator.write('#why', 'I looked, it is clean.')
  await moderator.press('form:has(#answer) button', /\/moderation/)
  await applicant.open(await linkTo(world, mail))
  await applicant.says(/welcome back/)
  assert.deepEqual((await headlines(world)).sort(), ['Clinic opens', 'Ferry sails'])
}

/** Written by the colleague, supported by somebody outside, published by an editor of the network. */
export async function releases(road: Road, editor: Walker, colleague: Walker): Promise<void> {
  const { world } = road
  const draft = `${desk}/drafts/${uuid}`
  await colleague.menu('/desk')
  await colleague.press('button[value=release]', anywhere(`${draft}/words`))
  await colleague.write('#headline', 'The square is open')
  await colleague.write('#body', 'It **is** open.')
  await colleague.press('form.form button', anywhere(`${draft}/about?done=saved`))
  await colleague.press('form.form button', anywhere(`${draft}/newsrooms?done=saved`))
  await colleague.press('form.form button', /done=saved/)
  await colleague.press('.progress a[href$="/supporters"]', anywhere(`${draft}/supporters`))
  await colleague.write('#name', 'Open Square Union')
  await colleague.write('#mail', 'office@square.example')
  await colleague.press('form:has(#mail) button', anywhere(`${draft}/supporters?done=asked`))
  const supporter = await road.stranger()
  await supporter.open(await linkTo(world, 'office@square.example'))
  await supporter.press('button[value=confirmed]', /supporting\?done=confirmed/)
  await colleague.press('.after a[href$="/check"]', anywhere(`${draft}/check`))
  await colleague.says(/The square is open/)
  await colleague.press('button[value=send]', anywhere(`${draft}/check?done=sent`))
  await publishes(editor)
}

export async function corrects(editor: Walker, colleague: Walker): Promise<void> {
  await colleague.menu('/desk')
  await colleague.press('a[href*="/releases/"]', anywhere(`${desk}/releases/${uuid}`))
  await colleague.tick('[name=kind][value=correction]')
  await colleague.press('form:has([name=kind]) button', anywhere(`/words`))
  await colleague.write('#note', 'The city opened it.')
  await colleague.write('#body', 'The city has opened it.')
  await colleague.press('button[value=check]', /check\?done=saved/)
  await colleague.press('button[value=send]', /check\?done=sent/)
  await publishes(editor)
}

async function publishes(editor: Walker): Promise<void> {
  await editor.menu('/desk/incoming')
  await editor.press('main a[href*="/desk/incoming/"]', anywhere(`/desk/incoming/${uuid}`))
  await editor.press('button[value=publish]', '/desk/incoming?done=published')
}

/** What readers are shown of the member. */
async function headlines(world: World): Promise<string[]> {
  const page = await world.get(`/members/${slug}/feed.json`)
  const { items = [] } = (await page.json()) as { items?: { title: string }[] }
  return items.map(({ title }) => title)
}

/** The first address in the newest letter to somebody. */
async function linkTo(world: World, mail: string): Promise<string> {
  await world.work()
  const letter = (await world.letters()).findLast(({ to }) => to === mail)
  assert.ok(letter?.links[0], `a letter to ${mail}`)
  return letter.links[0]
}

async function tenMinutesLater(world: World): Promise<void> {
  world.clock.advance(601)
  await world.db.transaction().execute((tx) => addTasks(tx, [{ name: 'carry-out-decisions', payload: {} }]))
}
