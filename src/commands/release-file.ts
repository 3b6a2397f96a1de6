/** Releases from files: read with the pictures beside them, published, and corrected. */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Invalid, NotFound, Usage } from '../core/errors.ts'
import { plainText } from '../core/html/text.ts'
import { type Correction, correctRelease } from '../desk/correct.ts'
import { type Desk, publishRelease, type Release, tryRelease } from '../desk/publish.ts'
import type { Handed } from '../desk/read-release.ts'
import { createMediaStore } from '../net/media-store.ts'
import { type Act, fileTrouble, type Output } from './command.ts'
import { readStoryName } from './story-name.ts'
import { type AtHand, operator, withDatabase } from './with-database.ts'

const kinds: readonly Correction['kind'][] = ['correction', 'clarification', 'update', 'note']

export const publish: Act = async ([file, ...rest], call, out, config) => {
  const { member } = call.options
  if (!file || rest.length > 0) throw new Usage('Say one file: "release publish FILE.md --member SLUG".')
  if (!member) throw new Usage('Say whose release it is, with --member.')
  const handed = await open(file)
  const options = { again: call.flags.has('again') }
  await withDatabase(config, async (at) => {
    if (call.flags.has('dry-run')) {
      const release = await tryRelease(desk(at), member, handed, options)
      if (call.json) out.json({ dryRun: true, ...plain(release) })
      else describe(release, out)
      return
    }
    const release = await publishRelease(desk(at), member, handed, options)
    if (call.json) out.json({ id: release.id, url: release.url, ...plain(release) })
    else {
      out.print(`Published at ${release.url}`)
      out.print(`Its id is ${release.id}.`)
    }
  })
}

export const correct: Act = async ([given, file, ...rest], call, out, config) => {
  if (!given || rest.length > 0)
    throw new Usage('Say which story, and the file as it should read: "release correct STORY FILE.md".')
  const kind = kinds.find((known) => known === call.options.kind)
  if (!kind) throw new Usage(`Say what kind of change it is, with --kind: ${kinds.join(', ')}.`)
  const note = call.options.note?.trim()
  if (!note) throw new Usage('Say what readers should be told of it, with --note.')
  if (!file && kind !== 'note')
    throw new Usage(`Say the file with the text as it should read: "release correct STORY FILE.md --kind ${kind}".`)
  const named = readStoryName(given)
  const handed = file ? await open(file) : undefined
  await withDatabase(config, async (at) => {
    const corrected = await correctRelease(desk(at), await named(at.db), handed, { kind, note })
    if (call.json) out.json({ ...corrected, kind })
    else out.print(`Version ${corrected.version} stands at ${corrected.url}`)
  })
}

function desk({ db, config, clock }: AtHand): Desk {
  return { db, media: createMediaStore(config, clock), now: clock(), by: operator, url: config.url }
}

async function open(file: string): Promise<Handed> {
  const bytes = await read(file)
  if (!bytes) throw new NotFound(`There is no file "${file}".`)
  return { name: basename(file), bytes, picture: (name) => read(join(dirname(file), name)) }
}

/** Undefined when there is no such file. */
async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new Invalid(`"${file}" could not be read: ${fileTrouble(error)}.`)
  }
}

/** For programs: what the file came to. */
function plain({ member, text, facts }: Release): object {
  return { member: member.slug, ...text, ...facts }
}

function describe({ member, text, facts }: Release, out: Output): void {
  const { backMatter } = text
  const lines: readonly (readonly [string, string | number | null | undefined])[] = [
    ['headline', text.headline],
    ['standfirst', text.standfirst],
    ['issued by', member.name],
    ['genre', facts.sponsored ? `${facts.genre}, sponsored` : facts.genre],
    ['dateline', [text.located, backMatter?.dated].filter(Boolean).join(', ')],
    ['language', text.language],
    ['text', `${plainText(text.body).length} characters`],
    ['topics', facts.topics.join(', ')],
    ['keywords', text.keywords.join(', ')],
    ['places', facts.places.map(({ name, country }) => [name, country].filter(Boolean).join(' ')).join(', ')],
    ['event', backMatter?.event && [backMatter.event.starts, backMatter.event.venue].filter(Boolean).join(', ')],
    ['expires', facts.expiresAt?.toISOString()],
    ['supporters', backMatter?.supporters.map(({ name }) => name).join(', ')],
    ['quotes', backMatter?.quotes.map(({ speaker }) => speaker).join(', ')],
    [
      'contact',
      backMatter?.contacts
        .map(({ name, ways }) => [name, ...ways.map(({ words }) => words)].filter(Boolean).join(' '))
        .join('; '),
    ],
    ['notes', backMatter?.notesToEditors ? 'for editors, public' : ''],
    ['about', backMatter?.boilerplate.map(({ name }) => name).join(', ')],
    ['licence', [facts.licence, facts.licenceUrl, facts.usageTerms].filter(Boolean).join(', ')],
    ['pictures', text.pictures.map(({ alt, width, height }) => `${alt} (${width} × ${height})`).join('; ')],
    ['edNote', text.edNote && `${text.edNote} (not public)`],
    ['urgency', text.urgency],
    ['slugline', text.slugline],
  ]
  out.print('Nothing was published. It would be this:')
  for (const [name, value] of lines) if (value) out.print(`  ${name.padEnd(12)}${value}`)
}
