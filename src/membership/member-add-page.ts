/** The form by which an administrator adds a member. */
import { memberKinds } from '../core/member/member.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { html } from '../web/html.ts'
import { settingsPlaces } from '../web/settings-places.ts'
import { selectField } from '../web/ui/choice.ts'
import { areaField, textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import type { MemberFault } from './add-member.ts'

/** As it was typed. `url`: the address that led here, of the source that is to be added. */
export type MemberForm = {
  readonly name: string
  readonly kind: string
  readonly site: string
  readonly about: string
  readonly languages: string
  readonly country: string
  readonly url: string
}

export function memberAddPage(frame: Frame, given: MemberForm, faults: readonly MemberFault[]): string {
  const { t, at } = frame
  const wordsOf = (name: MemberFault['field']) => {
    const fault = faults.find(({ field }) => field === name)
    if (!fault) return undefined
    return fault.what === 'taken' || fault.what === 'long'
      ? t(`member-add.error.${fault.what}`)
      : t(`member-add.error.${fault.field}`)
  }
  const asked = (name: MemberFault['field']) => ({
    name,
    label: t(`member-add.${name}`),
    value: given[name],
    fault: wordsOf(name),
  })
  const kinds = memberKinds.map((kind) => ({ value: kind, label: t.titled(t(`kind.${kind}`)) }))
  return workLayout(frame, {
    title: t('member-add.title'),
    places: settingsPlaces(frame, 'sources'),
    sheets: ['sources.css'],
    main: html`<div class="narrow"><h1>${t('member-add.title')}</h1>
${
  faults.length > 0 &&
  unsent(
    t('source-add.unsent'),
    faults.map(({ field }) => ({ name: field, label: t(`member-add.${field}`), fault: wordsOf(field) ?? '' })),
  )
}<p class="lede">${t('member-add.lede')}</p>
<form class="form" method="post" action="${at(routes.memberAddSent.href({}))}"><input type="hidden" name="url" value="${given.url}">
${textField(frame, asked('name'))}
${selectField(frame, { ...asked('kind'), choices: [{ value: '', label: t('member-add.kind.none') }, ...kinds] })}
${textField(frame, { ...asked('site'), inputMode: 'url', hint: t('member-add.site.hint') })}
${areaField(frame, { name: 'about', label: t('member-add.about'), hint: t('member-add.about.hint'), value: given.about, rows: 3, isOptional: true })}
${textField(frame, { ...asked('languages'), hint: t('member-add.languages.hint'), isOptional: true })}
${textField(frame, { ...asked('country'), hint: t('member-add.country.hint'), isOptional: true })}
<p><button>${t('member-add.do')}</button></p></form></div>`,
  })
}
