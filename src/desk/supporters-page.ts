/** Who is said to support a draft, where each stands, and the form that asks one more. */
import type { Draft } from '../db/drafts.ts'
import type { Supporter } from '../db/supporters.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { selectField } from '../web/ui/choice.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { draftLayout, stepHref } from './draft-layout.ts'
import { supportDigest, supportOf } from './supporting-of.ts'

export type SupporterWords = {
  readonly name: string
  readonly url: string
  readonly mail: string
  readonly language: string
}
export type SupporterFault = { readonly field: keyof SupporterWords; readonly what: 'missing' | 'unusable' | 'twice' }

export type SupportersView = {
  readonly draft: Draft
  readonly supporters: readonly Supporter[]
  readonly given: SupporterWords
  readonly faults: readonly SupporterFault[]
  /** What stands in the way and is no field's fault. */
  readonly refusal?: 'often' | 'many' | undefined
  readonly isOpen: boolean
  readonly done?: string | undefined
}

export function supportersPage(frame: Frame, view: SupportersView): string {
  const { t, at } = frame
  const { draft, supporters, faults, refusal, isOpen } = view
  const told = faults.map(({ field, what }) => ({
    name: field,
    label: t(`desk.supporter.${field}`),
    fault: what === 'twice' ? t('desk.supporter.twice') : t(`desk.supporter.must.${field}`),
  }))
  return draftLayout(frame, {
    draft,
    step: 'supporters',
    done: view.done,
    main: html`${refusal && unsent(t(`desk.supporters.${refusal}`))}${told.length > 0 && unsent(t('desk.unsent', { count: told.length }), told)}
${supporters.length > 0 && html`<ul class="rows">${supporters.map((one) => line(frame, view, one))}</ul>`}
${isOpen && askForm(frame, view, (name) => told.find((one) => one.name === name)?.fault)}
<p class="after"><a href="${at(stepHref(draft, 'check'))}">${t('desk.go-on')}</a></p>`,
  })
}

function line(frame: Frame, { draft, isOpen }: SupportersView, supporter: Supporter): Html {
  const { t, at, now } = frame
  const support = supportOf(supporter, supportDigest(draft.fields), now)
  const action = at(routes.draftSupporterSent.href({ member: draft.memberSlug, draft: draft.id, id: supporter.id }))
  const isRecent = supporter.answer === null && supporter.askedAt.getTime() > now.getTime() - 86_400_000
  const again = supporter.mail !== null && !isRecent && support !== 'confirmed' && support !== 'declined'
  return html`<li class="supporter"><div><b><bdi>${supporter.name}</bdi></b> <span class="${support === 'confirmed' ? 'state good' : 'state'}">${t(`desk.support.${support}`)}</span>
<span class="soft">${time(frame, supporter.answeredAt ?? supporter.askedAt, 'day')}</span></div>${
    isOpen &&
    html`<form class="inline" method="post" action="${action}">${again && html`<button class="plainbutton link" name="do" value="again" aria-label="${t('desk.support.again.of', { name: supporter.name })}">${t('desk.support.again')}</button> `}<button class="plainbutton link" name="do" value="remove" aria-label="${t('desk.support.remove.of', { name: supporter.name })}">${t('desk.support.remove')}</button></form>`
  }</li>`
}

function askForm(frame: Frame, { draft, given }: SupportersView, faultOf: (name: string) => string | undefined): Html {
  const { t, at, languages } = frame
  const asked = (name: keyof SupporterWords) => ({
    name,
    label: t(`desk.supporter.${name}`),
    value: given[name],
    fault: faultOf(name),
  })
  const choices = languages.map((value) => ({ value, label: t.autonym(value) }))
  return html`<form class="form" method="post" action="${at(routes.draftSupporterAsked.href({ member: draft.memberSlug, draft: draft.id }))}">
<h2>${t('desk.supporter.add')}</h2>${textField(frame, { ...asked('name'), hint: t('desk.supporter.name.hint') })}
${textField(frame, { ...asked('url'), inputMode: 'url', isOptional: true })}
${textField(frame, { ...asked('mail'), inputMode: 'email', hint: t('desk.supporter.mail.hint') })}
${selectField(frame, { ...asked('language'), choices })}
<p><button>${t('desk.supporter.ask')}</button></p></form>`
}
