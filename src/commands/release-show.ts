/** Releases as their editors see them. */
import { NotFound, Usage } from '../core/errors.ts'
import { standingOf } from '../core/story/lifecycle.ts'
import { findLine, listReleases, type ReleaseLine, readFacts, readHistory, readText } from '../db/releases.ts'
import { storyHref } from '../routes.ts'
import type { Act } from './command.ts'
import { readStoryName } from './story-name.ts'
import { withDatabase } from './with-database.ts'

export const list: Act = async (words, call, out, config) => {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  const limit = Number(call.options.limit ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new Usage('--limit is a number from 1 to 1000.')
  const releases = await withDatabase(config, ({ db }) => listReleases(db, { member: call.options.member, limit }))
  if (call.json) {
    out.json(releases.map((line) => ({ ...line, standing: standing(line), url: config.url + storyHref(line) })))
    return
  }
  if (releases.length === 0) out.note('No releases yet. Publish one: wireroom release publish FILE.md --member SLUG')
  for (const line of releases) {
    out.print(`${line.id}  ${day(line.publishedAt)}  ${line.member}  ${line.headline}`)
    out.print(`  ${line.genre}, ${standing(line)}, version ${line.version}, ${config.url}${storyHref(line)}`)
  }
}

export const show: Act = async ([given, ...rest], call, out, config) => {
  if (!given || rest.length > 0) throw new Usage('Say which one story: "release show STORY".')
  const named = readStoryName(given)
  const { line, text, facts, history } = await withDatabase(config, async ({ db }) => {
    const id = await named(db)
    const line = await findLine(db, id)
    if (!line) throw new NotFound(`There is no story "${given}": "wireroom release list" shows the releases.`)
    return { line, text: await readText(db, id), facts: await readFacts(db, id), history: await readHistory(db, id) }
  })
  const url = config.url + storyHref(line)
  if (call.json) {
    out.json({ ...line, standing: standing(line), url, ...facts, ...text, ...history })
    return
  }
  out.print(line.headline)
  out.print(`${line.genre} of ${line.member}, ${standing(line)}, ${url}`)
  if (text.slugline) out.print(`slugline: ${text.slugline}`)
  if (text.urgency) out.print(`urgency: ${text.urgency}`)
  if (text.edNote) out.print(`edNote (not public): ${text.edNote}`)
  if (facts.expiresAt) out.print(`expires: ${moment(facts.expiresAt)}`)
  for (const { number, kind, note, at } of history.versions)
    out.print(`version ${number}, ${moment(at)}: ${kind}${note ? `. ${note}` : ''}`)
  for (const { what, at, by, why } of history.acts)
    out.print(`${what}, ${moment(at)}, by ${by}${why ? `: ${why}` : ''}`)
}

function standing(line: ReleaseLine): string {
  return standingOf({ published: true, held: line.held, withdrawal: line.withdrawal, expired: line.expired })
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10)
}

function moment(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
