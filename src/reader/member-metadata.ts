/** What machines read of a member's page: JSON-LD, and nothing in it that the page does not show. */
import type { MemberKind } from '../core/member/member.ts'
import { aboutFor } from '../core/member/profile.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, jsonLd, linkable } from '../web/html.ts'
import type { Portrayed } from '../web/ui/portrait.ts'

/** schema.org: a person, an organisation, or one that publishes news. */
const types: Readonly<Record<MemberKind, 'Person' | 'Organization' | 'NewsMediaOrganization'>> = {
  newspaper: 'NewsMediaOrganization',
  magazine: 'NewsMediaOrganization',
  journal: 'NewsMediaOrganization',
  website: 'NewsMediaOrganization',
  directory: 'Organization',
  radio: 'NewsMediaOrganization',
  television: 'NewsMediaOrganization',
  podcast: 'NewsMediaOrganization',
  agency: 'NewsMediaOrganization',
  organisation: 'Organization',
  'press-office': 'Organization',
  freelance: 'Person',
}

export function memberMetadata({ url, t }: Frame, { member, profile, homes, topics }: Portrayed): Html {
  const type = types[member.kind]
  const verified = homes.filter(({ verifiedAt, lapsedAt }) => verifiedAt !== null && lapsedAt === null)
  const image = member.logo ? `${url}${routes.media.href({ hash: member.logo })}` : undefined
  const about = aboutFor(profile.abouts, t.language)?.words ?? member.about
  return jsonLd({
    '@context': 'https://schema.org',
    '@type': type,
    '@id': url + routes.member.href({ slug: member.slug }),
    name: member.name,
    alternateName: some(profile.names.map(({ name }) => name)),
    description: about || undefined,
    url: linkable(member.siteUrl),
    sameAs: some(verified.flatMap((home) => linkable(home.url) ?? [])),
    ...(type === 'Person'
      ? { image }
      : { logo: image, foundingDate: profile.founded ? String(profile.founded) : undefined }),
    knowsLanguage: some(member.languages),
    knowsAbout: some(topics.map(({ name }) => name)),
  })
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}
