/** The record of what staff did that can hurt. */
import { readRight } from '../core/account/rights.ts'
import { readId } from '../core/id.ts'
import type { Db } from '../db/connection.ts'
import { type ActId, listActs, type StaffAct } from '../db/rights.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { settingsPlaces } from '../web/settings-places.ts'
import { accountsIn, author, type Names } from '../web/ui/author.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import type { Means } from './means.ts'

const onePage = 50

/** Acts that have words of their own; others are told as they are recorded. */
const acts = [
  'grant-right',
  'revoke-right',
  'invite',
  'withdraw-invitation',
  'decide-notice',
  'add-source',
  'add-member',
  'change-grant',
  'set-source',
  'pause-source',
  'resume-source',
  'reread-source',
  'remove-source',
  'remove-source-and-stories',
  'restore-source',
  'import-sources',
  'permit-agency',
  'end-permission',
  'confirm-proof',
  'refuse-proof',
  'quarantine-source',
  'end-quarantine',
  'give-source-up',
  'leave',
  'rename-member',
  'invite-to-member',
  'withdraw-seat',
  'take-seat',
  'change-seat',
  'end-seat',
  'ask-owner-change',
  'stop-owner-change',
  'ask-to-leave',
  'stay-member',
  'leave-network',
  'export-member',
  'publish-draft',
  'return-draft',
  'ask-supporter',
  'admit-member',
  'decide-application',
  'undo-decision',
  'release-story',
  'warn-member',
  'suspend-member',
  'end-suspension',
  'remove-member',
  'decide-appeal',
  'bring-together',
  'tell-apart',
  'undo-clusters',
] as const

export async function log(context: Context<Db>, means: Means): Promise<Answer> {
  const { db, query } = context
  const frame = frameOf(context)
  const { t, at } = frame
  const found = await listActs(db, onePage + 1, readId<ActId>(query.before ?? ''))
  const shown = found.slice(0, onePage)
  const names = await means.names(accountsIn(shown.flatMap(({ actedBy, about }) => [actedBy, about])))
  const last = found.length > onePage ? shown.at(-1) : undefined
  return privatePage(
    workLayout(frame, {
      title: t('log.title'),
      places: settingsPlaces(frame, 'log'),
      main: html`<div class="wide"><h1>${t('log.title')}</h1><p class="lede">${t('log.lede')}</p>
${shown.length === 0 ? html`<p>${t('log.none')}</p>` : table(frame, names, shown)}
${last && html`<p class="after"><a href="${at(withQuery(routes.log.href({}), { before: last.id }))}">${t('log.earlier')}</a></p>`}</div>`,
    }),
  )
}

function table(frame: Frame, names: Names, shown: readonly StaffAct[]): Html {
  const { t } = frame
  return html`<table class="records"><thead><tr><th scope="col">${t('log.when')}</th><th scope="col">${t('log.who')}</th><th scope="col">${t('log.what')}</th><th scope="col">${t('log.about')}</th><th scope="col">${t('log.why')}</th></tr></thead>
<tbody>${shown.map(
    (act) =>
      html`<tr><td>${time(frame, act.actedAt, 'moment')}</td><td>${author(frame, names, act.actedBy)}</td><th scope="row">${verb(frame, act.act)}</th><td>${about(frame, names, act.about)}</td><td dir="auto">${act.why}</td></tr>`,
  )}</tbody></table>`
}

function verb({ t }: Frame, act: string): string {
  const known = acts.find((one) => one === act.replaceAll(' ', '-'))
  return known ? t(`act.${known}`) : act
}

/** Rights by their names, accounts by those of their people; anything else as it was recorded. */
function about(frame: Frame, names: Names, words: string): Html {
  const parts = words.split(', ').map((part) => {
    const right = readRight(part)
    if (right) return html`${frame.t(`right.${right}`)}`
    return /^account [0-9a-f-]{36}$/.test(part) ? author(frame, names, part) : html`<bdi>${part}</bdi>`
  })
  return html`${parts.map((part, i) => html`${i > 0 && ' · '}${part}`)}`
}
