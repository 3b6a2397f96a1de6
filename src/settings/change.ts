/** Changing settings: one way for pages and commands, with a history that can be gone back on. */
import { Invalid } from '../core/errors.ts'
import { defaultSections, readFrontSections } from '../core/front-sections.ts'
import { readOwnTopics, writeOwnTopics } from '../core/story/topics.ts'
import type { Tx } from '../db/connection.ts'
import { keepSectionsFile, readSectionsFile } from '../db/front-sections.ts'
import { readNetwork, updateNetwork } from '../db/network.ts'
import { insertChange, lockNetwork } from '../db/network-changes.ts'
import { dropEditions } from '../db/notify.ts'
import { deleteTopics, keepOwnTopics, listOwnTopics, listUsedTopics } from '../db/topics.ts'
import { type FactKey, factKeys, facts } from './facts.ts'

export const settings = [...factKeys, 'front', 'topics'] as const
export type Setting = (typeof settings)[number]

/** `by`: `account ID`, or `operator`. */
export type Author = { readonly by: string; readonly now: Date }

/** Each setting with what it is to be, as people write it. Keys that are not there stay. */
export type Wanted = Readonly<Partial<Record<Setting, string>>>

/**
 * Writes what is new of the wanted, each change into the history; answers which were. Texts must have been read before:
 * throws Invalid for what cannot be, Conflict for a time zone that is fixed.
 */
export async function changeSettings(tx: Tx, wanted: Wanted, { by, now }: Author): Promise<Setting[]> {
  await lockNetwork(tx)
  const changed: Setting[] = []
  for (const setting of settings) {
    const text = wanted[setting]
    if (text === undefined) continue
    const before = await currentText(tx, setting)
    await write(tx, setting, text)
    const after = await currentText(tx, setting)
    if (before === after) continue
    await insertChange(tx, { changedAt: now, changedBy: by, setting, before, after })
    changed.push(setting)
  }
  await dropEditions(tx, tagsOf(changed))
  return changed
}

/** A setting as it stands, as it is written. */
export async function currentText(tx: Tx, setting: Setting): Promise<string> {
  if (setting === 'front') return (await readSectionsFile(tx)) ?? defaultSections
  if (setting === 'topics') return writeOwnTopics(await listOwnTopics(tx))
  return facts[setting].write(await readNetwork(tx))
}

export function readSettingName(text: string): Setting | undefined {
  return settings.find((setting) => setting === text)
}

export function isFact(setting: Setting): setting is FactKey {
  return setting !== 'front' && setting !== 'topics'
}

async function write(tx: Tx, setting: Setting, text: string): Promise<void> {
  if (setting === 'front') {
    if (readFrontSections(text).mistakes.length > 0) throw new Invalid('The sections of the front page cannot be read.')
    // Null, so that what a later program comes with holds for whoever never changed it.
    await keepSectionsFile(tx, text === defaultSections ? null : text)
  } else if (setting === 'topics') await writeTopics(tx, text)
  else {
    const change = facts[setting].read(text)
    if ('fault' in change) throw new Invalid(`The setting ${setting} cannot be "${change.words}".`)
    await updateNetwork(tx, change)
  }
}

async function writeTopics(tx: Tx, text: string): Promise<void> {
  const { topics, mistakes } = readOwnTopics(text)
  const lost = await lostTopics(tx, topics)
  if (mistakes.length > 0 || lost.used.length > 0) throw new Invalid('The topics cannot be read, or stories need them.')
  await deleteTopics(tx, lost.unused)
  await keepOwnTopics(tx, topics)
}

/** The network's own topics that are not among these: stories are found by the used ones, so those must stay. */
export async function lostTopics(
  tx: Tx,
  topics: readonly { readonly slug: string }[],
): Promise<{ used: string[]; unused: string[] }> {
  const kept = new Set(topics.map(({ slug }) => slug))
  const lost = (await listOwnTopics(tx)).map(({ slug }) => slug).filter((slug) => !kept.has(slug))
  const used = new Set(await listUsedTopics(tx, lost))
  return { used: lost.filter((slug) => used.has(slug)), unused: lost.filter((slug) => !used.has(slug)) }
}

/** Facts stand on every page. */
function tagsOf(changed: readonly Setting[]): string[] {
  if (changed.some((setting) => isFact(setting) || setting === 'topics')) return ['all']
  return changed.length > 0 ? ['front'] : []
}
