/** The places of whoever decides, in the bar above them: those their rights open. */
import type { Right } from '../core/account/rights.ts'
import { visitorOf } from '../core/account/visitor.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import type { WorkPage } from '../web/work-layout.ts'

type Place = 'today' | 'members' | 'log'

export function places(frame: Frame, current: Place | undefined): NonNullable<WorkPage['places']> {
  const { t } = frame
  const { rights } = visitorOf(frame)
  const all: readonly { right?: Right; place?: Place; title: string; href: string }[] = [
    { place: 'today', title: t('today.title'), href: routes.moderation.href({}) },
    { right: 'moderator', place: 'members', title: t('measure.members'), href: routes.moderationMembers.href({}) },
    { place: 'log', title: t('public-log.place'), href: routes.publicLog.href({}) },
    { right: 'administrator', title: t('sources.title'), href: routes.sources.href({}) },
    { right: 'administrator', title: t('settings.title'), href: routes.settings.href({}) },
  ]
  return all
    .filter(({ right }) => right === undefined || rights.includes(right))
    .map(({ title, href, place }) => ({ title, href, current: place !== undefined && place === current }))
}
