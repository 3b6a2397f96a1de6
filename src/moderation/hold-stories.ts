/** What a measure means for a member's stories, story by story: each is a short transaction of its own. */
import { Conflict } from '../core/errors.ts'
import type { MemberId } from '../core/id.ts'
import type { Db } from '../db/connection.ts'
import { listStoryWork, type StoryWork } from '../db/suspensions.ts'
import { hold, release, withdraw } from '../wire/recall.ts'

const atOnce = 200
const reasons = { hold: 'Its publisher is suspended.', withdraw: 'Its publisher was removed.' }

/** The task. Begun again it goes on where it stopped; answers how many stories were changed. */
export async function holdStories(
  db: Db,
  member: MemberId,
  on: { readonly now: Date; readonly timeZone: string },
): Promise<number> {
  let changed = 0
  for (;;) {
    const work = await listStoryWork(db, member, atOnce)
    const before = changed
    for (const one of work) if (await change(db, one, on)) changed += 1
    // What somebody else held or recalled meanwhile is theirs: it does not come again.
    if (work.length === 0 || changed === before) return changed
  }
}

async function change(db: Db, { id, what, by }: StoryWork, on: { now: Date; timeZone: string }): Promise<boolean> {
  const context = { ...on, by }
  try {
    await db.transaction().execute(async (tx) => {
      if (what === 'hold') await hold(tx, context, id, reasons.hold)
      else if (what === 'release') await release(tx, context, id)
      else await withdraw(tx, context, id, reasons.withdraw)
    })
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}
