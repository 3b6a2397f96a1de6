/** One story in another format: ninjs for programs, plain text and Markdown for people. */
import { isDay } from '../../core/calendar.ts'
import { NotFound } from '../../core/errors.ts'
import { writeCanceledNinjs, writeNinjs } from '../../core/formats/write-ninjs.ts'
import { type FactWords, type StoryOut, writeStoryMarkdown, writeText } from '../../core/formats/write-story.ts'
import type { StoryId } from '../../core/id.ts'
import { tagUri } from '../../core/network.ts'
import { isRepair } from '../../core/story/lifecycle.ts'
import type { Story } from '../../core/story/story.ts'
import type { Db } from '../../db/connection.ts'
import { findExpired, findWithdrawn } from '../../db/gone.ts'
import { findPublished } from '../../db/published.ts'
import { type Answer, document, plain } from '../../web/answer.ts'
import type { Context } from '../../web/context.ts'
import { messages, type Words } from '../../web/messages/messages.ts'
import { storyEntry } from './entry.ts'
import { factWords } from './fact-words.ts'

/** What is left of a story, in ninjs and in words. */
type Gone = { readonly id: string; readonly at: Date; readonly words: string }
type Format = { readonly type: string; write(story: StoryOut, words: FactWords): string; gone(gone: Gone): string }

const formats: ReadonlyMap<string, Format> = new Map([
  [
    'json',
    { type: 'application/json; charset=utf-8', write: ({ entry }) => writeNinjs(entry), gone: writeCanceledNinjs },
  ],
  ['txt', { type: plain, write: writeText, gone: goneText }],
  ['md', { type: 'text/markdown; charset=utf-8', write: writeStoryMarkdown, gone: goneText }],
])

export async function storyFile({ db, params, network, url, language }: Context<Db>): Promise<Answer> {
  const { year, month, file = '' } = params
  const day = `${year}-${month}-${params.day}`
  const at = file.lastIndexOf('.')
  const slug = file.slice(0, at)
  const format = formats.get(file.slice(at + 1))
  if (!format || !isDay(day)) throw new NotFound('There is no story in such a format.')
  const story = await findPublished(db, day, slug)
  if (!story) {
    const gone = await goneFrom(db, day, slug, messages(language, network.timeZone, network.words))
    if (!gone) throw new NotFound('There is no story at this address.')
    const body = format.gone({ ...gone, id: tagUri(network, 'story', gone.id) })
    return { ...document(body, format.type, { tags: [`story:${gone.id}`, 'network'] }), status: 410 }
  }
  const t = messages(story.language, network.timeZone, network.words)
  const entry = storyEntry({ network, url }, story)
  return document(format.write(storyOut(story, entry), factWords(t, story, network.name)), format.type, {
    tags: [`story:${story.id}`, `member:${story.member.slug}`, 'network'],
    // The page is the story's address; this is the same in other clothes.
    headers: { link: `<${entry.url}>; rel="canonical"` },
  })
}

/** With what was put right. */
export function storyOut(story: Story, entry: StoryOut['entry']): StoryOut {
  // What may not go out is empty in the entry already.
  return { entry, standfirst: entry.summary ? story.standfirst : '', changes: story.versions.filter(isRepair) }
}

function goneText({ words }: Gone): string {
  return `${words}\n`
}

/** What may be said of a story that was here. Of a kill not even whose it was. */
async function goneFrom(db: Db, day: string, slug: string, t: Words): Promise<(Gone & { id: StoryId }) | undefined> {
  const withdrawn = await findWithdrawn(db, day, slug)
  if (withdrawn) {
    const { id, at, kind, member } = withdrawn
    const date = t.date(at, 'moment')
    const text =
      kind === 'kill' ? t('gone.kill.text', { date }) : t('gone.withdrawal.text', { member: member.name, date })
    return { id, at, words: `${t(`gone.${kind}.title`)}\n\n${text}` }
  }
  const expired = await findExpired(db, day, slug)
  if (!expired) return undefined
  const { id, at, member } = expired
  const text = t('gone.expired.text', { member: member.name, date: t.date(at, 'moment') })
  return { id, at, words: `${t('gone.expired.title')}\n\n${text}` }
}
