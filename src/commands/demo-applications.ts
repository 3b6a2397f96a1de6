/** Who asks to join the demo's network, who knows them, and what its moderator decides. */
import type { AccountId } from '../core/id.ts'
import { findOwnApplication } from '../db/applications.ts'
import type { Applicant, Decided } from '../demo/applicant.ts'
import { applicants } from '../demo/applications.ts'
import { logoOf } from '../demo/pictures.ts'
import { newWorkMark } from '../membership/work-mark.ts'
import { routes } from '../routes.ts'
import type { Stage } from './demo-stage.ts'

/** Who is there already when somebody asks to join. */
export type Cast = {
  /** The slug of each outlet's member, by the outlet's own. */
  readonly members: ReadonlyMap<string, string>
  /** Who sits with an outlet's member and speaks for it. */
  readonly speakers: ReadonlyMap<string, AccountId>
  readonly names: ReadonlyMap<string, string>
  readonly sites: ReadonlyMap<string, string>
  readonly moderator: AccountId
}

/** Minutes before they send it in. */
const begins = 50

/** Plays one application from its beginning to where it stands now. */
export async function apply(stage: Stage, cast: Cast, applicant: Applicant): Promise<void> {
  const { mail, person: name, language, sent = -3 * 60, invitedBy, worked, vouches = [] } = applicant
  if (invitedBy) {
    stage.at(sent - 2 * 1_440)
    const member = cast.members.get(invitedBy) ?? ''
    await stage.send(routes.joinInvited.href({ member }), { mail }, cast.speakers.get(invitedBy))
  }
  const now = stage.at(sent - begins)
  const who = await stage.person({ mail, name, language })
  const mark = worked ? `?work=${newWorkMark(stage.secret, mail, now)}` : ''
  const at = (path: string) => (language === 'en' ? path : `/${language}${path}`)
  await stage.see(at(routes.arrived.href({})) + mark, who)
  await fill(stage, cast, applicant, who, at)
  if (applicant.isDraft) return
  if (vouches.length > 0) {
    const named = vouches.map(({ outlet }, i) => [`member-${i + 1}`, cast.names.get(outlet) ?? ''] as const)
    await stage.send(at(routes.applicationVouchesSent.href({})), Object.fromEntries(named), who)
  }
  stage.at(sent)
  await stage.send(at(routes.applicationStepSent.href({ step: 'send' })), {}, who)
  for (const vouch of vouches) if (vouch.words) await vouchFor(stage, cast, who, { ...vouch, words: vouch.words, sent })
  for (const decided of applicant.decisions ?? []) await decide(stage, cast, who, decided, at)
}

async function fill(
  stage: Stage,
  cast: Cast,
  applicant: Applicant,
  who: AccountId,
  at: (path: string) => string,
): Promise<void> {
  const step = (step: string, form: Parameters<Stage['send']>[1]) =>
    stage.send(at(routes.applicationStepSent.href({ step })), form, who)
  await stage.send(at(routes.applicationBegun.href({})), {}, who)
  const { kind, name, writes: languages, country = '', mark, site, about, contact = '', place = '' } = applicant
  await step('who', { kind, name, languages, country })
  if (applicant.isDraft) return
  if ('drawn' in mark) await step('mark', { mark: mark.drawn, alt: '', credit: '' })
  else await step('mark', { picture: await logoOf(mark), alt: mark.alt, credit: '' })
  const address = site === 'own' ? applicant.slug : site?.at
  await step('site', address ? { site: cast.sites.get(address) ?? '' } : { without: 'yes' })
  await step('shown', { place, ...(applicant.showsCountry && { 'country-shown': 'yes' }) })
  await step('words', { about, contact })
}

async function vouchFor(
  stage: Stage,
  cast: Cast,
  who: AccountId,
  { outlet, words, sent }: { readonly outlet: string; readonly words: string; readonly sent: number },
): Promise<void> {
  stage.at(sent + 3 * 60)
  const { id } = await own(stage, who)
  const form = { application: id, answer: 'vouches', [`words-${id}`]: words }
  await stage.send(routes.vouched.href({ member: cast.members.get(outlet) ?? '' }), form, cast.speakers.get(outlet))
}

async function decide(
  stage: Stage,
  cast: Cast,
  who: AccountId,
  decided: Decided,
  at: (path: string) => string,
): Promise<void> {
  stage.at(decided.at)
  const { id, changedAt } = await own(stage, who)
  const { kind, ground = '', words = '', why = '', answer, appeal } = decided
  const form = { kind, ground, words, why, seen: String(changedAt.getTime()) }
  await stage.send(routes.applicationDecided.href({ id }), form, cast.moderator)
  stage.at(decided.at + 11)
  await stage.carryOut()
  if (answer) {
    stage.at(answer.at)
    await stage.send(at(routes.applicationAnswered.href({})), { answer: answer.words }, who)
  }
  if (appeal) {
    stage.at(appeal.at)
    const page = await stage.see(at(routes.appeal.href({})), who)
    const subject = /name="subject" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await stage.send(at(routes.appealSent.href({})), { subject, words: appeal.words }, who)
  }
}

async function own({ db }: Stage, who: AccountId) {
  const application = await findOwnApplication(db, who)
  if (!application) throw new TypeError('An application of the demo is gone.')
  return application
}

export const applications = (stage: Stage, cast: Cast): Record<string, () => Promise<void>> =>
  Object.fromEntries(
    applicants.map((applicant) => [`application ${applicant.slug}`, () => apply(stage, cast, applicant)]),
  )
