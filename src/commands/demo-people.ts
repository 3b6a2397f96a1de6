/** The demo's people: who sits with its members, who asks to join, and what all of them have done before it began. */
import type { AccountId } from '../core/id.ts'
import { findMember } from '../db/members.ts'
import { insertSeat } from '../db/seats.ts'
import { type ApplicantSite, type ApplicantSites, openApplicantSites } from '../demo/applicants.ts'
import { applicantSites } from '../demo/applications.ts'
import { seated, told } from '../demo/people.ts'
import type { Site } from '../demo/site.ts'
import { sitesHost } from '../demo/sites.ts'
import type { Parts } from '../parts.ts'
import { routes } from '../routes.ts'
import { applications } from './demo-applications.ts'
import { members as doings } from './demo-members.ts'
import type { Newsroom } from './demo-network.ts'
import type { seat } from './demo-staff.ts'
import { openStage, playOnce, type Stage } from './demo-stage.ts'

export type PeopleParts = Omit<Parts, 'clock'> & {
  readonly secret: string
  readonly begun: Date
  readonly fetcher: Newsroom['fetcher']
  readonly sites: readonly Site[]
  readonly applicantSites: ApplicantSites
  readonly members: ReadonlyMap<string, string>
  readonly staff: Awaited<ReturnType<typeof seat>>
}

/** The sites of who is no member: of applicants, and a member's page elsewhere that says whose it is. */
export async function openPlaces(port: number, begun: Date, url: string): Promise<ApplicantSites> {
  const elsewhere: ApplicantSite = {
    slug: told.elsewhere,
    name: '@plazavioleta',
    language: 'es',
    about: 'La Plaza Violeta, en otra parte.',
    headlines: [],
    same: url + routes.member.href({ slug: told.outlet }),
  }
  return await openApplicantSites([...applicantSites(), elsewhere], { host: sitesHost, port, begun })
}

/** Plays what they have done and is not done yet. */
export async function playPeople(parts: PeopleParts): Promise<void> {
  const { staff, members, sites } = parts
  const moderator = staff.accounts.get('moderator')
  const editor = staff.accounts.get('editor')
  if (!moderator || !editor) throw new TypeError('The demo has no staff.')
  const stage = openStage({ ...parts, password: staff.password })
  try {
    const speakers = await sitDown(stage, members)
    const own = applicantSites().map(({ slug }) => slug)
    const cast = {
      ...{ members, speakers, moderator, editor },
      names: new Map(sites.map(({ outlet }) => [outlet.slug, outlet.name])),
      sites: new Map([
        ...sites.map(({ outlet, url }) => [outlet.slug, `${url}/`] as const),
        ...[...own, told.elsewhere].map((slug) => [slug, parts.applicantSites.urlOf(slug)] as const),
      ]),
    }
    await playOnce(stage, { ...applications(stage, cast), ...doings(stage, cast) })
  } finally {
    await stage.close()
  }
}

/** Answers who speaks for each outlet's member: the first of its people. */
async function sitDown(stage: Stage, members: ReadonlyMap<string, string>): Promise<Map<string, AccountId>> {
  const now = stage.at(-40 * 1_440)
  const speakers = new Map<string, AccountId>()
  for (const { outlet, role, ...who } of seated) {
    const account = await stage.person(who)
    const member = await findMember(stage.db, members.get(outlet) ?? '')
    if (!member) continue
    await stage.db.transaction().execute((tx) => insertSeat(tx, { account, member: member.id, role }, now, 'operator'))
    if (!speakers.has(outlet)) speakers.set(outlet, account)
  }
  return speakers
}
