/** The places of one member's people, at the top of each of their pages. */
import { mayAs, type Seat } from '../core/member/seat.ts'
import { routes } from '../routes.ts'
import type { Frame } from './context.ts'

type Place = 'profile' | 'people' | 'sources' | 'proof' | 'invitations' | 'leave'

export function memberPlaces(
  { t }: Frame,
  { slug, role }: Pick<Seat, 'slug' | 'role'>,
  current: Place,
): { title: string; href: string; current: boolean }[] {
  const places = [
    { place: 'profile', title: t('profile.title'), href: routes.memberProfile.href({ member: slug }) },
    { place: 'people', title: t('people.title'), href: routes.memberPeople.href({ member: slug }) },
    { place: 'sources', title: t('own.title'), href: routes.ownSources.href({ member: slug }) },
    { place: 'proof', title: t('proof.title'), href: routes.memberProof.href({ member: slug }) },
    ...(mayAs(role, 'editor')
      ? [{ place: 'invitations', title: t('join.invite.place'), href: routes.joinInvitations.href({ member: slug }) }]
      : []),
    ...(mayAs(role, 'owner')
      ? [{ place: 'leave', title: t('leaving.place'), href: routes.memberLeave.href({ member: slug }) }]
      : []),
  ]
  return places.map(({ place, ...rest }) => ({ ...rest, current: place === current }))
}
