/** Frames: what sources' documents are without their items, so that items that were kept can be read again. */
import type { Frame } from '../core/formats/frame.ts'
import type { SourceId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'

export type KeptFrame = Frame & { readonly format: string; readonly since: Date }

/** Keeps a source's frame in its newest form; one of another format holds from now on beside the ones before. */
export async function keepFrame(tx: Tx, sourceId: SourceId, format: string, frame: Frame, at: Date): Promise<void> {
  const latest = await tx
    .selectFrom('sourceFrames')
    .select(['since', 'format'])
    .where('sourceId', '=', sourceId)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx
    .insertInto('sourceFrames')
    .values({ sourceId, since: latest?.format === format ? latest.since : at, format, ...frame })
    .onConflict((conflict) => conflict.columns(['sourceId', 'since']).doUpdateSet({ format, ...frame }))
    .execute()
}

/** A source's frames, oldest first. */
export async function listFrames(db: Db, sourceId: SourceId): Promise<KeptFrame[]> {
  return await db
    .selectFrom('sourceFrames')
    .select(['since', 'format', 'head', 'joint', 'tail'])
    .where('sourceId', '=', sourceId)
    .orderBy('since')
    .execute()
}
