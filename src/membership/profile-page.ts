/** The page on which a member's owners say what it tells of itself, and its people see it. */

import { memberKinds } from '../core/member/member.ts'
import { contactPurposes, visibilities } from '../core/member/profile.ts'
import type { Seat } from '../core/member/seat.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { memberPlaces } from '../web/member-places.ts'
import { selectField } from '../web/ui/choice.ts'
import { areaField, faultLine, textField, unsent } from '../web/ui/field.ts'
import { type Portrayed, portraitHead, portraitSide } from '../web/ui/portrait.ts'
import { workLayout } from '../web/work-layout.ts'
import { most, type ProfileFault, type ProfileForm } from './profile-form.ts'
import { type PicturesGiven, picturesForm } from './profile-pictures-form.ts'

export const dones = ['saved', 'pictures'] as const
export type Done = (typeof dones)[number]

export type ProfileView = {
  readonly seat: Seat
  readonly form: ProfileForm
  readonly pictures: PicturesGiven
  readonly faults: readonly ProfileFault[]
  /** What is wrong with a picture that was sent just now. */
  readonly refusal?: { readonly name: string; readonly label: string; readonly fault: string } | undefined
  readonly done?: Done | undefined
  /** How its page would look, before it is saved. */
  readonly preview?: Portrayed | undefined
}

export function profilePage(frame: Frame, view: ProfileView): string {
  const { t, at } = frame
  const { seat, faults, refusal, preview } = view
  const wrong = [
    ...faults.map((fault) => ({
      name: fault.name,
      label: t(`profile.${fault.field}`),
      fault: faultWords(frame, fault),
    })),
    ...(refusal ? [refusal] : []),
  ]
  const title = t('profile.title')
  return workLayout(frame, {
    title,
    sheets: ['portrait.css', 'people.css'],
    places: memberPlaces(frame, seat, 'profile'),
    done: view.done && t(`profile.done.${view.done}`),
    main: html`<p class="whose"><bdi>${seat.name}</bdi></p><h1>${title}</h1>
${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
${preview && previewed(frame, preview)}
<div class="beside"><div><p class="lede">${t('profile.lede')} <a href="${at(routes.member.href({ slug: seat.slug }))}">${t('profile.public')}</a></p>
${form(frame, view)}</div>
<div class="side">${picturesForm(frame, seat.slug, view.pictures, refusal)}</div></div>`,
  })
}

function previewed(frame: Frame, portrayed: Portrayed): Html {
  const { t } = frame
  return html`<section class="previewed" aria-labelledby="preview" tabindex="-1"><h2 id="preview">${t('profile.preview')}</h2><p class="hint">${t('profile.preview.hint')}</p>
<div class="paper">${portraitHead(frame, portrayed, { isPreview: true })}<div class="onpaper">${portraitSide(frame, portrayed)}</div></div></section>`
}

/** Contributors and editors look at who would be on the page by its public address: a form is for owners. */
export function seenProfilePage(frame: Frame, seat: Seat, portrayed: Portrayed): string {
  const { t } = frame
  const title = t('profile.title')
  return workLayout(frame, {
    title,
    sheets: ['portrait.css', 'people.css'],
    places: memberPlaces(frame, seat, 'profile'),
    main: html`<p class="whose"><bdi>${seat.name}</bdi></p><h1>${title}</h1><p class="lede">${t(seat.isSuspended ? 'profile.suspended' : 'profile.owners')}</p>
<div class="previewed"><div class="paper">${portraitHead(frame, portrayed, { isPreview: true })}<div class="onpaper">${portraitSide(frame, portrayed)}</div></div></div>`,
  })
}

function form(frame: Frame, { seat, form: given, faults }: ProfileView): Html {
  const { t, at } = frame
  const faultOf = (name: string) => {
    const fault = faults.find((one) => one.name === name)
    return fault && faultWords(frame, fault)
  }
  const asked = (name: ProfileFault['field'] & keyof ProfileForm) => ({
    name,
    label: t(`profile.${name}`),
    value: given[name] as string,
    fault: faultOf(name),
  })
  const kinds = memberKinds.map((kind) => ({ value: kind, label: t.titled(t(`kind.${kind}`)) }))
  return html`<form class="form profile" method="post" action="${at(routes.memberProfileSent.href({ member: seat.slug }))}">
${textField(frame, { ...asked('name'), hint: t('profile.name.hint') })}
${selectField(frame, { ...asked('kind'), choices: kinds })}
${rows(frame, 'names', given.names, faultOf)}
<h2>${t('profile.words')}</h2>
${rows(frame, 'abouts', given.abouts, faultOf)}
${textField(frame, { ...asked('languages'), hint: t('profile.languages.hint'), isOptional: true })}
${textField(frame, { ...asked('topics'), hint: html`${t('profile.topics.hint')} <a href="${at(routes.topics.href({}))}">${t('profile.topics.all')}</a>`, isOptional: true })}
${textField(frame, { ...asked('covers'), hint: t('profile.covers.hint'), isOptional: true })}
${textField(frame, { ...asked('founded'), inputMode: 'numeric', isOptional: true })}
${textField(frame, { name: 'audience', label: t('profile.audience'), hint: t('profile.audience.hint'), value: given.audience, isOptional: true })}
<h2>${t('profile.where')}</h2>
${textField(frame, { ...asked('site'), inputMode: 'url', isOptional: true })}
${areaField(frame, { ...asked('homes'), hint: t('profile.homes.hint'), rows: 4, isOptional: true })}
${textField(frame, { ...asked('country'), hint: t('profile.country.hint'), isOptional: true })}
${check('countryShown', t('profile.country.shown'), given.countryShown)}
${textField(frame, { name: 'place', label: t('profile.place'), value: given.place, isOptional: true })}
${check('placeShown', t('profile.place.shown'), given.placeShown)}
<h2>${t('profile.contacts')}</h2><p class="hint">${t('profile.contacts.hint')}</p>
${contactRows(frame, given.contacts, faultOf)}
<p class="buttons"><button name="do" value="save">${t('form.save')}</button> <button class="second" name="do" value="preview">${t('profile.preview.do')}</button></p></form>`
}

function check(name: string, label: string, isOn: boolean): Html {
  return html`<p class="check more"><input type="checkbox" id="${name}" name="${name}" value="yes" checked="${isOn}"><label for="${name}">${label}</label></p>`
}

type FaultOf = (name: string) => string | undefined

/** Those there are and one more: saving gives room for the next. */
function rows(frame: Frame, field: 'names' | 'abouts', given: ProfileForm['names'], faultOf: FaultOf): Html {
  const { t } = frame
  const all = [...given, ...(given.length < most[field] ? [{ language: '', words: '' }] : [])]
  return html`<fieldset class="field"><legend>${t(`profile.${field}`)}</legend><p class="hint">${t(`profile.${field}.hint`)}</p>${all.map(
    ({ language, words }, i) => {
      const name = `${field}-${i}`
      const label = t(`profile.${field}.words`)
      const fault = faultOf(name)
      return html`<div class="row">${textField(frame, { name: `${name}-language`, label: t('profile.language'), value: language, fault: faultOf(`${name}-language`) })}
${field === 'names' ? textField(frame, { name, label, value: words, fault }) : areaField(frame, { name, label, value: words, rows: 5, ...(fault ? { fault } : {}) })}</div>`
    },
  )}</fieldset>`
}

function contactRows(frame: Frame, given: ProfileForm['contacts'], faultOf: FaultOf): Html {
  const { t } = frame
  const blank = { purpose: 'press', visibility: 'public', words: '' }
  const all = [...given, ...(given.length < most.contacts ? [blank] : [])]
  const purposes = contactPurposes.map((value) => ({ value, label: t(`contact.${value}`) }))
  const circles = visibilities.map((value) => ({ value, label: t(`profile.visibility.${value}`) }))
  return html`${all.map(({ purpose, visibility, words }, i) => {
    const name = `contacts-${i}`
    const fault = faultOf(name)
    return html`<fieldset class="${fault ? 'field row three wrong' : 'field row three'}"><legend class="unseen">${t('profile.contacts.one', { number: i + 1 })}</legend>
${selectField(frame, { name: `${name}-purpose`, label: t('profile.contacts.purpose'), value: purpose, choices: purposes })}
${textField(frame, { name, label: t('profile.contacts.words'), value: words })}
${selectField(frame, { name: `${name}-visibility`, label: t('profile.contacts.visibility'), value: visibility, choices: circles })}${fault && faultLine(name, fault)}</fieldset>`
  })}`
}

function faultWords({ t }: Frame, { field, what, words = '' }: ProfileFault): string {
  if (what === 'language' || what === 'twice') return t(`profile.error.${what}`)
  if (what === 'many') return t('profile.error.many', { most: mostOf(field) })
  if (what === 'long') return t('profile.error.long', { most: most.about })
  switch (field) {
    case 'languages':
    case 'covers':
    case 'topics':
    case 'homes':
      return t(`profile.error.${field}`, { words })
    default:
      return t(`profile.error.${field}`)
  }
}

function mostOf(field: ProfileFault['field']): number {
  return field === 'homes' || field === 'covers' || field === 'topics' ? most[field] : most.names
}
