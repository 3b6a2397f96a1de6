import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { newsroom } from '../../test/support/newsroom.ts'
import type { Seq } from '../core/id.ts'
import { readEvents } from '../db/events.ts'

const publisher = fileURLToPath(new URL('../../test/support/publisher.ts', import.meta.url))

test('a reader with a cursor misses and doubles nothing while publishers crowd the log and are killed', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const crowd = new Map<number, ReturnType<typeof spawn>>()
  const join = (n: number) => {
    const child = spawn(process.execPath, [publisher, world.database.url, member.id, `p${n}`], { stdio: 'ignore' })
    crowd.set(n, child)
  }
  for (let n = 0; n < 4; n += 1) join(n)

  const read: string[] = []
  let after: Seq | '0' = '0'
  const follow = async () => {
    const events = await readEvents(world.db, after, 50)
    for (const event of events) read.push(event.seq)
    after = events.at(-1)?.seq ?? after
    return events.length
  }
  // Killed in the middle of whatever they do, and replaced, while the cursor goes on.
  for (let kills = 0; kills < 8; ) {
    await follow()
    if (read.length < (kills + 1) * 40) {
      await sleep(2)
      continue
    }
    const victim = kills % 4
    crowd.get(victim)?.kill('SIGKILL')
    join(victim)
    kills += 1
  }
  const gone = [...crowd.values()].map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of crowd.values()) child.kill('SIGKILL')
  await Promise.all(gone)
  // A transaction that was sent whole before the kill may still commit.
  for (let quiet = 0; quiet < 5; ) {
    quiet = (await follow()) === 0 ? quiet + 1 : 0
    await sleep(20)
  }

  const all = await world.db.selectFrom('events').select('seq').orderBy('seq').execute()
  assert.ok(read.length >= 320, `only ${read.length} events were written`)
  assert.deepEqual(
    read,
    all.map((event) => event.seq),
  )
  const { stories } = await world.db
    .selectFrom('publications')
    .select((e) => e.fn.countAll<string>().as('stories'))
    .executeTakeFirstOrThrow()
  assert.equal(Number(stories), read.length, 'each story has exactly its one event')
})
