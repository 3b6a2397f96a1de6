/** Lists of feeds (OPML): handed in, looked at, brought in while one watches; and our own to take along. */
import { actor } from '../core/account/visitor.ts'
import { agents } from '../core/agent.ts'
import { NotFound } from '../core/errors.ts'
import { writeOpml } from '../core/formats/write-opml.ts'
import { readId } from '../core/id.ts'
import { pictureUses } from '../core/story/gate.ts'
import { recordAct } from '../db/rights.ts'
import {
  beginImport,
  countLines,
  findImport,
  type ImportId,
  insertImport,
  lineOutcomes,
  listLines,
  type SourceImport,
} from '../db/source-imports.ts'
import { listSources } from '../db/sources.ts'
import { addTasks } from '../db/tasks.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf } from '../web/context.ts'
import { memberNamed, membersToChoose } from './member-named.ts'
import { type Asked, type Form, lineIn, oneOf } from './outside.ts'
import { shows } from './pages-act.ts'
import { mostLines, readOpmlList } from './read-opml.ts'
import { handInPage, type ImportFault, type ImportForm, importPage, others } from './views/import.ts'

const linesOnPage = 100

/** Every source that is not removed, as feed readers and other networks take it. */
export async function sourcesOpml({ db, network, url }: Asked): Promise<Answer> {
  const sources = await listSources(db)
  const outlines = sources.map(({ title, memberName, url, siteUrl, memberSiteUrl, language }) => ({
    title: title || memberName,
    feed: url,
    page: siteUrl ?? memberSiteUrl ?? new URL('/', url).href,
    about: '',
    language: language ?? undefined,
  }))
  const body = writeOpml({ title: network.name, page: `${url}/`, outlines })
  const headers = { 'content-disposition': 'attachment; filename="sources.opml"' }
  return { ...privatePage(body, { headers }), type: 'text/x-opml; charset=utf-8' }
}

export async function sourcesImport(context: Asked): Promise<Answer> {
  return privatePage(handInPage(frameOf(context), {}))
}

/** Nothing is added by this: the list is read, kept, and shown. */
export async function sourcesImportSent(context: Form): Promise<Answer> {
  const { db, files, now } = context
  const { t, at } = frameOf(context)
  const again = (fault: string) => privatePage(handInPage(frameOf(context), { fault }), { status: 422 })
  const file = files.get('file')
  if (!file) return again(t('import.error.no-file'))
  const list = await readOpmlList(db, new Uint8Array(await file.arrayBuffer()))
  if (list.kind !== 'list') {
    const faults = {
      'no list': t('import.error.no-list'),
      empty: t('import.error.empty'),
      'too long': t('import.error.too-long', { count: mostLines }),
    }
    return again(faults[list.kind])
  }
  const title = list.title || file.name.slice(0, 200)
  const id = await db
    .transaction()
    .execute((tx) => insertImport(tx, { title, at: now, by: actor(context), lines: list.lines }))
  return redirect(at(routes.sourceImport.href({ id })), 303)
}

export async function sourceImport(context: Asked): Promise<Answer> {
  const { query } = context
  const list = await listNamed(context)
  return await answer(
    context,
    list,
    { others: 'leave', member: '', grant: 'excerpt', pictures: 'none', agent: 'named' },
    {
      only: oneOf(lineOutcomes, query.only?.replaceAll('-', ' ')),
      after: /^\d{1,6}$/.test(query.after ?? '') ? Number(query.after) : -1,
    },
  )
}

export async function sourceImportSent(context: Form): Promise<Answer> {
  const { form, db, now } = context
  const list = await listNamed(context)
  const { at, t } = frameOf(context)
  const given: ImportForm = {
    others: oneOf(others, form.get('others')) ?? 'leave',
    member: lineIn(form, 'member').slice(0, 200),
    grant: oneOf(shows, form.get('grant')) ?? 'excerpt',
    pictures: oneOf(pictureUses, form.get('pictures')) ?? 'none',
    agent: oneOf(agents, form.get('agent')) ?? 'named',
  }
  const named = given.others === 'one' ? await memberNamed(db, given.member) : undefined
  if (named?.kind === 'unknown') {
    const words = t(given.member === '' ? 'import.error.nobody' : 'source-add.error.no-member')
    const fault = { field: 'member', words } as const
    return await answer(context, list, given, { fault, after: -1 })
  }
  const by = actor(context)
  await db.transaction().execute(async (tx) => {
    const begun = {
      at: now,
      others: given.others,
      memberId: named?.member.id ?? null,
      grant: { shows: given.grant, pictures: given.pictures },
      agent: given.agent,
    }
    if (!(await beginImport(tx, list.id, begun))) return
    await addTasks(tx, [{ name: 'import-sources', payload: { list: list.id } }])
    const why = `${given.others}: ${given.grant}, pictures: ${given.pictures}`
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'import sources', about: list.title, why })
  })
  return redirect(at(routes.sourceImport.href({ id: list.id })), 303)
}

async function listNamed({ db, params }: Asked): Promise<SourceImport> {
  const id = readId<ImportId>(params.id ?? '')
  const list = id && (await findImport(db, id))
  if (!list) throw new NotFound('There is no such list.')
  return list
}

async function answer(
  context: Asked,
  list: SourceImport,
  given: ImportForm,
  asked: {
    readonly only?: (typeof lineOutcomes)[number] | undefined
    readonly after: number
    readonly fault?: ImportFault
  },
): Promise<Answer> {
  const { db } = context
  const { only, after, fault } = asked
  const [counts, lines, members] = await Promise.all([
    countLines(db, list.id),
    listLines(db, list.id, { outcome: only, after, most: linesOnPage + 1 }),
    list.begun ? undefined : membersToChoose(db),
  ])
  const shown = lines.slice(0, linesOnPage)
  const next = lines.length > linesOnPage ? shown.at(-1)?.position : undefined
  const body = importPage(frameOf(context), { list, given, counts, lines: shown, next, only, members, fault })
  return privatePage(body, { status: fault ? 422 : 200 })
}
