/** How somebody is called and written to. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { textField } from '../web/ui/field.ts'
import { textAttributes } from '../web/ui/language.ts'
import { section } from './account-page.ts'

export type ProfileGiven = { readonly name: string; readonly language: string; readonly discreet: boolean }

export function profileSection(frame: Frame, given: ProfileGiven, fault?: string): Html {
  const { t, at, languages } = frame
  return section(
    'profile',
    t('account.profile'),
    html`<form class="form" method="post" action="${at(routes.profileSent.href({}))}">
${textField(frame, { name: 'name', label: t('account.name'), hint: t('account.name.hint'), value: given.name, autocomplete: 'nickname', isOptional: true, fault })}
${
  languages.length > 1 &&
  html`<div class="field"><p class="label"><label for="language">${t('account.language')}</label></p><p class="hint" id="language-hint">${t('account.language.hint')}</p>
<select id="language" name="language" aria-describedby="language-hint">${languages.map((tag) => {
    const { lang, dir } = textAttributes(tag, t.language)
    return html`<option value="${tag}" lang="${lang}" dir="${dir}" selected="${tag === given.language}">${t.autonym(tag)}</option>`
  })}</select></div>
`
}<div class="field"><p class="check"><input type="checkbox" id="discreet" name="discreet" value="yes" checked="${given.discreet}" aria-describedby="discreet-hint"><label for="discreet">${t('account.discreet')}</label></p><p class="hint" id="discreet-hint">${t('account.discreet.hint')}</p></div>
<p><button>${t('form.save')}</button></p></form>`,
  )
}
