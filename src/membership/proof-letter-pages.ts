/** Where a letter's link leads, and what a site links when it links us as its own. */
import { hostOfSite } from '../core/member/proof.ts'
import { findProofLetter } from '../db/proof-letters.ts'
import { findProofById, nameOfClaimant } from '../db/site-proofs.ts'
import { hashToken } from '../host/token.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { type Frame, frameOf } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { workLayout } from '../web/work-layout.ts'
import { useLetter } from './proof.ts'
import type { Asked, Form } from './proof-means.ts'

/** Asks first: programs that look through mail follow links, too. */
export async function proofLetterPage(context: Asked): Promise<Answer> {
  const { db, query, now } = context
  const frame = frameOf(context)
  const key = query.key ?? ''
  const id = await findProofLetter(db, hashToken(key), now)
  const proof = id && (await findProofById(db, id))
  if (!proof) return over(frame)
  const host = hostOfSite(proof.address)
  const name = await nameOfClaimant(db, proof.claimant)
  const { t, at } = frame
  const title = t('proof.letter.title', { host })
  return said(
    frame,
    title,
    html`<p class="lede">${name ? t('proof.letter.text', { name, host }) : t('proof.letter.text.nameless', { host })}</p>
<form method="post" action="${at(routes.proofLetterUsed.href({}))}"><input type="hidden" name="key" value="${key}"><button>${t('proof.letter.do')}</button></form>
<p class="hint">${t('proof.letter.not')}</p>`,
  )
}

export async function proofLetterUsed(context: Form): Promise<Answer> {
  const { db, form, now } = context
  const frame = frameOf(context)
  const key = form.get('key') ?? ''
  const used = await db.transaction().execute((tx) => useLetter(tx, key, now))
  if (!used) return over(frame)
  return said(frame, frame.t('proof.letter.used'), html`<p class="lede">${frame.t('proof.letter.used.text')}</p>`)
}

/** The same for every token: whose it is, and whether there is one, is not told. */
export async function proofFace(context: Asked): Promise<Answer> {
  const frame = frameOf(context)
  const { t, at, network } = frame
  const body = workLayout(frame, {
    title: t('proof.face.title'),
    main: html`<div class="narrow"><h1>${t('proof.face.title')}</h1><p class="lede">${t('proof.face.text', { network: network.name })}</p><p class="small"><a href="${at(routes.about.href({}))}">${t('nav.about')}</a></p></div>`,
  })
  return privatePage(body)
}

function over(frame: Frame): Answer {
  const { t } = frame
  return said(frame, t('proof.letter.over'), html`<p class="lede">${t('proof.letter.over.text')}</p>`, 410)
}

function said(frame: Frame, title: string, words: Html, status = 200): Answer {
  const body = workLayout(frame, { title, main: html`<div class="narrow"><h1>${title}</h1>${words}</div>` })
  return privatePage(body, { status })
}
