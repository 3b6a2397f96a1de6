/** Today: what waits for staff in one list, what cannot wait first; everybody sees what their rights are for. */
import type { Right } from '../core/account/rights.ts'
import { accountName, visitorOf } from '../core/account/visitor.ts'
import { type AccountId, readId } from '../core/id.ts'
import { hearerOf } from '../core/member/appeal.ts'
import { dueAt } from '../core/notice.ts'
import { listAbsences } from '../db/absences.ts'
import { listOpenAppeals } from '../db/appeals.ts'
import { countQueue, listAside, listQueue, listReturned, type QueueMark } from '../db/application-queue.ts'
import type { ApplicationId } from '../db/applications.ts'
import type { Db } from '../db/connection.ts'
import { listPending } from '../db/decisions.ts'
import { countSubmitted, listSubmitted } from '../db/drafts.ts'
import { countNotices, listOpenNotices } from '../db/notices.ts'
import { listQuarantines } from '../db/quarantines.ts'
import { listPrivateProofs } from '../db/site-proofs.ts'
import { countHeld, listHeld, listTroubledHosts } from '../db/today.ts'
import { routes } from '../routes.ts'
import { type Context, type Frame, withQuery } from '../web/context.ts'
import { listModerators } from './hearers.ts'
import type { Desk } from './pages.ts'
import { readNotice } from './read-notice.ts'
import * as line from './today-lines.ts'
import type { Today } from './today-list.ts'

/** Applications of one page; of other things as many at most. */
const onePage = 30

/** What the list shows to whoever is here. `after` in the address: where its applications go on. */
export async function readToday({ db, query, visitor }: Context<Db>, frame: Frame, desk: Desk): Promise<Today> {
  const { rights, account } = visitorOf({ visitor })
  const can = (right: Right) => rights.includes(right)
  const after = readMark(query.after)
  const [moderation, stories, hosts, absences] = await Promise.all([
    can('moderator') ? readModeration(db, frame, desk, account, after) : nothing,
    can('editor') ? readStories(db, frame) : nothing,
    can('administrator') ? readHosts(db, frame) : nothing,
    listAbsences(db, frame.now),
  ])
  const names = await desk.names(absences.map((one) => one.account))
  return {
    lines: [...moderation.urgent, ...stories.lines, ...moderation.lines, ...hosts.lines, ...moderation.later],
    more: moderation.next && withQuery(routes.moderation.href({}), { after: writeMark(moderation.next) }),
    after: after && writeMark(after),
    counts: [...moderation.counts, ...stories.counts, ...hosts.counts],
    pending: moderation.pending,
    away: absences.map(({ account, until }) => ({ account, name: names.get(account) ?? '', until })),
  }
}

const nothing = { urgent: [], lines: [], later: [], counts: [], pending: [], next: undefined } as const

async function readModeration(db: Db, frame: Frame, desk: Desk, account: AccountId, after: QueueMark | undefined) {
  const secret = await desk.secret()
  const [notices, noticeCount, appeals, queue, aside, returned, counts, pending, moderators] = await Promise.all([
    listOpenNotices(db, onePage),
    countNotices(db, frame.now),
    listOpenAppeals(db, onePage),
    listQueue(db, { after, most: onePage }),
    listAside(db, onePage),
    listReturned(db, onePage),
    countQueue(db),
    listPending(db),
    listModerators(db),
  ])
  const [proofs, quarantines] = await Promise.all([listPrivateProofs(db), listQuarantines(db)])
  const told = notices.map((notice) => ({ ...notice, ...readNotice(notice, secret) }))
  const hot = told.filter((notice) => line.isUrgent(notice, frame.now))
  const calm = told.filter((notice) => !line.isUrgent(notice, frame.now))
  const byDue = (a: (typeof told)[number], b: (typeof told)[number]) => dueAt(a).getTime() - dueAt(b).getTime()
  const mine = accountName(account)
  // Whoever decided sees an appeal only where there is nobody else: they write down what somebody outside has found.
  const heard = appeals.filter(
    ({ decider, appellant }) =>
      appellant !== account && (decider !== mine || hearerOf(decider, moderators, '').who !== 'moderators'),
  )
  return {
    urgent: [
      ...hot
        .toSorted((a, b) => line.before[a.reason] - line.before[b.reason] || byDue(a, b))
        .map((one) => line.ofNotice(frame, one)),
      ...heard.map((one) => line.ofAppeal(frame, one)),
    ],
    lines: [
      ...queue.applications.map((one) => line.ofApplication(frame, one, after && writeMark(after))),
      ...proofs.slice(0, onePage).map((one) => line.ofPrivateProof(frame, one)),
      ...quarantines.slice(0, onePage).map((one) => line.ofQuarantine(frame, one)),
      ...calm.toSorted(byDue).map((one) => line.ofNotice(frame, one)),
    ],
    later: [
      ...aside.map((one) => line.ofApplication(frame, one)),
      ...returned.map((one) => line.ofReturned(frame, one)),
    ],
    counts: [
      { key: 'notices', count: noticeCount.open },
      { key: 'appeals', count: heard.length },
      { key: 'applications', count: counts.waiting },
      { key: 'proofs', count: proofs.length },
      { key: 'quarantines', count: quarantines.length },
      { key: 'aside', count: counts.held },
      { key: 'returned', count: counts.returned },
    ] as const,
    pending,
    next: queue.next,
  }
}

async function readStories(db: Db, frame: Frame) {
  const [held, count, drafts, sent] = await Promise.all([
    listHeld(db, onePage),
    countHeld(db),
    listSubmitted(db, { limit: onePage }),
    countSubmitted(db),
  ])
  const counts = [
    { key: 'held', count },
    { key: 'drafts', count: sent },
  ] as const
  const lines = [
    ...held.map((story) => line.ofHeld(frame, story)),
    ...drafts.map((draft) => line.ofDraft(frame, draft)),
  ]
  return { ...nothing, lines, counts }
}

async function readHosts(db: Db, frame: Frame) {
  const hosts = await listTroubledHosts(db, onePage)
  const counts = [{ key: 'hosts', count: hosts.length }] as const
  return { ...nothing, lines: hosts.map((host) => line.ofHost(frame, host)), counts }
}

function writeMark({ group, submittedAt, id }: QueueMark): string {
  return `${group}.${submittedAt.getTime()}.${id}`
}

function readMark(text = ''): QueueMark | undefined {
  const [, group, at, named = ''] = /^([0-4])\.(\d{1,14})\.([0-9a-f-]{36})$/.exec(text) ?? []
  const id = readId<ApplicationId>(named)
  return id && { group: Number(group), submittedAt: new Date(Number(at)), id }
}
