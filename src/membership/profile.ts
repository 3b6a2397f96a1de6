/** The pages of a member's profile. */
import { actor, seatOf, visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { mayAs, type Seat } from '../core/member/seat.ts'
import { findAccount } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { findMember } from '../db/members.ts'
import { findOwnFacts, findProfile, listContacts, listHomes } from '../db/profiles.ts'
import { listInvitationsFor } from '../db/seat-invitations.ts'
import { listTopics } from '../db/topics.ts'
import { readContacts } from '../host/member-contacts.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import { html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { kindAndPlace, type Portrayed } from '../web/ui/portrait.ts'
import { workLayout } from '../web/work-layout.ts'
import type { Means } from './means.ts'
import { type ProfileForm, type ProfileGiven, readProfile, typedProfile } from './profile-form.ts'
import { dones, type ProfileView, profilePage, seenProfilePage } from './profile-page.ts'
import { readLanguage } from './profile-words.ts'
import { saveProfile } from './save-profile.ts'

type Asked = Context<Db>
type Form = Sent & Asked

const everyVisibility = ['public', 'members', 'staff'] as const

/** Leads to the one member somebody sits with, or lists them. */
export async function ownProfile(context: Asked): Promise<Answer> {
  const { db, now } = context
  const frame = frameOf(context)
  const { t, at } = frame
  const { seats, account: id } = visitorOf(context)
  const account = await findAccount(db, id)
  const invited = account ? await listInvitationsFor(db, account.mailKey, now) : []
  const [only] = seats
  if (only && seats.length === 1 && invited.length === 0)
    return redirect(at(routes.memberProfile.href({ member: only.slug })), 303)
  const title = t('profile.yours')
  return privatePage(
    workLayout(frame, {
      title,
      sheets: ['people.css'],
      main: html`<div class="column"><h1>${title}</h1><p class="lede">${t(seats.length > 0 ? 'profile.yours.text' : 'profile.yours.none')}</p>
<ul class="rows">${seats.map(
        ({ slug, name, role }) =>
          html`<li><a href="${at(routes.memberProfile.href({ member: slug }))}"><bdi>${name}</bdi></a> <span class="soft">${t(`seat.${role}`)}</span></li>`,
      )}</ul>${
        invited.length > 0 &&
        html`<h2>${t('people.invited')}</h2><ul class="rows">${invited.map(
          ({ id, name, role }) =>
            html`<li><a href="${at(routes.seatInvitation.href({ id }))}"><bdi>${name}</bdi></a> <span class="soft">${t(`seat.${role}`)}</span></li>`,
        )}</ul>`
      }</div>`,
    }),
  )
}

export async function memberProfile(context: Asked, means: Means): Promise<Answer> {
  const frame = frameOf(context)
  const seat = seatOf(context, context.params.member ?? '')
  if (!mayAs(seat.role, 'owner') || seat.isSuspended)
    return privatePage(seenProfilePage(frame, seat, await portrayedNow(context, seat)))
  const done = dones.find((one) => one === context.query.done)
  return privatePage(profilePage(frame, { ...(await profileView(context, means, seat)), done }))
}

/** Saves it, or shows how its page would look. */
export async function memberProfileSent(context: Form, means: Means): Promise<Answer> {
  const { db, form: sent, now } = context
  const frame = frameOf(context)
  const seat = seatOf(context, context.params.member ?? '')
  const form = typedProfile(sent)
  const topics = await listTopics(db)
  const { given, faults } = readProfile(form, { language: frame.t.language, topics, year: now.getUTCFullYear() })
  const view = { ...(await profileView(context, means, seat)), form, faults }
  if (faults.length > 0) return privatePage(profilePage(frame, view), { status: 422 })
  if (sent.get('do') === 'preview')
    return privatePage(profilePage(frame, { ...view, preview: await portrayed(context, seat, given) }))
  const secret = await means.secret()
  await saveProfile(db, { ...context, secret, by: actor(context) }, seat, given)
  return redirect(frame.at(withQuery(routes.memberProfile.href({ member: seat.slug }), { done: 'saved' })), 303)
}

/** The page as things stand. */
export async function profileView(context: Asked, means: Means, seat: Seat): Promise<ProfileView> {
  const { db } = context
  const { t } = frameOf(context)
  const [facts, profile, homes, contacts, topics] = await Promise.all([
    findOwnFacts(db, seat.member),
    findProfile(db, seat.member),
    listHomes(db, seat.member),
    listContacts(db, seat.member, everyVisibility),
    listTopics(db),
  ])
  if (!facts || facts.leftAt) throw new NotFound('This member has left.')
  const language = (tag: string) => wordsFor(t, tag)
  // What was written before there was a place to say its language.
  const old = facts.about
    ? [{ language: facts.languages.length === 1 ? (facts.languages[0] ?? '') : '', words: facts.about }]
    : []
  const abouts = profile.abouts.length > 0 ? profile.abouts : old
  const form: ProfileForm = {
    name: facts.name,
    kind: facts.kind,
    site: facts.siteUrl ?? '',
    names: profile.names.map(({ language: tag, name }) => ({ language: language(tag), words: name })),
    abouts: abouts.map(({ language: tag, words }) => ({ language: language(tag), words })),
    languages: facts.languages.map(language).join(', '),
    country: facts.country ? t.countryName(facts.country) : '',
    countryShown: facts.countryShown,
    place: profile.place,
    placeShown: profile.placeShown,
    covers: profile.covers.map(t.countryName).join(', '),
    topics: topics.flatMap(({ slug, name }) => (profile.topics.includes(slug) ? [name] : [])).join(', '),
    homes: homes.map(({ url, name }) => `${url} ${name}`.trim()).join('\n'),
    founded: profile.founded ? String(profile.founded) : '',
    audience: profile.audience,
    contacts: readContacts(await means.secret(), contacts),
  }
  const { name, kind, country, countryShown, logo, logoAlt, logoCredit } = facts
  const { banner, bannerAlt } = profile
  const told = kindAndPlace(frameOf(context), { kind, country: countryShown ? country : null }, profile).join(' · ')
  return {
    seat,
    form,
    pictures: { name, kindAndPlace: told, logo, logoAlt, logoCredit, banner, bannerAlt },
    faults: [],
  }
}

/** A language by its name where that is read back as the same, else by its tag. */
function wordsFor(t: Frame['t'], tag: string): string {
  const name = t.languageName(tag)
  return readLanguage(name) === tag ? name : tag
}

/** How its page looks to everybody now. */
async function portrayedNow({ db }: Asked, seat: Seat): Promise<Portrayed> {
  const [member, profile, homes, rows, topics] = await Promise.all([
    findMember(db, seat.slug),
    findProfile(db, seat.member),
    listHomes(db, seat.member),
    listContacts(db, seat.member, ['public']),
    listTopics(db),
  ])
  if (!member) throw new NotFound('This member is gone.')
  const contacts = rows.map(({ purpose, words }) => ({ purpose, words: words ?? '' }))
  const own = topics.filter(({ slug }) => profile.topics.includes(slug))
  return { member, profile, homes, contacts, topics: own, hasMore: false }
}

/** How it would look. Pictures are saved by themselves. */
async function portrayed(context: Asked, seat: Seat, given: ProfileGiven): Promise<Portrayed> {
  const { db } = context
  const [member, profile, homes, topics] = await Promise.all([
    findMember(db, seat.slug),
    findProfile(db, seat.member),
    listHomes(db, seat.member),
    listTopics(db),
  ])
  if (!member) throw new NotFound('This member is gone.')
  const { facts, contacts, ...rest } = given
  const { countryShown, country, ...plain } = facts
  return {
    member: { ...member, ...plain, country: countryShown ? country : null },
    profile: { ...profile, ...rest },
    homes: given.homes.map((home) => ({
      ...{ verifiedAt: null, lapsedAt: null },
      ...homes.find(({ url }) => url === home.url),
      ...home,
    })),
    contacts: contacts.filter(({ visibility }) => visibility === 'public'),
    hasMore: contacts.some(({ visibility }) => visibility === 'members'),
    topics: topics.filter(({ slug }) => given.topics.includes(slug)),
  }
}
