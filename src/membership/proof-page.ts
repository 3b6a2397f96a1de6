/** The page of proofs: each site that was named, how it stands, and the ways to show that it is theirs. */
import {
  hostOfSite,
  isSeenWay,
  mailboxes,
  type ProofWay,
  proofFile,
  proofLine,
  proofRecord,
  proofWays,
  takesMail,
} from '../core/member/proof.ts'
import type { ProofId, SiteProof } from '../db/site-proofs.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { field, textField, unsent } from '../web/ui/field.ts'
import { steps } from '../web/ui/steps.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import type { Desk } from './proof-means.ts'

export const proofDones = ['named', 'proved', 'sent', 'told', 'dropped'] as const
export type ProofDone = (typeof proofDones)[number]

/** What could not be done, with what was typed. */
export type ProofFault =
  | { readonly kind: 'no address' | 'many'; readonly typed: string }
  | ({ readonly proof: ProofId; readonly way: ProofWay; readonly typed?: string } & (
      | { readonly kind: 'missing' | 'elsewhere' | 'unwelcome' | 'no feed' | 'soon' | 'busy' }
      | { readonly kind: 'no mailbox' | 'many letters' | 'no words' | 'long words' }
      | { readonly kind: 'silent'; readonly reason: string }
    ))

export type ShownProof = SiteProof & {
  /** Which of our addresses its page is to link. */
  readonly target: string
  /** When a letter was sent that can still be answered. */
  readonly letterAt: Date | undefined
}

type ProofView = {
  readonly desk: Desk
  readonly proofs: readonly ShownProof[]
  readonly fault: ProofFault | undefined
  readonly done: ProofDone | undefined
}

export function proofPage(frame: Frame, view: ProofView): string {
  const { t } = frame
  const { desk, proofs, fault, done } = view
  const title = t('proof.title')
  return workLayout(frame, {
    title,
    places: desk.places,
    sheets: ['sources.css', 'proofs.css'],
    done: done && t(`proof.done.${done}`),
    main: html`${desk.back && steps(frame, [desk.back])}<div class="narrow"><h1>${title}</h1>${fault && summary(frame, fault)}<p class="lede">${t('proof.lede')}</p></div>
${proofs.map((proof) => site(frame, view, proof))}
${desk.mayChange ? nameForm(frame, view) : proofs.length === 0 && html`<p class="empty">${t('proof.none')}</p>`}`,
  })
}

/** What stands in the way, said first, with the way to where it is. */
function summary({ t }: Frame, fault: ProofFault): Html {
  if (!('way' in fault))
    return unsent(t('proof.unsent'), [{ name: 'url', label: t('proof.name'), fault: words(t, fault) }])
  const id = fault.way === 'mail' || fault.way === 'moderator' ? fieldId(fault) : wayId(fault.proof, fault.way)
  return unsent(t('proof.unproved'), [{ name: id, label: t(`proof.way.${fault.way}`), fault: words(t, fault) }])
}

function words(t: Frame['t'], fault: ProofFault): string {
  switch (fault.kind) {
    case 'silent':
      return t('proof.fault.silent')
    case 'no address':
      return t('proof.fault.no-address')
    case 'no feed':
      return t('proof.fault.no-feed')
    case 'no mailbox':
      return t('proof.fault.no-mailbox')
    case 'many letters':
      return t('proof.fault.many-letters')
    case 'no words':
      return t('proof.fault.no-words')
    case 'long words':
      return t('proof.fault.long-words')
    case 'missing':
      return t(`proof.missing.${isSeenWay(fault.way) ? fault.way : 'file'}`)
    default:
      return t(`proof.fault.${fault.kind}`)
  }
}

function wayId(proof: ProofId, way: ProofWay): string {
  return `${way}-${proof}`
}

function fieldId({ proof, way }: { readonly proof: ProofId; readonly way: ProofWay }): string {
  return `${way === 'mail' ? 'mailbox' : 'words'}-${proof}`
}

function site(frame: Frame, view: ProofView, proof: ShownProof): Html {
  const { t, at } = frame
  const { mayChange, sent } = view.desk
  const isProved = proof.proved !== null && proof.standing.lapsedAt === null
  const ways = mayChange && offered(frame, view, proof)
  return html`<section class="proof" aria-labelledby="${`site-${proof.id}`}"><h2 id="${`site-${proof.id}`}"><bdi dir="ltr">${shortened(proof.address)}</bdi></h2>
<div class="${`state is-${isProved ? 'well' : proof.proved ? 'failing' : 'new'}`}"><p><b>${t(isProved ? 'proof.state.proved' : proof.proved ? 'proof.state.lapsed' : 'proof.state.open')}</b> ${standing(frame, proof)}</p></div>
${
  ways &&
  (isProved
    ? html`<details class="more"><summary>${t('proof.other')}</summary>${ways}</details>`
    : html`<p class="choose">${t('proof.choose')}</p>${ways}
${proof.proved === null && html`<form class="drop" method="post" action="${at(sent)}"><input type="hidden" name="proof" value="${proof.id}"><button class="plainbutton link" name="do" value="drop">${t('proof.drop')}<span class="unseen"> ${shortened(proof.address)}</span></button></form>`}`)
}</section>`
}

function shortened(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/** How it was shown, when it was looked at last, and what waits for an answer. */
function standing(frame: Frame, proof: ShownProof): Html {
  const { t } = frame
  const { proved, checkedAt, privateAt, letterAt, standing } = proof
  const moment = (at: Date) => time(frame, at, 'moment')
  if (proved && standing.lapsedAt)
    return html`${t.rich('proof.says.lapsed', { way: t(`proof.way.${proved.way}`), time: moment(standing.lapsedAt) })}`
  if (proved)
    return html`${t.rich('proof.says.proved', { way: t(`proof.way.${proved.way}`), time: moment(proved.at) })}${
      standing.failingSince && html` ${t.rich('proof.says.failing', { time: moment(standing.failingSince) })}`
    }${isSeenWay(proved.way) && html` <span class="soft">${t('proof.says.monthly')}</span>`}`
  if (privateAt) return html`${t.rich('proof.says.private', { time: moment(privateAt) })}`
  if (letterAt) return html`${t.rich('proof.says.letter', { time: moment(letterAt) })}`
  return checkedAt ? html`${t.rich('proof.says.looked', { time: moment(checkedAt) })}` : html`${t('proof.says.open')}`
}

/** Each way with what to do and, beside its name, whether others will see it. */
function offered(frame: Frame, view: ProofView, proof: ShownProof): readonly Html[] {
  const { t } = frame
  const fault = view.fault && 'way' in view.fault && view.fault.proof === proof.id ? view.fault : undefined
  const possible = proofWays.filter(
    (way) =>
      (way !== 'dns' || proofRecord(proof.address) !== undefined) && (way !== 'mail' || takesMail(proof.address)),
  )
  return possible.map((way) => {
    const id = wayId(proof.id, way)
    const wrong = fault?.way === way ? words(t, fault) : undefined
    const body = isSeenWay(way) ? seenWay(frame, view, proof, way) : askedWay(frame, view, proof, { way, wrong, fault })
    return html`<details class="way" id="${id}" name="${`ways-${proof.id}`}" open="${wrong !== undefined}"><summary><b>${t(`proof.way.${way}`)}</b> <span class="sight">${t(isSeenWay(way) ? 'proof.public' : 'proof.private')}</span></summary>
<p class="hint">${t(`proof.seen.${way}`)}</p>${wrong && isSeenWay(way) && html`<p class="fault">${wrong}</p>`}${fault?.way === way && fault.kind === 'silent' && html`<p class="hint" lang="en" dir="ltr">${fault.reason}</p>`}${body}</details>`
  })
}

function seenWay(frame: Frame, { desk }: ProofView, proof: ShownProof, way: ProofWay): Html {
  const { t, at } = frame
  const { address, token, target } = proof
  const host = hostOfSite(address)
  const says = {
    file: () =>
      html`<p>${t('proof.how.file')}</p>${copied(proofFile(address))}<p>${t('proof.how.file.line')}</p>${copied(proofLine(token))}`,
    'rel-me': () =>
      html`<p>${t('proof.how.rel-me', { page: shortened(address) })}</p>${copied(`<a rel="me" href="${target}">${frame.network.name}</a>`)}`,
    feed: () => html`<p>${t('proof.how.feed')}</p>${copied(proofLine(token))}`,
    dns: () =>
      html`<p>${t('proof.how.dns', { host })}</p>${copied(`${proofRecord(address) ?? ''} TXT "${proofLine(token)}"`)}`,
  }
  return html`${isSeenWay(way) && says[way]()}<form method="post" action="${at(desk.sent)}"><input type="hidden" name="proof" value="${proof.id}"><input type="hidden" name="way" value="${way}"><button name="do" value="look">${t('proof.look')}<span class="unseen"> ${t(`proof.way.${way}`)}</span></button></form>`
}

/** Chosen by a click and taken along as it stands. */
function copied(text: string): Html {
  return html`<pre class="copied" dir="ltr" tabindex="0"><code>${text}</code></pre>`
}

function askedWay(
  frame: Frame,
  { desk }: ProofView,
  proof: ShownProof,
  { way, wrong, fault }: { way: ProofWay; wrong: string | undefined; fault: ProofFault | undefined },
): Html {
  const { t, at } = frame
  const name = fieldId({ proof: proof.id, way })
  const typed = wrong ? fault?.typed : undefined
  const host = hostOfSite(proof.address)
  const asked =
    way === 'mail'
      ? html`${field(
          frame,
          { name, label: t('proof.mailbox'), hint: t('proof.mailbox.hint', { host }), fault: wrong },
          (described, invalid) =>
            html`<input id="${name}" name="mailbox" list="${`list-${name}`}" type="text" dir="ltr" value="${typed ?? `${mailboxes[0]}@${host}`}" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="${described}" aria-invalid="${invalid}"><datalist id="${`list-${name}`}">${mailboxes.map((box) => html`<option value="${`${box}@${host}`}"></option>`)}</datalist>`,
        )}<button name="do" value="mail">${t('proof.write')}</button>`
      : html`${field(
          frame,
          { name, label: t('proof.words'), hint: t('proof.words.hint'), fault: wrong },
          // A browser drops the first line break of a textarea: this one, and not the writer's own.
          (described, invalid) =>
            html`<textarea id="${name}" name="words" dir="auto" rows="4" aria-describedby="${described}" aria-invalid="${invalid}">
${typed}</textarea>`,
        )}<button name="do" value="private">${t('proof.tell')}</button>`
  return html`<form class="form" method="post" action="${at(desk.sent)}"><input type="hidden" name="proof" value="${proof.id}">${asked}</form>`
}

function nameForm(frame: Frame, { desk, proofs, fault }: ProofView): Html {
  const { t, at } = frame
  const wrong = fault && !('way' in fault) ? words(t, fault) : undefined
  const isFirst = proofs.length === 0
  const value = fault && !('way' in fault) ? fault.typed : isFirst ? (desk.site ?? '') : ''
  return html`<section aria-labelledby="another"><h2 id="another">${t(isFirst ? 'proof.first' : 'proof.another')}</h2><form class="form" method="post" action="${at(desk.sent)}">
${textField(frame, { name: 'url', label: t('proof.name'), hint: t('proof.name.hint'), value, fault: wrong, inputMode: 'url' })}
<p><button class="${isFirst ? undefined : 'second'}" name="do" value="name">${t('proof.name.do')}</button></p></form></section>`
}
