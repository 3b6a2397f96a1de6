/** Recovery codes, shown once. */
import { routes } from '../routes.ts'
import { type Frame, withQuery } from '../web/context.ts'
import { html } from '../web/html.ts'
import { workLayout } from '../web/work-layout.ts'
import type { AuthenticatorDone } from './authenticator-page.ts'

/** `done`: what made them. */
export function recoveryCodesPage(frame: Frame, codes: readonly string[], done: AuthenticatorDone): string {
  const { t, at } = frame
  const title = t('codes.new')
  const next = withQuery(routes.authenticator.href({}), { done })
  return workLayout(frame, {
    title,
    main: html`<div class="column"><h1>${title}</h1><p class="lede">${t('codes.once')}</p><p>${t('codes.about')}</p>
<ol class="codes" dir="ltr">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
<form method="post" action="${at(routes.recoveryCodesFile.href({}))}"><input type="hidden" name="codes" value="${codes.join(' ')}"><p><button class="second">${t('codes.download')}</button></p><p class="hint">${t('codes.download.text')}</p></form>
<p class="after"><a class="go" href="${at(next)}">${t('codes.kept')}</a></p></div>`,
  })
}

/** The file of them. It names neither the network nor its holder: who finds it learns nothing else. */
export function recoveryCodesFile({ t }: Frame, codes: readonly string[]): string {
  return `${[t('codes.title'), '', ...codes, '', t('codes.file')].join('\n')}\n`
}
