/** Where supporters answer, by the link in their letter. */
import { readMarkdown } from '../core/html/markdown.ts'
import type { SafeHtml } from '../core/html/sanitise.ts'
import { plainText } from '../core/html/text.ts'
import type { Db, Tx } from '../db/connection.ts'
import { type Draft, findAnyDraft, listDraftsOf, lockDraft } from '../db/drafts.ts'
import { findLine, readText } from '../db/releases.ts'
import { lockSubjects } from '../db/stories.ts'
import { answerSupporter, carrySupporters, findAsked, type Supporter } from '../db/supporters.ts'
import { hashToken } from '../host/token.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { messages } from '../web/messages/messages.ts'
import { revise } from '../wire/revise.ts'
import type { Asked, Given } from './means.ts'
import { asPublished, supportDigest } from './supporting-of.ts'
import { answeredPage, type SupportView, supportingPage } from './supporting-page.ts'

export async function supporting(context: Asked): Promise<Answer> {
  const { db, query, now } = context
  const frame = frameOf(context)
  if (query.done === 'confirmed' || query.done === 'declined') return privatePage(answeredPage(frame, query.done))
  const view = await questionOf(db, query.key ?? '', now)
  if (!view) return privatePage(answeredPage(frame, 'gone'), { status: 404 })
  return privatePage(supportingPage(frame, view))
}

/** One answer to one text by one link. */
export async function supportingSent(context: Given): Promise<Answer> {
  const { db, form, now } = context
  const frame = frameOf(context)
  const key = form.get('key') ?? ''
  const view = await questionOf(db, key, now)
  if (!view) return privatePage(answeredPage(frame, 'gone'), { status: 404 })
  const answer =
    form.get('answer') === 'confirmed' ? 'confirmed' : form.get('answer') === 'declined' ? 'declined' : undefined
  if (!answer || form.get('digest') !== view.text.digest)
    return privatePage(supportingPage(frame, { ...view, hasChanged: true }), { status: 409 })
  const isTaken = await db.transaction().execute((tx) => take(tx, context, key, answer, view.text.digest))
  if (!isTaken) return privatePage(answeredPage(frame, 'gone'), { status: 404 })
  return redirect(frame.at(withQuery(routes.supporting.href({}), { done: answer })), 303)
}

/** Under the draft's lock, so that whoever publishes it at this moment knows of the answer, or the answer of that. */
async function take(
  tx: Tx,
  context: Given,
  key: string,
  answer: 'confirmed' | 'declined',
  digest: string,
): Promise<boolean> {
  const { now } = context
  const asked = await findAsked(tx, hashToken(key), now)
  const draft = asked && (await lockDraft(tx, asked.draft))
  if (!draft || (await textOf(tx, draft))?.digest !== digest) return false
  if (!(await answerSupporter(tx, hashToken(key), { answer, digest, at: now }))) return false
  if (draft.standing === 'published' && answer === 'confirmed') await nameInStory(tx, context, draft, asked)
  return true
}

/** Who says yes when it is out already is named by an update; and by the corrections that are on their way. */
async function nameInStory(tx: Tx, context: Given, draft: Draft, { name, url, language }: Supporter): Promise<void> {
  const { now, network } = context
  const { story } = draft
  if (!story) return
  await lockSubjects(tx, [story])
  const text = await readText(tx, story)
  const { backMatter } = text
  if (!backMatter || backMatter.supporters.some((one) => one.name === name)) return
  const note = messages(text.language, network.timeZone, network.words)('supporting.note', { supporter: name })
  const supporters = [...backMatter.supporters, { name, url }]
  const by = 'a supporter'
  await revise(tx, { now, by, timeZone: network.timeZone }, [
    { id: story, kind: 'update', note, text: { ...text, backMatter: { ...backMatter, supporters } } },
  ])
  for (const open of await listDraftsOf(tx, story))
    await carrySupporters(tx, open.id, [{ name, url }], { at: now, language, digest: asPublished })
}

async function questionOf(db: Db, key: string, now: Date): Promise<Omit<SupportView, 'hasChanged'> | undefined> {
  const asked = await findAsked(db, hashToken(key), now)
  const draft = asked && (await findAnyDraft(db, asked.draft))
  const text = draft && (await textOf(db, draft))
  return asked && draft && text && { key, supporter: asked.name, member: draft.memberName, text }
}

/** As it stands in the draft; once it is out, as readers see it. Undefined where it was taken back. */
async function textOf(db: Db, draft: Draft): Promise<SupportView['text'] | undefined> {
  if (draft.standing !== 'published') {
    const { headline, standfirst, body, language } = draft.fields
    return {
      headline,
      standfirst,
      body: readMarkdown(body, 1).html,
      language,
      digest: supportDigest(draft.fields),
      isOut: false,
    }
  }
  const line = draft.story && (await findLine(db, draft.story))
  if (!draft.story || !line || line.withdrawal !== null || line.held || line.expired) return undefined
  const { headline, standfirst, body, language } = await readText(db, draft.story)
  const digest = supportDigest({ headline, standfirst, body: plainText(body) })
  return { headline, standfirst, body: body as SafeHtml, language, digest, isOut: true }
}
