/** Pictures of a draft: read, written anew without what the camera wrote into them, and kept where only its people see them. */
import { Invalid, NotFound } from '../core/errors.ts'
import type { DraftFields, DraftPicture } from '../core/story/draft-fields.ts'
import type { Tx } from '../db/connection.ts'
import { type DraftId, unlinkPicture } from '../db/drafts.ts'
import { insertMedia, lockMedia } from '../db/media.ts'
import { addTasks } from '../db/tasks.ts'
import { forgetMedia } from '../db/unused-media.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { checkDraft } from './check-draft.ts'
import type { Asked, Given, Means } from './means.ts'
import { changeDraft, isOpen, ownDraft } from './own-draft.ts'
import { type PicturesView, type PictureWords, picturesPage } from './pictures-page.ts'
import { prepareMedia } from './read-release.ts'

const mostPictures = 10
const said = ['added', 'kept', 'removed', 'saved'] as const

export async function draftPictures(context: Asked): Promise<Answer> {
  const { t } = frameOf(context)
  const done = said.find((one) => one === context.query.done)
  const words = done && (done === 'saved' ? t('desk.done.saved') : t(`desk.done.picture.${done}`))
  return await page(context, { given: empty, faults: [], done: words })
}

/** The picture is kept even where its words are not right yet: nobody has to choose it twice. */
export async function draftPictureAdded(context: Given, means: Means): Promise<Answer> {
  const { form, files, now, client } = context
  const draft = await ownDraft(context)
  const given = readWords(form, '')
  const file = files.get('file')
  if (!file) return await page(context, { given, faults: [], fileFault: 'missing' }, 422)
  if (draft.fields.pictures.length >= mostPictures)
    return await page(context, { given, faults: [], fileFault: 'many' }, 422)
  if (means.limits.pictures.take(client)) return await page(context, { given, faults: [], fileFault: 'often' }, 429)
  const media = await prepared(new Uint8Array(await file.arrayBuffer()))
  if (!media) return await page(context, { given, faults: [], fileFault: 'unusable' }, 422)
  const { data, ...row } = media
  const isKept = await changeDraft(context, draft, async (tx, { fields }) => {
    const others = fields.pictures.filter(({ hash }) => hash !== row.hash)
    // Of several sent at once each sees those before it.
    if (others.length >= mostPictures) return { answer: false }
    // Under its lock, so that nobody removes at this moment what is put there.
    await lockMedia(tx, row.hash)
    await insertMedia(tx, row, now)
    await means.media.put(data, row.type)
    return { fields: { ...fields, pictures: [...others, { hash: row.hash, ...given }] }, answer: true }
  })
  if (!isKept) return await page(context, { given, faults: [], fileFault: 'many' }, 422)
  return await told(context, 'added')
}

export async function draftPictureSent(context: Given): Promise<Answer> {
  const { form, params } = context
  const draft = await ownDraft(context)
  const at = draft.fields.pictures.findIndex(({ hash }) => hash === params.hash)
  if (at < 0) throw new NotFound('There is no such picture.')
  const isRemoved = form.get('do') === 'remove'
  const typed = readWords(form, `-${at}`)
  await changeDraft(context, draft, async (tx, { fields }) => {
    const pictures = isRemoved
      ? fields.pictures.filter(({ hash }) => hash !== params.hash)
      : fields.pictures.map((one): DraftPicture => (one.hash === params.hash ? { ...one, ...typed } : one))
    if (isRemoved) await forget(tx, draft.id, params.hash ?? '')
    return { fields: { ...fields, pictures } satisfies DraftFields, answer: undefined }
  })
  return await told(context, isRemoved ? 'removed' : 'kept')
}

/** The bytes of a picture that nothing else shows are removed. */
async function forget(tx: Tx, draft: DraftId, hash: string): Promise<void> {
  await unlinkPicture(tx, draft, hash)
  const hashes = await forgetMedia(tx, [hash])
  if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
}

async function prepared(bytes: Uint8Array) {
  try {
    return await prepareMedia(bytes)
  } catch (error) {
    if (error instanceof Invalid) return undefined
    throw error
  }
}

/** What is amiss in the words of the pictures that are there, or on with what was done. */
async function told(context: Asked, done: 'added' | 'kept' | 'removed'): Promise<Answer> {
  const draft = await ownDraft(context)
  const { db, now, network } = context
  const { faults } = await checkDraft(
    db,
    { ...draft, supporters: [] },
    { now, timeZone: network.timeZone, member: draft.memberSlug },
  )
  const wrong = faults.filter(({ field }) => /-\d+$/.test(field))
  if (wrong.length > 0 && done !== 'removed') return await page(context, { given: empty, faults: wrong }, 422)
  const { member = '', draft: id = '' } = context.params
  return redirect(frameOf(context).at(withQuery(routes.draftPictures.href({ member, draft: id }), { done })), 303)
}

const empty: PictureWords = { alt: '', caption: '', credit: '', licence: 'free' }

function readWords(form: URLSearchParams, end: string): PictureWords {
  const line = (name: keyof PictureWords) =>
    (form.get(`${name}${end}`) ?? '').replace(/\s+/g, ' ').trim().slice(0, 4_000)
  return { alt: line('alt'), caption: line('caption'), credit: line('credit'), licence: line('licence') || 'free' }
}

type Shown = Pick<PicturesView, 'given' | 'faults' | 'fileFault' | 'done'>

async function page(context: Asked, shown: Shown, status = 200): Promise<Answer> {
  const draft = await ownDraft(context)
  return privatePage(picturesPage(frameOf(context), { ...shown, draft, isOpen: isOpen(draft) }), { status })
}
