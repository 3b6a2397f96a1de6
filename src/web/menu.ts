/** The person's own menu, top right on every page: who is signed in and their things; else the doors. */
import type { Right } from '../core/account/rights.ts'
import { colourOf, writeColour } from '../core/colour.ts'
import type { Seat } from '../core/member/seat.ts'
import { routes } from '../routes.ts'
import type { Frame } from './context.ts'
import { type Html, html } from './html.ts'
import { initialOf } from './ui/logo.ts'

/** A list without script: `details` opens it, by mouse, by key and by touch. */
export function menu(frame: Frame): Html {
  const { t, at, visitor, textOnly } = frame
  if (!visitor) return doors(frame)
  const links = [
    visitor.isApplying && html`<li><a href="${at(routes.application.href({}))}">${t('application.menu')}</a></li>`,
    html`<li><a href="${at(routes.account.href({}))}">${t('account.title')}</a></li>`,
    ...ownMembers(frame, visitor.seats),
    ...(visitor.seats.length > 0 ? [html`<li><a href="${at(routes.desk.href({}))}">${t('desk.title')}</a></li>`] : []),
    visitor.rights.length > 0 && html`<li><a href="${at(routes.moderation.href({}))}">${t('today.title')}</a></li>`,
    ...places
      .filter(([right]) => visitor.rights.includes(right))
      .map(([, key, href]) => html`<li><a href="${at(href)}">${t(key)}</a></li>`),
  ]
  const leave = html`<form method="post" action="${at(routes.signOutSent.href({}))}"><button class="plainbutton">${t('menu.sign-out')}</button></form>`
  if (textOnly)
    return html`<nav class="me" aria-label="${t('menu.label')}"><p><bdi>${visitor.name}</bdi></p><ul>${links}<li>${leave}</li></ul></nav>`
  return html`<details class="me"><summary><span class="unseen">${t('menu.label')}</span>${face(visitor)}<bdi>${visitor.name}</bdi></summary>
<nav aria-label="${t('menu.label')}"><ul>${links}<li>${leave}</li></ul></nav></details>`
}

/** One's only member by its name, or where all of them are listed. */
function ownMembers({ t, at }: Frame, seats: readonly Seat[]): Html[] {
  const [only] = seats
  if (!only) return []
  if (seats.length > 1) return [html`<li><a href="${at(routes.ownProfile.href({}))}">${t('menu.members')}</a></li>`]
  const member = only.slug
  return [
    html`<li><a href="${at(routes.memberProfile.href({ member }))}"><bdi>${only.name}</bdi></a></li>`,
    html`<li><a href="${at(routes.memberPeople.href({ member }))}">${t('people.title')}</a></li>`,
  ]
}

/** What each right opens. */
const places: readonly (readonly [
  Right,
  'settings.title' | 'sources.title' | 'incoming.title' | 'clusters.title',
  string,
])[] = [
  ['editor', 'incoming.title', routes.incoming.href({})],
  ['editor', 'clusters.title', routes.clusters.href({})],
  ['administrator', 'sources.title', routes.sources.href({})],
  ['administrator', 'settings.title', routes.settings.href({})],
]

function doors({ t, at }: Frame): Html {
  return html`<nav class="doors" aria-label="${t('menu.label')}"><ul><li><a href="${at(routes.signIn.href({}))}">${t('menu.sign-in')}</a></li>
<li><a href="${at(routes.join.href({}))}">${t('menu.join')}</a></li></ul></nav>`
}

/** A letter in a colour of its own: nobody's face is asked for. */
function face({ account, name }: { readonly account: string; readonly name: string }): Html {
  return html`<svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true"><rect width="26" height="26" fill="${writeColour(colourOf(account))}"/><text x="13" y="18" text-anchor="middle" fill="#fff">${initialOf(name)}</text></svg>`
}
