import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationOf, challengeIn, type JoinFields, joinForm, solve } from '../../test/support/joining.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'

const mail = 'sam@arcoiris.example'

test('whoever asks to join is sent a letter that leads to the application; nothing is kept before', async () => {
  await using world = await newsroom()
  const answer = await world.post('/join', await joinForm(world, mail))
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('cache-control'), 'private, no-store')
  assert.match(await answer.text(), /Look into your mail/)
  await world.work()
  const [letter] = await world.letters()
  assert.equal(letter?.to, mail)
  assert.deepEqual(await accounts(world), [])
  const { cookie, location } = await come(world, letter?.links[0])
  assert.equal(location, '/join/arrived')
  const arrived = await world.get(location, { cookie })
  assert.deepEqual([arrived.status, arrived.headers.get('location')], [303, '/join/application'])
  assert.deepEqual(await worked(world), [])
})

test('that their browser did the sum goes with the letter, and counts for whoever reads mail there alone', async () => {
  await using world = await newsroom()
  await world.post('/join', await joinForm(world, mail, { works: true }))
  await world.work()
  const [letter] = await world.letters()
  const { cookie, location } = await come(world, letter?.links[0])
  assert.match(location, /^\/join\/arrived\?work=/)
  const stranger = await world.signedIn(await world.account())
  await world.get(location, stranger)
  assert.deepEqual(await worked(world), [], 'somebody else’s sum is nobody’s')
  await world.get(location, { cookie })
  await world.get(location, { cookie })
  assert.equal((await worked(world)).length, 1)
  world.clock.advance(3 * 86_400)
  await world.db.deleteFrom('arrivals').execute()
  await world.get(location, { cookie })
  assert.deepEqual(await worked(world), [], 'after two days it says nothing any more')
})

test('one form is one request, also where two processes have it at once', async () => {
  await using world = await newsroom()
  const form = await joinForm(world, mail, { works: true })
  const answers = await Promise.all([world.post('/join', form), world.post('/join', form)])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422])
  const again = await world.post('/join', { ...form, mail: 'pat@arcoiris.example' })
  const page = await again.text()
  assert.match(page, /This form was sent already/)
  assert.match(page, /value="pat@arcoiris\.example"/)
  assert.notEqual(challengeIn(page), form.challenge)
  await world.work()
  assert.equal((await world.letters()).length, 1)
})

test('the answer is the same for every address, and for a robot that fills in what nobody sees; it is sent nothing', async () => {
  await using world = await newsroom()
  await world.account({ mail })
  const bodies = []
  for (const more of [{ mail }, { mail: 'nobody@arcoiris.example' }, { mail, website: 'https://casino.example' }]) {
    const answer = await world.post('/join', { ...(await joinForm(world, mail)), ...more })
    bodies.push(`${answer.status} ${await answer.text()}`)
  }
  assert.equal(new Set(bodies).size, 1)
  await world.work()
  assert.deepEqual((await world.letters()).map(({ to }) => to).toSorted(), ['nobody@arcoiris.example', mail])
})

test('faster than people are, or hours later: the form is asked for once more, with what was typed', async () => {
  await using world = await newsroom()
  const challenge = challengeIn(await (await world.get('/join')).text())
  const send = () => world.post('/join', { mail, challenge, solution: '' })
  world.clock.advance(1)
  assert.match(await (await send()).text(), /faster than people are/)
  world.clock.advance(2 * 3_600)
  const late = await send()
  assert.equal(late.status, 422)
  const page = await late.text()
  assert.match(page, /open for a long time/)
  assert.match(page, new RegExp(`value="${mail}"`))
  await world.work()
  assert.deepEqual(await world.letters(), [])
})

test('what is no challenge of ours opens nothing, and what is no answer is no work', async () => {
  await using world = await newsroom()
  const good = await joinForm(world, mail)
  const parsed = JSON.parse(good.challenge)
  const moved = { ...parsed, parameters: { ...parsed.parameters, data: { at: parsed.parameters.data.at + 1 } } }
  const easy = { ...parsed, parameters: { ...parsed.parameters, cost: 1 } }
  for (const challenge of [
    '',
    '{',
    'null',
    '[]',
    '{"parameters":{}}',
    `${'['.repeat(1_900)}`,
    good.challenge.slice(0, -2),
  ])
    await refused(world, { ...good, challenge })
  for (const challenge of [
    moved,
    easy,
    { ...parsed, signature: '' },
    { ...parsed, signature: parsed.signature.toUpperCase() },
  ])
    await refused(world, { ...good, challenge: JSON.stringify(challenge) })

  const solved = JSON.parse(await solve(good.challenge))
  const other = await joinForm(world, mail, { works: true })
  for (const solution of [
    '{',
    '[]',
    '{"counter":0,"derivedKey":""}',
    JSON.stringify({ ...solved, derivedKey: 'ff' }),
    other.solution,
  ]) {
    const form = await joinForm(world, 'pat@arcoiris.example')
    assert.equal((await world.post('/join', { ...form, solution })).status, 200)
    world.clock.advance(86_400)
  }
  await world.work()
  for (const { links } of await world.letters()) assert.doesNotMatch(links[0] ?? '', /work%3D/)
})

test('what is no address is told beside the field', async () => {
  await using world = await newsroom()
  for (const wrong of ['', 'sam', 'sam@x.example\r\nBcc: pat@x.example', '<script>@x.example']) {
    const answer = await world.post('/join', await joinForm(world, wrong))
    assert.equal(answer.status, 422, wrong)
    const page = await answer.text()
    assert.match(page, /Give an address such as kim@example\.org/)
    assert.doesNotMatch(page, /<script>@/)
  }
})

test('five in half an hour from one network, whoever they say they are; from then on a later hour is named', async () => {
  await using world = await newsroom()
  const from = (client: string, form: JoinFields) =>
    world.web.fetch(
      new Request('http://wire.example/join', {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin: world.config.url },
      }),
      { client },
    )
  for (let i = 0; i < 5; i += 1)
    assert.equal((await from(`192.0.2.${i}`, await joinForm(world, `a${i}@x.example`))).status, 200)
  const sixth = await from('192.0.2.99', await joinForm(world, 'b@x.example'))
  assert.equal(sixth.status, 429)
  assert.ok(Number(sixth.headers.get('retry-after')) > 1_700)
  assert.equal((await from('192.0.3.1', await joinForm(world, 'b@x.example'))).status, 200)
  world.clock.advance(31 * 60)
  assert.equal((await from('192.0.2.99', await joinForm(world, 'b@x.example'))).status, 200)
})

test('whoever is signed in is led to their application', async () => {
  await using world = await newsroom()
  const answer = await world.get('/join', await world.signedIn(await world.account()))
  assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/join/application'])
})

test('how long an answer takes is told from the last ones, where there are enough to say', async () => {
  await using world = await newsroom()
  assert.match(await (await world.get('/join')).text(), /as soon as they can/)
  for (let i = 0; i < 3; i += 1) {
    const account = await world.account({ mail: `a${i}@x.example` })
    const applicationId = await applicationOf(world, account, { standing: 'refused' })
    const decidedAt = new Date(world.clock().getTime() + (i + 1) * 86_400_000 - 1_000)
    const decision = { kind: 'refused', decidedAt, decidedBy: 'operator', why: 'a test' }
    await world.db
      .insertInto('decisions')
      .values({ id: applicationId, applicationId, ...decision })
      .execute()
  }
  world.clock.advance(4 * 86_400)
  assert.match(await (await world.get('/join')).text(), /within 2 days/)
})

async function refused(world: World, form: JoinFields): Promise<void> {
  const answer = await world.post('/join', form)
  assert.equal(answer.status, 422, form.challenge.slice(0, 80))
  assert.match(await answer.text(), /once more/)
}

/** Opens the link of a letter, as a browser and its reader would. */
async function come(world: World, link: string | undefined): Promise<{ cookie: string; location: string }> {
  const { searchParams } = new URL(link ?? '')
  const form = { key: searchParams.get('key') ?? '', to: searchParams.get('to') ?? '' }
  const used = await world.post('/sign-in/link/use', form)
  return {
    cookie: used.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    location: used.headers.get('location') ?? '',
  }
}

async function accounts(world: World): Promise<unknown[]> {
  return await world.db.selectFrom('accounts').select('id').execute()
}

async function worked(world: World): Promise<unknown[]> {
  return await world.db.selectFrom('arrivals').selectAll().execute()
}
