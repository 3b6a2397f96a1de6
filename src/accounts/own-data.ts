/** What is kept of somebody: to take along, and to have erased. */
import { accountName } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import type { AccountId } from '../core/id.ts'
import { type AccountData, readAccountData } from '../db/account-data.ts'
import { deleteAccount } from '../db/accounts.ts'
import { listOwnLogos } from '../db/applications.ts'
import type { Db, Tx } from '../db/connection.ts'
import { countHolders, lockRights, recordAct } from '../db/rights.ts'
import { lockSoleOwned } from '../db/seats.ts'
import { addTasks } from '../db/tasks.ts'
import { forgetMedia } from '../db/unused-media.ts'
import { readAppeal } from '../host/appeal-words.ts'
import { readAnswer, readContact } from '../host/application-words.ts'
import { type ArchiveFile, archiveOf } from '../host/archive.ts'
import { post } from '../host/post.ts'
import type { MediaStore } from '../net/media-store.ts'
import { routes } from '../routes.ts'
import { type Answer, flowing, privatePage } from '../web/answer.ts'
import { type Context, type Frame, frameOf } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { noSessionCookie } from '../web/session-cookie.ts'
import { unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import { readOwn } from './account.ts'
import { type Doors, proofNeeded } from './doors.ts'
import { goodbyeLetter } from './letters.ts'

/** Everything in one archive: a JSON document, and the pictures of one's own. */
export async function accountExport(context: Context<Db>, doors: Doors & { media: MediaStore }): Promise<Answer> {
  const proof = proofNeeded(frameOf(context))
  if (proof) return proof
  const { db, now, network } = context
  const own = await readOwn(context, doors)
  const data = await readAccountData(db, own.id, own.mailKey)
  if (!data) throw new NotFound('This account is gone.')
  const { name, mail } = own
  const secret = await doors.secret()
  const applications = readable(secret, data.applications)
  const appeals = data.appeals.map(({ words, ...appeal }) => ({
    ...appeal,
    words: readAppeal(secret, appeal.id, words),
  }))
  const head = { network: network.name, writtenAt: now.toISOString(), id: own.id, name, mail }
  const all = { ...head, ...data, applications, appeals }
  const pictures = await listOwnLogos(db, own.id)
  return flowing(archiveOf(files(), now), 'account.tar.gz')

  async function* files(): AsyncGenerator<ArchiveFile> {
    yield { name: 'account.json', bytes: `${JSON.stringify(all, null, 2)}\n` }
    for (const hash of new Set(pictures)) {
      const bytes = await doors.media.get(hash)
      if (bytes) yield { name: `pictures/${hash}.webp`, bytes }
    }
  }
}

/** With what was encrypted for staff alone, which its writer may read, too. */
function readable(secret: string, applications: AccountData['applications']) {
  const bytes = (base64: string) => Buffer.from(base64, 'base64')
  return applications.map(({ contact, answers, ...application }) => ({
    ...application,
    contact: contact === null ? '' : readContact(secret, application.id, bytes(contact)),
    answers: answers.map(({ id, words, ...answer }) => ({ ...answer, words: readAnswer(secret, id, bytes(words)) })),
  }))
}

/** What leaving means, before it is done. */
export async function leave(context: Context<Db>): Promise<Answer> {
  const frame = frameOf(context)
  return proofNeeded(frame) ?? privatePage(leavePage(frame))
}

export async function leaveSent(context: Sent & Context<Db>, doors: Doors): Promise<Answer> {
  const frame = frameOf(context)
  const { t } = frame
  const proof = proofNeeded(frame)
  if (proof) return proof
  if (context.form.get('sure') !== 'yes') return privatePage(leavePage(frame, t('leave.error.sure')), { status: 422 })
  const { db, now, visitor } = context
  const own = await readOwn(context, doors)
  const secret = await doors.secret()
  let sole: readonly Owned[] = []
  try {
    await db.transaction().execute(async (tx) => {
      sole = await lockSoleOwned(tx, own.id)
      if (sole.length > 0) throw new Conflict('Somebody must own what this account owns.')
      await eraseAccount(tx, own.id, now, visitor?.rights ?? [])
      await post(tx, secret, goodbyeLetter({ ...context, account: own, mail: own.mail }))
    })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const fault = sole.length > 0 ? ownedFault(frame, sole) : t('leave.error.last')
    return privatePage(leavePage(frame, fault), { status: 409 })
  }
  return privatePage(gonePage(frame), { cookies: [noSessionCookie(doors.https)] })
}

/** Throws Conflict for the last administrator: nobody could set anything any more. */
async function eraseAccount(tx: Tx, id: AccountId, now: Date, rights: readonly string[]): Promise<void> {
  await lockRights(tx)
  if (rights.includes('administrator') && (await countHolders(tx, 'administrator')) <= 1)
    throw new Conflict('This is the only administrator.')
  if (rights.length > 0)
    await recordAct(tx, { actedAt: now, actedBy: accountName(id), act: 'leave', about: rights.join(', ') })
  const logos = await listOwnLogos(tx, id)
  await deleteAccount(tx, id)
  const hashes = await forgetMedia(tx, logos)
  if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
  await addTasks(tx, [{ name: 'keep-departure', payload: { account: id, at: now.toISOString() } }])
}

type Owned = { readonly slug: string; readonly name: string }

/** Whoever is a member's only owner hands it over, or leaves with it first. */
function ownedFault({ t, at }: Frame, owned: readonly Owned[]): Html {
  return html`<div class="unsent" id="unsent" role="alert" tabindex="-1" autofocus><p>${t('leave.error.owner')}</p><ul>${owned.map(
    ({ slug, name }) =>
      html`<li><bdi>${name}</bdi>: <a href="${at(routes.memberPeople.href({ member: slug }))}">${t('leave.error.hand-over')}</a> · <a href="${at(routes.memberLeave.href({ member: slug }))}">${t('leave.error.leave-both')}</a></li>`,
  )}</ul></div>`
}

function leavePage(frame: Frame, fault?: string | Html): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('account.leave'),
    main: html`<div class="column"><h1>${t('account.leave')}</h1>${typeof fault === 'string' ? unsent(fault) : fault}<p class="lede">${t('leave.lede')}</p>
<ul class="points"><li>${t('leave.erased')}</li><li>${t('leave.kept')}</li><li>${t('leave.backups')}</li></ul>
<p><a href="${at(routes.accountExport.href({}))}">${t('account.data.export')}</a></p>
<form class="form" method="post" action="${at(routes.leaveSent.href({}))}"><p class="check"><input type="checkbox" id="sure" name="sure" value="yes"><label for="sure">${t('leave.sure')}</label></p>
<p><button class="danger">${t('leave.do')}</button> <a class="back" href="${at(routes.account.href({}))}">${t('leave.stay')}</a></p></form></div>`,
  })
}

/** Said to nobody in particular: whoever reads this has no account any more. */
function gonePage(frame: Frame): string {
  const { t, at } = frame
  return workLayout(
    { ...frame, visitor: undefined },
    {
      title: t('leave.gone'),
      main: html`<div class="column"><h1>${t('leave.gone')}</h1><p class="lede">${t('leave.gone.text')}</p><p><a href="${at(routes.front.href({}))}">${t('notFound.latest')}</a></p></div>`,
    },
  )
}
