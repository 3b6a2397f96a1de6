/**
 * Says that stories are one text in several languages, or that they are not. No text changes and nothing is news, so no
 * event is written: pages and files that name the translations are made anew.
 */
import { NotFound } from '../core/errors.ts'
import type { StoryId } from '../core/id.ts'
import { type Joined, join, type Tongue } from '../core/story/translations.ts'
import type { Tx } from '../db/connection.ts'
import { dropEditions } from '../db/notify.ts'
import { keepAlone, keepTranslations, listPlaces, listTongues, lockTranslations } from '../db/translations.ts'
import type { WireContext } from './publish.ts'
import { tagsOf } from './standing.ts'

/** `overrules`: people say it, of whom what they said before need not be kept. */
export async function translate(
  tx: Tx,
  { now, by }: Pick<WireContext, 'now' | 'by'>,
  a: StoryId,
  b: StoryId,
  { overrules }: { readonly overrules: boolean },
): Promise<Joined['kind']> {
  if (a === b) return 'same'
  await lockTranslations(tx)
  const all = await listTongues(tx, [a, b])
  mustHave(all, [a, b])
  const joined = join(a, b, all, { overrules })
  if (joined.kind !== 'joined') return joined.kind
  const ids = all.map(({ id }) => id)
  await keepTranslations(tx, ids, joined.text, { at: now, by })
  await dropPages(tx, ids)
  return 'joined'
}

/** It is the translation of no other story, and no feed brings that back. */
export async function tellAlone(tx: Tx, { now, by }: Pick<WireContext, 'now' | 'by'>, id: StoryId): Promise<void> {
  await lockTranslations(tx)
  const all = await listTongues(tx, [id])
  mustHave(all, [id])
  await keepAlone(tx, id, { at: now, by })
  await dropPages(
    tx,
    all.map((one) => one.id),
  )
}

function mustHave(all: readonly Tongue[], ids: readonly StoryId[]): void {
  for (const id of ids) if (!all.some((one) => one.id === id)) throw new NotFound(`There is no story ${id}.`)
}

async function dropPages(tx: Tx, ids: readonly StoryId[]): Promise<void> {
  await dropEditions(tx, (await listPlaces(tx, ids)).flatMap(tagsOf))
}
