import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginDraft, fill, peopleOf, sentDraft } from '../../test/support/desk.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { forgetDrafts } from './forget-drafts.ts'

test('drafts nobody touches and addresses nobody needs are forgotten, and nothing before its time', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const old = await beginDraft(world, editor)
  await fill(world, editor, old, { words: { headline: 'Old', body: 'Text.' } })
  const asked = { name: 'Union', url: '', mail: 'office@union.example', language: 'en' }
  await world.post(`${old}/supporters`, asked, editor)
  await sentDraft(world, editor)
  assert.deepEqual(await forgetDrafts(world.db, world.clock()), { drafts: 0, supporters: 0 })
  world.clock.advance(31 * 86_400)
  assert.deepEqual(await forgetDrafts(world.db, world.clock()), { drafts: 0, supporters: 1 })
  const [row] = await world.db.selectFrom('draftSupporters').select(['name', 'mail', 'tokenHash']).execute()
  assert.deepEqual(row, { name: 'Union', mail: null, tokenHash: null })
  world.clock.advance(150 * 86_400)
  assert.deepEqual(await forgetDrafts(world.db, world.clock()), { drafts: 1, supporters: 0 })
  const left = await world.db.selectFrom('drafts').select('standing').execute()
  assert.deepEqual(left, [{ standing: 'sent' }], 'what editors have stays')
})
