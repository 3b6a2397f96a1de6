/** Sources in quarantine as staff have them before them, and what they decide. */
import { actor } from '../core/account/visitor.ts'
import { Conflict } from '../core/errors.ts'
import type { SourceId } from '../core/id.ts'
import { listQuarantines, type QuarantineEnding } from '../db/quarantines.ts'
import type { Source } from '../db/sources.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { html } from '../web/html.ts'
import { unsent } from '../web/ui/field.ts'
import { steps } from '../web/ui/steps.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { type Asked, type Form, lineIn, type Outside, oneOf, sourceNamed } from './outside.ts'
import { answerSource } from './pages.ts'
import { endQuarantine } from './quarantine.ts'
import { shortAddress } from './views/list.ts'
import { quarantineForm, reasonList } from './views/quarantine.ts'

const endings = ['fine', 'not-theirs'] as const
const longestWords = 500

/** For administrators, at the source's page. */
export async function sourceQuarantineSent(context: Form, outside: Outside): Promise<Answer> {
  const source = await sourceNamed(context)
  const end = endIn(context.form)
  if (!end) {
    const words = frameOf(context).t('quarantine.error.words')
    return await answerSource(context, outside, source, { words })
  }
  await carryOut(context, outside, source, end)
  const done = end.ending === 'fine' ? 'freed' : 'given-up'
  return redirect(frameOf(context).at(withQuery(routes.source.href({ id: source.id }), { done })), 303)
}

/** For moderators: all of them in one list. */
export async function quarantines(context: Asked): Promise<Answer> {
  return await answer(context)
}

export async function quarantineEnded(context: Form, outside: Outside): Promise<Answer> {
  const source = await sourceNamed(context)
  const end = endIn(context.form)
  if (!end) return await answer(context, { source: source.id, kind: 'words' })
  try {
    await carryOut(context, outside, source, end)
  } catch (error) {
    if (error instanceof Conflict) return await answer(context, { source: source.id, kind: 'gone' })
    throw error
  }
  return redirect(frameOf(context).at(withQuery(routes.quarantines.href({}), { done: end.ending })), 303)
}

type End = { readonly ending: QuarantineEnding; readonly words: string }

/** Undefined without words: who ends it says what they saw. */
function endIn(form: URLSearchParams): End | undefined {
  const ending = oneOf(endings, form.get('do'))
  const words = lineIn(form, 'words').slice(0, longestWords)
  return ending && words !== '' ? { ending, words } : undefined
}

async function carryOut(context: Form, outside: Outside, source: Source, end: End): Promise<void> {
  const { db, now, network, url } = context
  const on = { now, network, url, secret: await outside.secret() }
  await db.transaction().execute((tx) => endQuarantine(tx, source, { ...end, by: actor(context) }, on))
}

type Fault = { readonly source: SourceId; readonly kind: 'words' | 'gone' }

async function answer(context: Asked, fault?: Fault): Promise<Answer> {
  const { db, query } = context
  const frame = frameOf(context)
  const { t } = frame
  const held = await listQuarantines(db)
  const done = fault ? undefined : oneOf(endings, query.done)
  const told = fault && t(`quarantine.error.${fault.kind}`)
  const body = workLayout(frame, {
    title: t('quarantine.title'),
    sheets: ['sources.css', 'proofs.css'],
    done: done && t(`quarantine.done.${done}`),
    main: html`${steps(frame, [{ label: t('moderation.title'), href: routes.moderation.href({}) }])}<div class="narrow"><h1>${t('quarantine.title')}</h1>${
      told &&
      unsent(
        told,
        fault.kind === 'words'
          ? [{ name: `words-${fault.source}`, label: t('quarantine.words'), fault: t('quarantine.error.words') }]
          : [],
      )
    }<p class="lede">${t('quarantine.lede')}</p></div>
${
  held.length === 0
    ? html`<p class="empty">${t('quarantine.none')}</p>`
    : held.map(
        (one) =>
          html`<section class="proof" aria-labelledby="${`held-${one.source}`}"><h2 id="${`held-${one.source}`}"><bdi>${one.title || shortAddress(one.url)}</bdi></h2>
<p class="small"><bdi>${one.memberName}</bdi> · <a href="${one.url}" rel="noreferrer" dir="ltr" class="address">${shortAddress(one.url)}</a> · ${t.rich('quarantine.since', { time: time(frame, one.since, 'moment') })}</p>
<div class="state is-failing">${reasonList(frame, one.why)}</div>
${quarantineForm(frame, one, { sent: routes.quarantineEnded.href({ id: one.source }), fault: fault?.source === one.source && fault.kind === 'words' ? told : undefined })}</section>`,
      )
}`,
  })
  return privatePage(body, { status: fault?.kind === 'gone' ? 409 : fault ? 422 : 200 })
}
