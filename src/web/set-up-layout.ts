/** The page of one step of the set-up: all steps at the side, what was done and what is next. */
import { routes } from '../routes.ts'
import type { Frame } from './context.ts'
import { type Html, html } from './html.ts'
import { workLayout } from './work-layout.ts'

/** After the first, which makes the administrator, each with an address. */
export const setUpSteps = ['facts', 'looks', 'homes', 'mail', 'sources', 'ready'] as const
export type SetUpStep = (typeof setUpSteps)[number]

export type SetUpPage = {
  readonly step: 'you' | SetUpStep
  /** The step that is next to be done. */
  readonly reached: 'you' | SetUpStep
  readonly main: Html
  readonly side?: Html | undefined
}

export function setUpLayout(frame: Frame, page: SetUpPage): string {
  const { t } = frame
  return workLayout(frame, {
    title: t(`setup.${page.step}.title`),
    main: html`<div class="stepwise">${stepList(frame, page)}<div class="column"><h1>${t(`setup.${page.step}.title`)}</h1><p class="lede">${t(`setup.${page.step}.lede`)}</p>
${page.main}</div>${page.side && html`<aside class="side" aria-labelledby="looks-like">${page.side}</aside>`}</div>`,
  })
}

function stepList({ t, at }: Frame, { step, reached }: SetUpPage): Html {
  const all = ['you', ...setUpSteps] as const
  return html`<nav class="progress" aria-label="${t('setup.steps')}"><ol>${all.map((one, i) => {
    const isDone = i < all.indexOf(reached)
    const isReached = one !== 'you' && one !== step && i <= all.indexOf(reached)
    const words = html`<span class="tick" aria-hidden="true">${isDone ? '✓' : i + 1}</span><span class="label">${t(`setup.${one}`)}${isDone && html` <span class="unseen">${t('setup.done')}</span>`}</span>`
    return html`<li aria-current="${one === step ? 'step' : undefined}">${
      isReached ? html`<a href="${at(routes.setUpStep.href({ step: one }))}">${words}</a>` : html`<span>${words}</span>`
    }</li>`
  })}</ol></nav>`
}
