/** The public log: what was decided here, month by month, with reasons and figures, and without anybody's name. */
import { NotFound } from '../core/errors.ts'
import { reasons } from '../core/notice.ts'
import { dayIn } from '../core/story/address.ts'
import type { Db } from '../db/connection.ts'
import { type LogKind, type LogLine, listLogMonths, listRemoved, readPublicLog } from '../db/public-log.ts'
import { routes } from '../routes.ts'
import type { Answer } from '../web/answer.ts'
import { type Context, type Frame, frameOf } from '../web/context.ts'
import { dated } from '../web/dated.ts'
import { type Html, html } from '../web/html.ts'
import { layout } from '../web/layout.ts'
import { time } from '../web/ui/time.ts'

type Here = Context<Db>
type Removed = Awaited<ReturnType<typeof listRemoved>>[number]

const kinds: readonly LogKind[] = [
  'approved',
  'returned',
  'refused',
  'warning',
  'suspension',
  'removal',
  'appeal-stands',
  'appeal-granted',
  'notice',
]

/** The newest month, and the way to the others. */
export async function publicLog(context: Here): Promise<Answer> {
  const { db, network, now } = context
  const months = await listLogMonths(db, network.timeZone)
  return await page(context, months[0] ?? dayIn(network.timeZone, now).slice(0, 7), months, routes.publicLog.href({}))
}

export async function publicLogMonth(context: Here): Promise<Answer> {
  const { db, network, params } = context
  const months = await listLogMonths(db, network.timeZone)
  const month = months.find((one) => one === params.month)
  if (!month) throw new NotFound('Nothing was decided in this month.')
  return await page(context, month, months, routes.publicLogMonth.href({ month }))
}

async function page(context: Here, month: string, months: readonly string[], path: string): Promise<Answer> {
  const { db, network } = context
  const [lines, removed] = await Promise.all([
    readPublicLog(db, month, network.timeZone),
    listRemoved(db, month, network.timeZone),
  ])
  const frame = frameOf(context)
  const { t } = frame
  const body = layout(frame, {
    title: t('public-log.title'),
    description: t('public-log.lede'),
    path,
    main: html`<div class="column"><h1>${t('public-log.title')}</h1><p class="lede">${t('public-log.lede')}</p>
<h2>${t.day(month, 'month')}</h2>${lines.length === 0 ? html`<p>${t('public-log.none')}</p>` : html`<dl class="public-log">${kinds.map((kind) => told(frame, kind, lines))}</dl>`}
${removed.length > 0 && html`<h2>${t('public-log.removed')}</h2><ul class="plainlist">${removed.map((one) => removal(frame, one))}</ul>`}
${others(frame, months, month)}<p class="small measure">${t('public-log.how')}</p></div>`,
  })
  return dated(context, body, ['moderation-log', 'network'])
}

function told({ t }: Frame, kind: LogKind, lines: readonly LogLine[]): Html | undefined {
  const of = lines.filter((line) => line.kind === kind)
  const count = of.reduce((sum, line) => sum + line.count, 0)
  if (count === 0) return undefined
  const because = of.flatMap(({ ground, count }) => {
    const notice = kind === 'notice' ? reasons.find((reason) => reason === ground) : undefined
    const words = notice ? t(`notice.${notice}`) : ground && kind !== 'notice' ? t(`ground.${ground}`) : ''
    return words ? [html`${words} <span class="count">${t.number(count)}</span>`] : []
  })
  return html`<dt>${t(`public-log.${kind}`, { count })}</dt>${because.map((words) => html`<dd>${words}</dd>`)}`
}

function removal(frame: Frame, { name, slug, ground, removedAt }: Removed): Html {
  const { t, at } = frame
  return html`<li><a href="${at(routes.member.href({ slug }))}"><bdi>${name}</bdi></a> · ${t(`ground.${ground}`)} · ${time(frame, removedAt, 'day')}</li>`
}

function others({ t, at }: Frame, months: readonly string[], current: string): Html | undefined {
  const rest = months.filter((month) => month !== current)
  if (rest.length === 0) return undefined
  return html`<h2>${t('public-log.others')}</h2><ul class="plainlist">${rest.map((month) => html`<li><a href="${at(routes.publicLogMonth.href({ month }))}">${t.titled(t.day(month, 'month'))}</a></li>`)}</ul>`
}
