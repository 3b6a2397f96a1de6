/** The mark of an application: a picture handed in, made anew, or one of our drawings; kept where only its maker sees it. */
import { isTold } from '../core/member/checklist.ts'
import { type Application, type ApplicationChange, type LogoOrigin, updateApplication } from '../db/applications.ts'
import type { Tx } from '../db/connection.ts'
import { insertMedia, lockMedia } from '../db/media.ts'
import { addTasks } from '../db/tasks.ts'
import { forgetMedia } from '../db/unused-media.ts'
import { type Prepared, prepareLogo, UnusablePicture } from '../net/images.ts'
import { hashOf } from '../net/media-store.ts'
import { type Frame, frameOf } from '../web/context.ts'
import type { Given, StepFault, StepRead } from './application-form.ts'
import { type Applying, type Form, lockOpen, openApplication } from './applying.ts'
import { type Drawing, drawnFile, readDrawing, shownBy } from './drawn-marks.ts'

type Picture = { readonly prepared: Prepared; readonly origin: LogoOrigin; readonly drawing?: Drawing }

export async function keepMark(
  context: Form,
  applying: Applying,
  read: StepRead,
): Promise<{ application: Application; faults: readonly StepFault[]; given: Given } | undefined> {
  const frame = frameOf(context)
  const before = await openApplication(context)
  if (!before) return undefined
  const picture = await pictureOf(context, applying, before)
  const alt = altFor(frame, before, read, picture)
  const given = { ...read.given, alt }
  const faults = faultsOf(frame, before, { read, picture, alt })
  if (before.submittedAt !== null && faults.length > 0) return { application: before, faults, given }
  const application = await context.db.transaction().execute(async (tx) => {
    const own = await lockOpen(tx, context)
    if (!own) return undefined
    const change = { ...read.change, ...(read.change.logoAlt !== undefined && { logoAlt: alt }) }
    const made = picture && 'prepared' in picture ? await put(tx, context, applying, picture) : {}
    await updateApplication(tx, own.id, { step: 'mark', change: { ...change, ...made } }, context.now)
    if (made.logo !== undefined && own.logo !== null && own.logo !== made.logo) await dropPicture(tx, own.logo)
    return await lockOpen(tx, context)
  })
  return application && { application, faults, given }
}

/** A file that was chosen counts before a drawing; undefined where all stays as it is. */
async function pictureOf(
  { files, form, client }: Form,
  { limits }: Applying,
  before: Application,
): Promise<Picture | { readonly why: UnusablePicture['why'] | 'often' } | undefined> {
  const file = files.get('picture')
  const drawing = readDrawing(form.get('mark'), before.name)
  if (!file && (!drawing || drawing === before.logoOrigin?.drawn)) return undefined
  if (limits.pictures.take(client)) return { why: 'often' }
  try {
    if (!file && drawing) {
      const prepared = await prepareLogo(drawnFile(drawing, { seed: before.id, name: before.name }))
      return { prepared, drawing, origin: { file: '', width: 0, height: 0, removed: [], drawn: drawing } }
    }
    const prepared = await prepareLogo(new Uint8Array((await file?.arrayBuffer()) ?? []))
    const { width, height, traces } = prepared.given
    const name = (file?.name ?? '').replace(/[\p{C}]/gu, '').slice(0, 100)
    return { prepared, origin: { file: name, width, height, removed: traces, drawn: null } }
  } catch (error) {
    if (error instanceof UnusablePicture) return { why: error.why }
    throw error
  }
}

/** What a drawing of ours shows, we say; words for one that was left say nothing of the next. */
function altFor(
  { t }: Frame,
  before: Application,
  { given }: StepRead,
  picture: Awaited<ReturnType<typeof pictureOf>>,
): string {
  const typed = given.alt ?? ''
  const drawing = picture && 'prepared' in picture ? picture.drawing : undefined
  if (!drawing) return typed
  if (typed !== '' && typed !== before.logoAlt) return typed
  const shown = shownBy(drawing, before.name)
  return 'letter' in shown ? t('application.drawn.initial', shown) : t(`application.drawn.${shown.pattern}.alt`)
}

function faultsOf(
  { t }: Frame,
  before: Application,
  { read, picture, alt }: { read: StepRead; picture: Awaited<ReturnType<typeof pictureOf>>; alt: string },
): StepFault[] {
  const label = t('application.picture')
  const of = (fault: string, isUnusable: boolean): StepFault => ({ name: 'picture', label, fault, isUnusable })
  const faults: StepFault[] = []
  if (picture && 'why' in picture) faults.push(of(t(`application.picture.${picture.why}`), true))
  else if (!picture && before.logo === null) faults.push(of(t('application.picture.error'), false))
  const hasPicture = picture ? 'prepared' in picture : before.logo !== null
  const words = { name: 'alt', label: t('application.alt') }
  if (alt === '' && hasPicture) faults.push({ ...words, fault: t('application.alt.error'), isUnusable: false })
  return [...faults, ...read.faults.filter(({ name }) => name !== 'alt' || !isTold(alt))]
}

/** Into the store and the books at once, under the picture's own lock. */
async function put(tx: Tx, { now }: Form, { media }: Applying, picture: Picture): Promise<ApplicationChange> {
  const { bytes, type, width, height } = picture.prepared
  const hash = hashOf(bytes)
  await lockMedia(tx, hash)
  await insertMedia(tx, { hash, type, width, height, bytes: bytes.length }, now)
  await media.put(bytes, type)
  return { logo: hash, logoOrigin: picture.origin }
}

async function dropPicture(tx: Tx, hash: string): Promise<void> {
  const hashes = await forgetMedia(tx, [hash])
  if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
}
