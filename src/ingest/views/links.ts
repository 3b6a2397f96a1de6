/** Where a source's pages and forms are: for those who look after all sources, and for the people of its member. */
import type { Source } from '../../db/sources.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../../web/context.ts'
import { settingsPlaces } from '../../web/settings-places.ts'
import type { Step } from '../../web/ui/steps.ts'
import type { WorkPage } from '../../web/work-layout.ts'

export type SourceLinks = {
  /** As routes give them. */
  readonly page: string
  readonly grant: string
  readonly remove: string
  readonly removed: string
  act(act: string): string
  /** Where a quarantine is ended, for who may. */
  readonly ends: string | undefined
  readonly trail: readonly Step[]
  readonly places: WorkPage['places']
}

export function linksOfAll(frame: Frame, source: Pick<Source, 'id' | 'memberSlug' | 'memberName'>): SourceLinks {
  const { id, memberSlug, memberName } = source
  const all = routes.sources.href({})
  return {
    page: routes.source.href({ id }),
    grant: routes.sourceGrantSent.href({ id }),
    remove: routes.sourceRemove.href({ id }),
    removed: routes.sourceRemoveSent.href({ id }),
    act: (act) => routes.sourceActSent.href({ id, act }),
    ends: routes.sourceQuarantineSent.href({ id }),
    trail: [
      { label: frame.t('sources.title'), href: all },
      { label: memberName, href: `${all}?member=${encodeURIComponent(memberSlug)}` },
    ],
    places: settingsPlaces(frame, 'sources'),
  }
}

export function linksOfOwn({ t }: Frame, { id, memberSlug: member }: Pick<Source, 'id' | 'memberSlug'>): SourceLinks {
  return {
    page: routes.ownSource.href({ member, id }),
    grant: routes.ownSourceGrantSent.href({ member, id }),
    remove: routes.ownSourceRemove.href({ member, id }),
    removed: routes.ownSourceRemoveSent.href({ member, id }),
    act: (act) => routes.ownSourceActSent.href({ member, id, act }),
    ends: undefined,
    trail: [{ label: t('own.title'), href: routes.ownSources.href({ member }) }],
    places: undefined,
  }
}
