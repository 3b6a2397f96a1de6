/** What speaks for an application and what a person should look at, line by line: never a score. */
import { lacksIn } from '../core/member/checklist.ts'
import type { ApplicationToDecide, Sign } from '../db/application-queue.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

export function signals(frame: Frame, application: ApplicationToDecide): Html {
  const { t } = frame
  const good = goodOf(frame, application)
  const asking = [
    ...(lacksIn(application).length > 0 ? [t('case.incomplete')] : []),
    ...(application.siteSeen?.outcome === 'unread' ? [t('case.unread')] : []),
    ...application.signs.map((sign) => signWords(frame, sign)),
  ]
  return html`<ul class="signals">${good.map((words) => line(words, t('case.good'), '✓'))}${asking.map((words) => line(words, t('case.ask'), '?', 'ask'))}</ul>`
}

function line(words: Html | string, spoken: string, mark: string, kind?: string): Html {
  return html`<li class="${kind}"><b aria-hidden="true">${mark}</b><span><span class="unseen">${spoken}</span> ${words}</span></li>`
}

function goodOf({ t }: Frame, application: ApplicationToDecide): string[] {
  const { feedUrl, siteSeen, worked, path, logo, signs } = application
  return [
    ...(siteSeen?.outcome === 'feed' ? [t('case.good.found')] : feedUrl ? [t('case.good.feed')] : []),
    ...(logo ? [t('case.good.mark')] : []),
    ...(worked ? [t('case.good.worked')] : []),
    ...(path === 'invited' ? [t('case.good.invited')] : []),
    ...(signs.length === 0 ? [t('case.good.unlike')] : []),
  ]
}

/** Codes that are known here say it in words; others as they are, so that none is lost. */
function signWords({ at }: Frame, { code, facts }: Sign): Html {
  const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  const application = typeof facts.application === 'string' ? facts.application : undefined
  return html`${application ? html`<a href="${at(routes.moderationApplication.href({ id: application }))}">${code}</a>` : html`<code>${code}</code>`}${told.length > 0 && html` <span class="soft"><bdi>${told.join(', ')}</bdi></span>`}`
}
