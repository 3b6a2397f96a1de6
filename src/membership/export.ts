/** Everything that is kept of a member, for its owners: one archive, written while it is read. */
import { actor, seatOf } from '../core/account/visitor.ts'
import { markdownText, writeMarkdown } from '../core/formats/write-markdown.ts'
import type { StoryId } from '../core/id.ts'
import type { Db } from '../db/connection.ts'
import {
  type ExportedStory,
  listExportedAnswers,
  listExportedDrafts,
  listExportedPictures,
  listExportedStories,
  readExportedFacts,
} from '../db/member-export.ts'
import { listContacts } from '../db/profiles.ts'
import { recordAct } from '../db/rights.ts'
import { listSeats } from '../db/seats.ts'
import { readAnswer } from '../host/application-words.ts'
import { type ArchiveFile, archiveOf } from '../host/archive.ts'
import { readContacts } from '../host/member-contacts.ts'
import { type Answer, flowing } from '../web/answer.ts'
import type { Context } from '../web/context.ts'
import { proofNeeded } from './leave-pages.ts'
import type { Means } from './means.ts'

type On = Pick<Context<Db>, 'db' | 'now' | 'network'> & {
  readonly seat: ReturnType<typeof seatOf>
  readonly means: Means
}

/** Rows in hand at once. */
const onePage = 50

export async function memberExport(context: Context<Db>, means: Means): Promise<Answer> {
  const proof = proofNeeded(context)
  if (proof) return proof
  const { db, now, network } = context
  const seat = seatOf(context, context.params.member ?? '')
  // Taken whole it could be carried off: its other owners can see that it was.
  await db
    .transaction()
    .execute((tx) => recordAct(tx, { actedAt: now, actedBy: actor(context), act: 'export member', about: seat.slug }))
  const day = now.toISOString().slice(0, 10)
  return flowing(archiveOf(files({ db, now, network, seat, means }), now), `${seat.slug}-${day}.tar.gz`)
}

async function* files(on: On): AsyncGenerator<ArchiveFile> {
  const { db, now, network, seat, means } = on
  const seats = await listSeats(db, seat.member)
  const names = await means.names(seats.map(({ account }) => account))
  const contacts = await listContacts(db, seat.member, ['public', 'members', 'staff'])
  const facts = {
    network: network.name,
    writtenAt: now.toISOString(),
    ...(await readExportedFacts(db, seat.member)),
    contacts: readContacts(await means.secret(), contacts),
    answers: await answersOf(on),
    people: seats.map(({ account, role, givenAt }) => ({ name: names.get(account) ?? '', role, since: givenAt })),
  }
  yield { name: 'member.json', bytes: json(facts) }
  yield* stories(on)
  yield* drafts(on)
  yield* pictures(on)
}

async function* stories({ db, seat }: On): AsyncGenerator<ArchiveFile> {
  let after: StoryId | undefined
  for (;;) {
    const page = await listExportedStories(db, seat.member, after, onePage)
    for (const story of page) {
      const name = `stories/${story.day?.slice(0, 7) ?? 'unpublished'}/${story.day && story.slug ? `${story.day}-${story.slug}` : story.id}`
      yield { name: `${name}.json`, bytes: json(story.all) }
      yield { name: `${name}.md`, bytes: markdownOf(story) }
    }
    after = page.at(-1)?.id
    if (page.length < onePage) return
  }
}

async function* drafts({ db, seat }: On): AsyncGenerator<ArchiveFile> {
  let after: string | undefined
  for (;;) {
    const page = await listExportedDrafts(db, seat.member, after, onePage)
    for (const { id, all } of page) yield { name: `drafts/${id}.json`, bytes: json(all) }
    after = page.at(-1)?.id
    if (page.length < onePage) return
  }
}

async function answersOf({ db, seat, means }: On): Promise<object[]> {
  const answers = await listExportedAnswers(db, seat.member)
  const secret = await means.secret()
  return answers.map(({ id, application, answeredAt, words }) => ({
    application,
    answeredAt,
    words: readAnswer(secret, id, words),
  }))
}

async function* pictures({ db, seat, means }: On): AsyncGenerator<ArchiveFile> {
  let after = ''
  for (;;) {
    const page = await listExportedPictures(db, seat.member, after, onePage)
    for (const { hash, type } of page) {
      const bytes = await means.media.get(hash)
      if (bytes) yield { name: `pictures/${hash}.${type.replace(/^image\/(\w+).*$/, '$1')}`, bytes }
    }
    after = page.at(-1)?.hash ?? after
    if (page.length < onePage) return
  }
}

function markdownOf({ headline, standfirst, body }: ExportedStory): string {
  const parts = [
    `# ${markdownText(headline)}`,
    ...(standfirst ? [`**${markdownText(standfirst)}**`] : []),
    writeMarkdown(body),
  ]
  return `${parts.join('\n\n')}\n`
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
