/** What each thing that waits says of itself in the list of today. */
import { dueAt, type Reason } from '../core/notice.ts'
import type { OpenAppeal } from '../db/appeals.ts'
import type { QueuedApplication, ReturnedApplication } from '../db/application-queue.ts'
import type { Draft } from '../db/drafts.ts'
import type { Notice } from '../db/notices.ts'
import type { ListedQuarantine } from '../db/quarantines.ts'
import type { SiteProof } from '../db/site-proofs.ts'
import type { HeldStory, TroubledHost } from '../db/today.ts'
import { routes } from '../routes.ts'
import { type Frame, withQuery } from '../web/context.ts'
import type { NoticeWords } from './read-notice.ts'
import type { TodayLine } from './today-list.ts'

/** What cannot wait stands first. */
export const before: Readonly<Record<Reason, number>> = { danger: 0, illegal: 1, wrong: 2, mine: 2, other: 2 }

type ReadNotice = Omit<Notice, 'address' | 'words' | 'contact'> & NoticeWords

/** Danger and law, and whatever is late. */
export function isUrgent(notice: Pick<Notice, 'reason' | 'receivedAt'>, now: Date): boolean {
  return notice.reason === 'danger' || notice.reason === 'illegal' || dueAt(notice) < now
}

export function ofNotice({ t, now }: Frame, notice: ReadNotice): TodayLine {
  const { number, reason, words, receivedAt, language } = notice
  return {
    href: routes.moderationNotice.href({ number }),
    title: firstWords(words) || t('moderation.forgotten'),
    says: [t('today.notice'), t(`notice.${reason}`), t.languageName(language)],
    since: receivedAt,
    isHot: isUrgent(notice, now),
  }
}

export function ofAppeal({ t }: Frame, { id, kind, name, givenAt }: OpenAppeal): TodayLine {
  return {
    href: routes.moderationAppeal.href({ id }),
    title: name || t('today.nameless'),
    says: [t('today.appeal'), t(`appeal.${kind}`)],
    since: givenAt,
    isHot: true,
  }
}

/** `after`: where the page of the list begins that it stands on. */
export function ofApplication({ t }: Frame, application: QueuedApplication, after?: string): TodayLine {
  const { id, name, kind, submittedAt, path, standing, signs, isAnswered, vouches } = application
  return {
    href: withQuery(routes.moderationApplication.href({ id }), { after }),
    title: name || t('today.nameless'),
    says: [
      kind ? t(`kind.${kind}`) : t('today.application'),
      ...(standing === 'held' ? [t('today.aside')] : []),
      ...(isAnswered ? [t('today.answered')] : []),
      ...(path === 'open' || path === 'vouched' ? [] : [t(`today.path.${path}`)]),
      ...(vouches > 0 ? [t('today.vouches', { count: vouches })] : []),
      ...(signs.length > 0 ? [t('today.signs', { count: signs.length })] : []),
    ],
    since: submittedAt,
  }
}

export function ofReturned({ t }: Frame, { id, name, kind, askedAt }: ReturnedApplication): TodayLine {
  return {
    href: routes.moderationApplication.href({ id }),
    title: name || t('today.nameless'),
    says: [kind ? t(`kind.${kind}`) : t('today.application'), t('today.returned')],
    since: askedAt,
    isQuiet: true,
  }
}

export function ofHeld({ t }: Frame, { id, headline, memberName, heldAt, why }: HeldStory): TodayLine {
  return {
    href: routes.heldStory.href({ id }),
    title: headline,
    says: [t('today.held'), memberName, why],
    since: heldAt,
  }
}

export function ofDraft({ t }: Frame, { id, memberName, fields, kind, sentAt, changedAt }: Draft): TodayLine {
  return {
    href: routes.incomingDraft.href({ draft: id }),
    title: fields.headline || t('today.nameless'),
    says: [t(kind === 'first' ? 'today.draft' : 'today.correction'), memberName],
    since: sentAt ?? changedAt,
  }
}

export function ofPrivateProof({ t }: Frame, proof: SiteProof & { readonly name: string }): TodayLine {
  return {
    href: routes.privateProofs.href({}),
    title: proof.name || t('today.nameless'),
    says: [t('today.proof'), proof.address],
    since: proof.privateAt ?? proof.askedAt,
  }
}

export function ofQuarantine({ t }: Frame, { title, url, memberName, since }: ListedQuarantine): TodayLine {
  return { href: routes.quarantines.href({}), title: title || url, says: [t('today.quarantine'), memberName], since }
}

export function ofHost({ t }: Frame, { host, sources, name, problem, since }: TroubledHost): TodayLine {
  return {
    href: withQuery(routes.sources.href({}), { state: 'failing', q: host }),
    title: sources === 1 ? name : host,
    says: [t('today.sources', { count: sources }), problem],
    since,
  }
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= 110) return line
  const cut = line.slice(0, 110)
  return `${cut.slice(0, Math.max(60, cut.lastIndexOf(' ')))}…`
}
