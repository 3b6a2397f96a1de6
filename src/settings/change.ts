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
import { type OwnKey, ownKeys, ownWords, withWords, wordsFault } from './own-words.ts'

const settings = [...factKeys, 'front', 'topics'] as const
/** A fact, the sections of the front page, the network's own topics; a sentence in its own words, by language. */
export type Setting = (typeof settings)[number] | `words ${string} ${OwnKey}`

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
  for (const [setting, text] of Object.entries(wanted) as [Setting, string][]) {
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
  const network = await readNetwork(tx)
  const sentence = sentenceOf(setting)
  if (sentence) return ownWords(network, sentence.language, sentence.key)
  return isFact(setting) ? facts[setting].write(network) : ''
}

/** How a sentence stands in the history: `words es about.what`. */
export function wordsSetting(language: string, key: OwnKey): Setting {
  return `words ${language} ${key}`
}

export function sentenceOf(setting: string): { readonly language: string; readonly key: OwnKey } | undefined {
  const [, language = '', name] = /^words (\S+) (\S+)$/.exec(setting) ?? []
  const key = ownKeys.find((one) => one === name)
  return key && { language, key }
}

export function readSettingName(text: string): Setting | undefined {
  const sentence = sentenceOf(text)
  return sentence ? wordsSetting(sentence.language, sentence.key) : settings.find((setting) => setting === text)
}

export function isFact(setting: Setting): setting is FactKey {
  return factKeys.some((key) => key === setting)
}

async function write(tx: Tx, setting: Setting, text: string): Promise<void> {
  if (setting === 'front') {
    if (readFrontSections(text).mistakes.length > 0) throw new Invalid('The sections of the front page cannot be read.')
    // Null, so that what a later program comes with holds for whoever never changed it.
    await keepSectionsFile(tx, text === defaultSections ? null : text)
  } else if (setting === 'topics') await writeTopics(tx, text)
  else if (isFact(setting)) {
    const change = facts[setting].read(text)
    if ('fault' in change) throw new Invalid(`The setting ${setting} cannot be "${change.words}".`)
    await updateNetwork(tx, change)
  } else await writeWords(tx, setting, text)
}

async function writeWords(tx: Tx, setting: Setting, text: string): Promise<void> {
  const sentence = sentenceOf(setting)
  if (!sentence || wordsFault(sentence.language, sentence.key, text))
    throw new Invalid(`The words of ${setting} have not the holes they need.`)
  const words = withWords(await readNetwork(tx), sentence.language, sentence.key, text)
  await updateNetwork(tx, { words })
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

/** Facts and words stand on every page. */
function tagsOf(changed: readonly Setting[]): string[] {
  if (changed.some((setting) => setting !== 'front')) return ['all']
  // How many releases and corrections the front page has may be another number now.
  return changed.length > 0 ? ['sections', 'releases', 'corrections'] : []
}
