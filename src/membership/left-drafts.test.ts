import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationOf } from '../../test/support/joining.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { addTasks } from '../db/tasks.ts'

test('a draft nobody goes on with is reminded of once after twenty days, and forgotten ten days later', async () => {
  await using world = await newsroom()
  const account = await world.account({ mail: 'sam@arcoiris.example' })
  await applicationOf(world, account, { standing: 'draft', submittedAt: null })
  await applicationOf(world, await world.account({ mail: 'pat@x.example' }))
  await after(world, 19)
  assert.deepEqual(await world.letters(), [])
  await after(world, 2)
  await after(world, 1)
  const letters = await world.letters()
  assert.deepEqual(
    letters.map(({ to, links }) => [to, links[0]]),
    [['sam@arcoiris.example', 'https://wire.example/join/application']],
  )
  await after(world, 8)
  assert.equal(await standings(world), 'draft waiting')
  await after(world, 2)
  assert.equal(await standings(world), 'waiting')
})

test('who goes on after the reminder has thirty days more; where the reminder came late, ten from then', async () => {
  await using world = await newsroom()
  const account = await world.account()
  await applicationOf(world, account, { standing: 'draft', submittedAt: null })
  await after(world, 21)
  await world.db.updateTable('applications').set({ changedAt: world.clock() }).execute()
  await after(world, 29)
  assert.equal(await standings(world), 'draft')
  await after(world, 2)
  assert.equal(await standings(world), '')

  await applicationOf(world, account, { standing: 'draft', submittedAt: null })
  await after(world, 60)
  await after(world, 9)
  assert.equal(await standings(world), 'draft')
  await after(world, 2)
  assert.equal(await standings(world), '')
})

/** Days later, when the daily forgetting has been. */
async function after(world: World, days: number): Promise<void> {
  world.clock.advance(days * 86_400)
  await world.db.transaction().execute((tx) => addTasks(tx, [{ name: 'forget', payload: {} }]))
  await world.work()
}

async function standings(world: World): Promise<string> {
  const rows = await world.db.selectFrom('applications').select('standing').orderBy('standing').execute()
  return rows.map(({ standing }) => standing).join(' ')
}
