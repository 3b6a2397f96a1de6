/** What somebody is asked to stand behind: the text, and the two answers. No account is needed. */
import type { SafeHtml } from '../core/html/sanitise.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { html, trusted } from '../web/html.ts'
import { unsent } from '../web/ui/field.ts'
import { textAttributes } from '../web/ui/language.ts'
import { workLayout } from '../web/work-layout.ts'

export type SupportView = {
  readonly key: string
  readonly supporter: string
  readonly member: string
  readonly text: {
    readonly headline: string
    readonly standfirst: string
    readonly body: SafeHtml
    readonly language: string
    /** What they answer to: another text by then is another question. */
    readonly digest: string
    /** Whether readers see it already. */
    readonly isOut: boolean
  }
  readonly hasChanged?: boolean
}

export function supportingPage(frame: Frame, { key, supporter, member, text, hasChanged }: SupportView): string {
  const { t, at } = frame
  const { lang, dir } = textAttributes(text.language || 'und', t.language)
  return workLayout(frame, {
    title: t('supporting.title'),
    sheets: ['desk.css'],
    main: html`<div class="narrow"><h1>${t.rich('supporting.question', { supporter: html`<bdi>${supporter}</bdi>` })}</h1>${hasChanged && unsent(t('supporting.changed'))}
<p class="lede">${t.rich(text.isOut ? 'supporting.lede.out' : 'supporting.lede', { member: html`<bdi>${member}</bdi>` })}</p>
<form class="form answers" method="post" action="${at(routes.supportingSent.href({}))}"><input type="hidden" name="key" value="${key}"><input type="hidden" name="digest" value="${text.digest}"><p class="buttons"><button name="answer" value="confirmed">${t('supporting.yes')}</button> <button class="second" name="answer" value="declined">${t('supporting.no')}</button></p><p class="hint">${t('supporting.hint')}</p></form></div>
<div class="shown story narrow"><article lang="${lang}" dir="${dir}" aria-labelledby="headline"><h2 class="title" id="headline">${text.headline}</h2>${text.standfirst && html`<p class="standfirst">${text.standfirst}</p>`}<div class="body">${trusted(text.body)}</div></article></div>`,
  })
}

export function answeredPage(frame: Frame, answer: 'confirmed' | 'declined' | 'gone'): string {
  const { t } = frame
  return workLayout(frame, {
    title: t('supporting.title'),
    main: html`<div class="narrow"><h1>${t(`supporting.${answer}.title`)}</h1><p class="lede">${t(`supporting.${answer}`)}</p></div>`,
  })
}
