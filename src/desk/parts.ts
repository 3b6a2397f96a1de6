/** Where a draft is written, part by part. */
import { visitorOf } from '../core/account/visitor.ts'
import { type DraftFields, parts, signings } from '../core/story/draft-fields.ts'
import { knownTopics } from '../core/story/topics.ts'
import type { Db } from '../db/connection.ts'
import type { Draft } from '../db/drafts.ts'
import { listTopics, type Topic } from '../db/topics.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { checkDraft, type DraftFault } from './check-draft.ts'
import { nextStep, stepHref } from './draft-layout.ts'
import type { Asked, Given } from './means.ts'
import { changeDraft, isOpen, ownDraft } from './own-draft.ts'
import { baseOf, type PartForm, type PartName, partOf, partPage } from './part-form.ts'

export async function draftPart(context: Asked): Promise<Answer> {
  const draft = await ownDraft(context)
  const done = context.query.done === 'saved' ? frameOf(context).t('desk.done.saved') : undefined
  return privatePage(await page(context, { draft, fields: draft.fields, faults: [], done }))
}

/**
 * Keeps what was typed, whatever is amiss in it, and says what. Where somebody else has saved this part since the form was
 * opened nothing is written over: both texts are shown.
 */
export async function draftPartSent(context: Given): Promise<Answer> {
  const { form, db, now, network } = context
  const part = partNamed(context)
  const before = await ownDraft(context)
  const typed = readPart(form, part)
  const saved = await changeDraft<Saved>(context, before, async (_tx, draft) => {
    const fields = { ...draft.fields, ...typed }
    const isTheirs =
      form.get('base') !== baseOf(part, draft.fields) && baseOf(part, fields) !== baseOf(part, draft.fields)
    if (isTheirs) return { answer: { draft, fields, isTheirs } }
    return { fields, answer: { draft: { ...draft, fields, changedAt: now }, fields, isTheirs } }
  })
  const { draft, fields } = saved
  if (saved.isTheirs)
    return privatePage(await page(context, { draft, fields, faults: [], theirs: draft.fields }), { status: 409 })
  const { faults } = await checkDraft(
    db,
    { fields, kind: draft.kind, supporters: [] },
    { now, timeZone: network.timeZone, member: draft.memberSlug },
  )
  const here: readonly string[] = parts[partOf[part]]
  // What is not there yet may come later; the last page asks for it.
  const wrong = faults.filter(({ field, what }) => here.includes(field) && (what !== 'missing' || field === 'byline'))
  if (wrong.length > 0) return privatePage(await page(context, { draft, fields, faults: wrong }), { status: 422 })
  const next = form.get('then') === 'check' ? 'check' : nextStep(part)
  return redirect(frameOf(context).at(withQuery(stepHref(draft, next), { done: 'saved' })), 303)
}

type Saved = { readonly draft: Draft; readonly fields: DraftFields; readonly isTheirs: boolean }

type Shown = Pick<PartForm, 'draft' | 'fields' | 'theirs' | 'done'> & { readonly faults: readonly DraftFault[] }

async function page(context: Asked, shown: Shown): Promise<string> {
  const part = partNamed(context)
  const topics = part === 'about' ? await offeredTopics(context.db) : []
  const { name } = visitorOf(context)
  return partPage(frameOf(context), { ...shown, part, topics, name, isOpen: isOpen(shown.draft) })
}

/** The network's own words for a topic go before the program's. */
async function offeredTopics(db: Db): Promise<Topic[]> {
  const all = new Map<string, Topic>(knownTopics.map(({ slug, name }) => [slug, { slug, name }]))
  for (const { slug, name } of await listTopics(db)) all.set(slug, { slug, name })
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function partNamed({ params }: Asked): PartName {
  return params.part === 'about' || params.part === 'newsrooms' ? params.part : 'words'
}

/** Characters; whatever is longer is no release. */
const longestField = 400_000

function readPart(form: URLSearchParams, part: PartName): Partial<DraftFields> {
  const text = (name: keyof DraftFields) => (form.get(name) ?? '').replace(/\r\n?/g, '\n').slice(0, longestField).trim()
  const line = (name: keyof DraftFields) => text(name).replace(/\s+/g, ' ')
  switch (part) {
    case 'words':
      return {
        ...(form.has('headline')
          ? {
              headline: line('headline'),
              standfirst: line('standfirst'),
              place: line('place'),
              date: line('date'),
              body: text('body'),
            }
          : {}),
        note: line('note'),
      }
    case 'about':
      return {
        genre: line('genre'),
        language: line('language'),
        translationOf: line('translationOf'),
        topics: form.getAll('topics').slice(0, 100),
        places: line('places'),
        signed: signings.find((one) => one === form.get('signed')) ?? 'member',
        byline: line('byline'),
        licence: line('licence'),
        sponsored: form.has('sponsored'),
      }
    case 'newsrooms':
      return {
        contactName: line('contactName'),
        contactMail: line('contactMail'),
        contactPhone: line('contactPhone'),
        notesToEditors: text('notesToEditors'),
        boilerplate: text('boilerplate'),
        edNote: text('edNote'),
      }
  }
}
