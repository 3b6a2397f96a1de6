import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ApplicationWords, applied } from '../../test/support/applications.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { findMember } from '../db/members.ts'
import { grantRight, listActs } from '../db/rights.ts'
import { addTasks } from '../db/tasks.ts'

async function atWork(words: ApplicationWords = {}) {
  const world = await newsroom()
  const { id, account: applicant } = await applied(world, words)
  const moderator = async (mail: string, name: string) =>
    await world.signedIn(await world.account({ mail, name, rights: ['moderator'] }))
  const noor = await moderator('noor@harbour.example', 'Noor')
  const path = `/moderation/applications/${id}`
  const text = async (address: string, who = noor) => await (await world.get(address, who)).text()
  return {
    world,
    id,
    applicant,
    noor,
    sam: await moderator('sam@harbour.example', 'Sam'),
    path,
    text,
    /** Decides as whoever read the page just now would. */
    async decide(form: Record<string, string>, who = noor) {
      const [, seen = ''] = /name="seen" value="(\d+)"/.exec(await text(path, who)) ?? []
      return await world.post(path, { seen, ...form }, who)
    },
    /** Lets ten minutes pass and carries out what nobody has taken back. */
    async later(seconds = 601) {
      world.clock.advance(seconds)
      await carryOut(world)
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function carryOut(world: World): Promise<void> {
  await world.db.transaction().execute((tx) => addTasks(tx, [{ name: 'carry-out-decisions', payload: {} }]))
  await world.work()
}

test('an application stands before a moderator with all that is known, and its contact only there', async () => {
  await using work = await atWork({
    signs: [
      { code: 'like-refused', application: '01a0b0c0-0000-7000-8000-000000000000', name: 'Best Deals', percent: 91 },
      { code: 'x-new', host: 'x.example' },
    ],
  })
  const page = await work.text(work.path)
  for (const words of [
    /<h1><bdi>Revista Arcoíris<\/bdi><\/h1>/,
    /We print 800 copies/,
    /Signal: arcoiris\.42/,
    /Cuba, for staff only/,
    /href="https:\/\/revista\.example\/feed" rel="noreferrer noopener nofollow"/,
    /A feed is known/,
    /91.*<bdi>Best Deals<\/bdi>.*<a href="\/moderation\/applications\/01a0b0c0-0000-7000-8000-000000000000">Look at it/,
    /<code>x-new<\/code>/,
    /read by nobody else now/,
  ])
    assert.match(page, words)
  assert.doesNotMatch(page, /@revista\.example/, 'the address stays with the account')
  const contact = await work.world.db.selectFrom('applications').select('contact').executeTakeFirstOrThrow()
  assert.doesNotMatch(String(contact.contact), /arcoiris/)
})

test('its mark is a picture for moderators alone', async () => {
  await using work = await atWork()
  const { world, path, noor, applicant } = work
  const [, mark = ''] = /<img class="logo" src="([^"]+)"/.exec(await work.text(path)) ?? []
  const picture = await world.get(mark, noor)
  assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/png'])
  assert.equal(picture.headers.get('cache-control'), 'private, no-store')
  assert.equal((await world.get(mark, await world.signedIn(applicant))).status, 403)
  const { logo } = await world.db.selectFrom('applications').select('logo').executeTakeFirstOrThrow()
  assert.equal((await world.get(`/media/${logo}`)).status, 404)
})

test('approved: ten minutes later the member is there, its applicant owns it, and hears', async () => {
  await using work = await atWork({ interface: 'es' })
  const { world, decide, applicant } = work
  await world.db
    .updateTable('network')
    .set({ languages: ['en', 'es'] })
    .execute()
  await world.db.updateTable('accounts').set({ language: 'es' }).where('id', '=', applicant).execute()
  const answer = await decide({ kind: 'approved' })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/moderation?done=approved'])
  await work.later(500)
  assert.equal(await findMember(world.db, 'revista-arcoiris'), undefined)
  assert.deepEqual(await world.letters(), [])

  await work.later(101)
  const member = await findMember(world.db, 'revista-arcoiris')
  assert.deepEqual(
    [member?.name, member?.kind, member?.languages, member?.country],
    ['Revista Arcoíris', 'magazine', ['es'], null],
  )
  const row = await world.db.selectFrom('members').select(['country', 'createdBy']).executeTakeFirstOrThrow()
  assert.equal(row.country, null, 'a country that is not to be shown is not kept with the member')
  const seat = await world.db.selectFrom('seats').select(['accountId', 'role']).executeTakeFirstOrThrow()
  assert.deepEqual(seat, { accountId: applicant, role: 'owner' })
  const [letter, ...others] = await world.letters()
  assert.equal(others.length, 0)
  assert.equal(letter?.subject, 'Buenas noticias sobre tu solicitud')
  assert.match(letter?.text ?? '', /https:\/\/wire\.example\/es\/members\/revista-arcoiris/)
  const acts = await listActs(world.db, 9)
  assert.deepEqual(acts.map(({ act }) => act).sort(), ['admit member', 'decide application'])
  assert.match(await work.text(work.path), /approved/)
  assert.equal((await decide({ kind: 'approved' })).status, 409)
  await carryOut(world)
  assert.equal((await world.letters()).length, 1, 'a task that runs again does nothing twice')
})

test('two applications of one name become two members', async () => {
  await using work = await atWork()
  const { world, decide, noor } = work
  const second = await applied(world)
  await decide({ kind: 'approved' })
  const path = `/moderation/applications/${second.id}`
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(await work.text(path)) ?? []
  await world.post(path, { kind: 'approved', seen }, noor)
  await work.later()
  const slugs = await world.db.selectFrom('members').select('slug').orderBy('slug').execute()
  assert.deepEqual(
    slugs.map(({ slug }) => slug),
    ['revista-arcoiris', 'revista-arcoiris-2'],
  )
})

test('refused: with a reason and words, once; the letter says that one may appeal', async () => {
  await using work = await atWork()
  const { world, decide } = work
  const empty = await decide({ kind: 'refused', words: '', why: '', ground: '' })
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /Choose the reason that fits best[\s\S]*Write what they are to read/)
  const kept = await decide({ kind: 'refused', words: 'We <i>cannot</i>.', why: '', ground: 'spam' })
  assert.match(
    await kept.text(),
    /We &lt;i&gt;cannot&lt;\/i&gt;\.[\s\S]*<option value="spam" selected="">|<option value="spam" selected="">[\s\S]*We &lt;i&gt;cannot/,
  )
  const said = { kind: 'refused', words: 'It is advertising.', why: 'Casino links.', ground: 'spam' }
  assert.equal((await decide(said)).status, 303)
  await work.later()
  const [letter] = await world.letters()
  assert.match(letter?.text ?? '', /It is advertising\.[\s\S]*ask once[\s\S]*https:\/\/wire\.example\/appeal/)
  assert.doesNotMatch(letter?.text ?? '', /Casino/)
  assert.equal((await world.db.selectFrom('members').select('id').execute()).length, 0)
})

test('returned with questions: the template is in the applicant’s language, the letter leads to the application', async () => {
  await using work = await atWork({ interface: 'es' })
  const { world, text, path, decide } = work
  await world.db
    .updateTable('network')
    .set({ languages: ['en', 'es'] })
    .execute()
  const form = await text(`${path}?do=returned&use=site`)
  assert.match(form, /Gracias por tu solicitud\. Antes de decidir/)
  assert.match(form, /They read Spanish/)
  await decide({ kind: 'returned', words: '¿Dónde publicas?' })
  await work.later()
  const { standing } = await world.db.selectFrom('applications').select('standing').executeTakeFirstOrThrow()
  assert.equal(standing, 'returned')
  assert.match((await world.letters())[0]?.text ?? '', /¿Dónde publicas\?[\s\S]*\/join\/application/)
})

test('put aside: nobody is told, and it still can be decided', async () => {
  await using work = await atWork()
  const { world, decide, text } = work
  await decide({ kind: 'held', why: 'Sam knows them.' })
  await work.later()
  assert.deepEqual(await world.letters(), [])
  assert.match(await text('/moderation'), /put aside/)
  assert.equal((await decide({ kind: 'approved' })).status, 303)
})

test('within ten minutes any moderator takes a decision back; after that nobody does', async () => {
  await using work = await atWork()
  const { world, decide, text, sam } = work
  await decide({ kind: 'approved' })
  assert.doesNotMatch(await text('/moderation'), /<ol><li>/)
  const [, undo = ''] = /action="(\/moderation\/decisions\/[^"]+\/undo)"/.exec(await text('/moderation', sam)) ?? []
  assert.equal((await world.post(undo, {}, sam)).headers.get('location'), '/moderation?done=undone')
  await work.later()
  assert.equal(await findMember(world.db, 'revista-arcoiris'), undefined)
  assert.match(await text(work.path), /Taken back by <bdi>Sam<\/bdi>/)
  assert.equal((await world.post(undo, {}, sam)).headers.get('location'), '/moderation?done=too-late')

  await decide({ kind: 'approved' })
  const [, again = ''] = /action="(\/moderation\/decisions\/[^"]+\/undo)"/.exec(await text('/moderation')) ?? []
  world.clock.advance(601)
  assert.equal((await world.post(again, {}, sam)).headers.get('location'), '/moderation?done=too-late')
})

test('who reads an application is shown to the others; of two decisions at once the second is told of the first', async () => {
  await using work = await atWork()
  const { text, path, noor, sam, world } = work
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(await text(path, noor)) ?? []
  assert.match(await text(path, sam), /read by Noor now/)
  const refusal = { kind: 'refused', seen, words: 'No.', why: 'Spam.', ground: 'spam' }
  const answers = await Promise.all([
    world.post(path, { kind: 'approved', seen }, noor),
    world.post(path, refusal, sam),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
  const late = answers.find(({ status }) => status === 409)
  assert.match((await late?.text()) ?? '', /Somebody else decided this just now[\s\S]*(approved|refused) it/)
  assert.equal((await world.db.selectFrom('decisions').select('id').execute()).length, 1)
  world.clock.advance(301)
  assert.doesNotMatch(await text(path, sam), /read by Noor now/)
})

test('what the applicant changed or withdrew after it was read is not decided about', async () => {
  await using work = await atWork()
  const { world, decide, id, path, noor, text } = work
  world.clock.advance(60)
  const change = (to: { changedAt: Date; standing?: string }) =>
    world.db.updateTable('applications').set(to).where('id', '=', id).execute()
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(await text(path)) ?? []
  await change({ changedAt: world.clock() })
  const stale = await world.post(path, { kind: 'approved', seen }, noor)
  assert.equal(stale.status, 409)
  assert.match(await stale.text(), /changed it while you read/)

  await decide({ kind: 'approved' })
  world.clock.advance(60)
  await change({ changedAt: world.clock() })
  await work.later()
  assert.equal(await findMember(world.db, 'revista-arcoiris'), undefined)
  assert.match(await text(path), /the applicant changed it in the meantime/)

  await decide({ kind: 'approved' })
  await change({ changedAt: world.clock(), standing: 'withdrawn' })
  await work.later()
  assert.equal(await findMember(world.db, 'revista-arcoiris'), undefined)
})

test('nobody decides about their own, and nothing is there for whoever has another right', async () => {
  await using work = await atWork()
  const { world, applicant, path } = work
  await world.db.transaction().execute((tx) => grantRight(tx, applicant, 'moderator', world.clock(), 'operator'))
  const self = await world.signedIn(applicant)
  assert.equal((await work.decide({ kind: 'approved' }, self)).status, 409)
  const editor = await world.signedIn(await world.account({ rights: ['editor', 'administrator'] }))
  assert.equal((await world.get(path, editor)).status, 403)
  assert.equal(
    (await world.get('/moderation/applications/01a0b0c0-0000-7000-8000-000000000000', work.noor)).status,
    404,
  )
  await world.db.updateTable('applications').set({ submittedAt: null, standing: 'draft' }).execute()
  assert.equal((await world.get(path, work.noor)).status, 404, 'nobody reads what was not sent')
})

test('what was answered to a question stands beside it, and the application waits again', async () => {
  await using work = await atWork()
  const { world, applicant, decide, text, path } = work
  await decide({ kind: 'returned', words: 'Where do you publish?' })
  await work.later()
  const self = await world.signedIn(applicant)
  assert.match(await (await world.get('/join/application', self)).text(), /Where do you publish\?/)
  assert.equal((await world.post('/join/application/answer', { answer: 'On paper, in Havana.' }, self)).status, 303)
  const page = await text(path)
  assert.match(page, /What they answered[\s\S]*Where do you publish\?[\s\S]*On paper, in Havana\./)
  assert.match(await text('/moderation'), /answered your questions/)
  assert.equal((await decide({ kind: 'approved' })).status, 303)
})

test('before ten minutes are over an applicant sees nothing of a decision; refused, they see it and where to appeal', async () => {
  await using work = await atWork()
  const { world, applicant, decide } = work
  await decide({ kind: 'refused', words: 'It is advertising.', why: 'Casino links.', ground: 'spam' })
  const self = await world.signedIn(applicant)
  const own = async () => (await world.get('/join/application', self)).text()
  assert.doesNotMatch(await own(), /It is advertising/)
  await work.later()
  const page = await own()
  assert.match(page, /It is advertising\.[\s\S]*href="\/appeal"/)
  assert.doesNotMatch(page, /Casino/)
})

test('who speaks for an application stands with what else is known, and moves it up', async () => {
  await using work = await atWork({})
  const { world, path, text } = work
  const member = await world.member({ name: 'Casa Abierta' })
  const id = path.slice(path.lastIndexOf('/') + 1)
  const at = world.clock()
  await world.db
    .insertInto('vouches')
    .values({
      applicationId: id,
      memberId: member.id,
      answeredAt: at,
      answeredBy: 'operator',
      answer: 'vouches',
      words: 'We print with them.',
    })
    .execute()
  const page = await text(path)
  assert.match(page, /Casa Abierta<\/bdi><\/a> vouches for it <q class="soft" dir="auto">We print with them\./)
  assert.match(await text('/moderation'), /1 vouch/)
  await world.suspend(member.id)
  assert.doesNotMatch(await text(path), /vouches for it/, 'the word of a suspended member counts for nothing')
})
