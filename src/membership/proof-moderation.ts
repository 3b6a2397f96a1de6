/** What moderators are shown privately, and what they answer: nobody else sees that there is anything to prove. */
import { actor } from '../core/account/visitor.ts'
import { Conflict } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import { listPrivateProofs, type ProofId, type SiteProof } from '../db/site-proofs.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Frame, frameOf, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { field, unsent } from '../web/ui/field.ts'
import { steps } from '../web/ui/steps.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { answerPrivately, readPrivate } from './proof.ts'
import type { Asked, Form, ProofMeans } from './proof-means.ts'

const dones = ['confirmed', 'refused'] as const
/** Characters of a reason. */
const longestWhy = 500

type Fault = { readonly proof: ProofId; readonly why: string; readonly kind: 'missing' | 'gone' | 'own' }
type Waiting = SiteProof & { readonly name: string; readonly words: string }

export async function privateProofs(context: Asked, means: ProofMeans): Promise<Answer> {
  return await answer(context, means)
}

export async function privateProofSent(context: Form, means: ProofMeans): Promise<Answer> {
  const { db, form, now } = context
  const proof = readId<ProofId>(form.get('proof') ?? '')
  const why = (form.get('why') ?? '').trim().slice(0, longestWhy)
  const isProved = form.get('do') === 'confirm'
  if (!proof) return await answer(context, means)
  if (why === '') return await answer(context, means, { proof, why, kind: 'missing' })
  const on = { by: actor(context), now }
  const isAnswered = await answerPrivately(db, proof, { isProved, why }, on).catch((error: unknown) => {
    if (error instanceof Conflict) return 'own' as const
    throw error
  })
  if (isAnswered === 'own') return await answer(context, means, { proof, why, kind: 'own' })
  if (!isAnswered) return await answer(context, means, { proof, why, kind: 'gone' })
  const done = isProved ? 'confirmed' : 'refused'
  return redirect(frameOf(context).at(withQuery(routes.privateProofs.href({}), { done })), 303)
}

async function answer(context: Asked, means: ProofMeans, fault?: Fault): Promise<Answer> {
  const { db, query } = context
  const frame = frameOf(context)
  const { t } = frame
  const secret = await means.secret()
  const waiting = (await listPrivateProofs(db)).map((proof) => ({ ...proof, words: readPrivate(secret, proof) }))
  const done = fault ? undefined : dones.find((one) => one === query.done)
  const told = fault && t(`proof.private.error.${fault.kind}`)
  const body = workLayout(frame, {
    title: t('proof.private.title'),
    sheets: ['sources.css', 'proofs.css'],
    done: done && t(`proof.private.${done}`),
    main: html`${steps(frame, [{ label: t('moderation.title'), href: routes.moderation.href({}) }])}<div class="narrow"><h1>${t('proof.private.title')}</h1>${
      told &&
      unsent(
        told,
        fault.kind === 'missing'
          ? [{ name: `why-${fault.proof}`, label: t('proof.private.why'), fault: t('proof.private.error.missing') }]
          : [],
      )
    }<p class="lede">${t('proof.private.lede')}</p></div>
${waiting.length === 0 ? html`<p class="empty">${t('proof.private.none')}</p>` : waiting.map((proof) => one(frame, proof, fault))}`,
  })
  const status = fault?.kind === 'missing' ? 422 : fault ? 409 : 200
  return privatePage(body, { status })
}

function one(frame: Frame, proof: Waiting, fault: Fault | undefined): Html {
  const { t, at } = frame
  const mine = fault?.proof === proof.id ? fault : undefined
  const name = `why-${proof.id}`
  return html`<section class="proof" aria-labelledby="${`of-${proof.id}`}"><h2 id="${`of-${proof.id}`}"><bdi>${proof.name || t('proof.private.nameless')}</bdi></h2>
<dl class="pairs"><dt>${t('proof.name')}</dt><dd><a href="${proof.address}" rel="noreferrer" dir="ltr" class="address">${proof.address}</a></dd><dt>${t('proof.private.since')}</dt><dd>${proof.privateAt && time(frame, proof.privateAt, 'moment')}</dd></dl>
<blockquote class="said" dir="auto">${proof.words}</blockquote>
<form class="form" method="post" action="${at(routes.privateProofSent.href({}))}"><input type="hidden" name="proof" value="${proof.id}">
${field(
  frame,
  {
    name,
    label: t('proof.private.why'),
    hint: t('proof.private.why.hint'),
    fault: mine?.kind === 'missing' ? t('proof.private.error.missing') : undefined,
  },
  (described, invalid) =>
    html`<input id="${name}" name="why" type="text" dir="auto" maxlength="500" autocomplete="off" value="${mine?.why}" aria-describedby="${described}" aria-invalid="${invalid}">`,
)}
<p class="acts"><button name="do" value="confirm">${t('proof.private.confirm')}</button> <button class="second" name="do" value="refuse">${t('proof.private.refuse')}</button></p></form></section>`
}
