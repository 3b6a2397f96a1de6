/** The form by which a source is added: an address, then what would come of it, then its terms. */
import type { Agent } from '../../core/agent.ts'
import type { Member } from '../../core/member/member.ts'
import { type Genre, type Grant, pictureUses } from '../../core/story/gate.ts'
import { routes } from '../../routes.ts'
import { type Frame, withQuery } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { settingsPlaces } from '../../web/settings-places.ts'
import { radioField, selectField } from '../../web/ui/choice.ts'
import { field, textField, unsent } from '../../web/ui/field.ts'
import { steps } from '../../web/ui/steps.ts'
import { workLayout } from '../../web/work-layout.ts'
import type { FoundFeed } from '../find-feed.ts'
import type { LookFault } from '../look-for-source.ts'
import type { PreviewedItem } from '../preview.ts'
import { shortAddress } from './list.ts'
import { previewList } from './preview.ts'
import { agentField, genreField, grantable } from './terms.ts'

/** As it was typed. */
export type AddForm = {
  readonly url: string
  readonly member: string
  readonly agent: Agent
  readonly grant: Grant
}

export type AddFault =
  | LookFault
  | { readonly kind: 'nobodys' }
  | { readonly kind: 'no member'; readonly near: readonly string[] }
  /** Not on a site that the member has shown to be its own. */
  | { readonly kind: 'not yours' | 'many' }

type Preview = {
  readonly feed: FoundFeed
  readonly member: Member
  readonly genre: Genre
  readonly items: readonly PreviewedItem[]
}

/** The member whose own people add it. */
export type OwnAdding = { readonly slug: string; readonly name: string }

type AddView = {
  readonly given: AddForm
  readonly own?: OwnAdding
  /** To choose from; undefined when the name is typed. */
  readonly members: readonly Member[] | undefined
  readonly fault?: AddFault
  readonly preview?: Preview
}

export function addPage(frame: Frame, view: AddView): string {
  const { t } = frame
  const { fault, preview, own } = view
  const wrong = fault && faultWords(frame, fault)
  const trail = own
    ? { label: t('own.title'), href: routes.ownSources.href({ member: own.slug }) }
    : { label: t('sources.title'), href: routes.sources.href({}) }
  return workLayout(frame, {
    title: t('sources.add'),
    ...(own ? {} : { places: settingsPlaces(frame, 'sources') }),
    sheets: ['sources.css'],
    main: html`${steps(frame, [trail])}<div class="narrow"><h1>${t('sources.add')}</h1>
${wrong && unsent(t('source-add.unsent'), [{ name: wrong.field, label: t(`source-add.${wrong.field}`), fault: wrong.words }])}
${!preview && html`<p class="lede">${t(own ? 'own.add.lede' : 'source-add.lede')}</p>`}
${preview ? summary(frame, view, preview) : addressForm(frame, view, wrong)}</div>
${preview && html`${previewList(frame, preview)}${termsForm(frame, view, preview)}`}`,
  })
}

type Wrong = { readonly field: 'url' | 'member'; readonly words: string }

function faultWords({ t }: Frame, fault: AddFault): Wrong {
  switch (fault.kind) {
    case 'no member': {
      const near = fault.near.length > 0 ? ` ${t('source-add.error.near', { names: t.list(fault.near) })}` : ''
      return { field: 'member', words: t('source-add.error.no-member') + near }
    }
    case 'nobodys':
      return { field: 'member', words: t('source-add.error.nobodys') }
    case 'http-error':
      return { field: 'url', words: t('source-add.error.http-error', { status: String(fault.status) }) }
    case 'not yours':
      return { field: 'url', words: t('own.error.not-yours') }
    case 'many':
      return { field: 'url', words: t('own.error.many') }
    case 'no address':
      return { field: 'url', words: t('source-add.error.no-address') }
    case 'no feed':
      return { field: 'url', words: t('source-add.error.no-feed') }
    default:
      return { field: 'url', words: t(`source-add.error.${fault.kind}`) }
  }
}

function sent({ own }: AddView): string {
  return own ? routes.ownSourceAddSent.href({ member: own.slug }) : routes.sourceAddSent.href({})
}

function addressForm(frame: Frame, view: AddView, wrong: Wrong | undefined): Html {
  const { t, at } = frame
  const { given, fault, own } = view
  const newMember = withQuery(routes.memberAdd.href({}), { url: given.url || undefined })
  return html`<form class="form" method="post" action="${at(sent(view))}">
${textField(frame, {
  name: 'url',
  label: t('source-add.url'),
  hint: t('source-add.url.hint'),
  value: given.url,
  fault: wrong?.field === 'url' ? wrong.words : undefined,
  inputMode: 'url',
})}${
  fault?.kind === 'there' &&
  !own &&
  html`<p><a href="${at(routes.source.href({ id: fault.id }))}">${t('source-add.there')}</a></p>`
}${
  fault?.kind === 'not yours' &&
  own &&
  html`<p><a href="${at(routes.memberProof.href({ member: own.slug }))}">${t('own.error.prove')}</a></p>`
}
${
  !own &&
  html`${memberField(frame, view, wrong?.field === 'member' ? wrong.words : undefined)}
<p class="small"><a href="${at(newMember)}">${t('source-add.new-member')}</a></p>
`
}${agentField(frame, given.agent)}
<p><button name="do" value="look">${t('source-add.look')}</button></p></form>`
}

function memberField(frame: Frame, { given, members }: AddView, fault: string | undefined): Html {
  const { t } = frame
  const label = t('source-add.member')
  const hint = t(members ? 'source-add.member.hint' : 'source-add.member.typed')
  if (!members) return textField(frame, { name: 'member', label, hint, value: given.member, fault, isOptional: true })
  const chosen = (member: Member) =>
    given.member === member.slug || given.member.toLowerCase() === member.name.toLowerCase()
  return field(
    frame,
    { name: 'member', label, hint, fault },
    (described, invalid) =>
      html`<select id="member" name="member" aria-describedby="${described}" aria-invalid="${invalid}"><option value="">${t('source-add.member.site')}</option>${members.map(
        (member) => html`<option value="${member.slug}" selected="${chosen(member)}">${member.name}</option>`,
      )}</select>`,
  )
}

/** What was found, and what else the page offers. */
function summary(frame: Frame, view: AddView, { feed, member }: Preview): Html {
  const { t, at } = frame
  const { given, own } = view
  const again = own
    ? withQuery(routes.ownSourceAdd.href({ member: own.slug }), { url: given.url })
    : withQuery(routes.sourceAdd.href({}), { url: given.url, member: given.member || undefined })
  return html`<dl class="pairs"><dt>${t('source-add.found')}</dt><dd><b><bdi>${feed.title || shortAddress(feed.url)}</bdi></b><br><span dir="ltr" class="address">${feed.url}</span></dd>
<dt>${t('source-add.member')}</dt><dd><bdi>${member.name}</bdi></dd>
<dt>${t('source-add.items')}</dt><dd>${t('source-add.items.count', { count: feed.document.items.length })}</dd></dl>
${
  feed.others.length > 0 &&
  html`<form method="post" action="${at(sent(view))}">${!own && html`<input type="hidden" name="member" value="${given.member}">`}<input type="hidden" name="agent" value="${given.agent}"><p class="hint">${t('source-add.others')}</p><ul class="offers">${feed.others.map(
    (url) =>
      html`<li><button class="plainbutton link" name="url" value="${url}"><span dir="ltr">${shortAddress(url)}</span></button></li>`,
  )}</ul></form>`
}<p><a href="${at(again)}">${t('source-add.again')}</a></p>`
}

function termsForm(frame: Frame, view: AddView, { feed, member, genre }: Preview): Html {
  const { t, at } = frame
  const { given, own } = view
  return html`<section aria-labelledby="terms"><h2 id="terms">${t('source-add.terms')}</h2><form class="form" method="post" action="${at(sent(view))}"><input type="hidden" name="url" value="${feed.url}">${!own && html`<input type="hidden" name="member" value="${member.slug}">`}<input type="hidden" name="agent" value="${given.agent}">
${radioField(frame, {
  name: 'grant',
  label: own ? t('own.add.grant') : t('source-add.grant', { member: member.name }),
  hint: t(own ? 'own.add.grant.hint' : 'source-add.grant.hint'),
  value: given.grant.shows,
  choices: grantable.map((shows) => ({
    value: shows,
    label: t.titled(t(`grant.${shows}`)),
    hint: t(`grant.${shows}.hint`),
  })),
})}
${selectField(frame, {
  name: 'pictures',
  label: t('grant.pictures'),
  value: given.grant.pictures,
  choices: pictureUses.map((use) => ({ value: use, label: t.titled(t(`grant.pictures.${use}`)) })),
})}
${genreField(frame, genre)}
<p class="acts"><button name="do" value="add">${t('source-add.do')}</button> <button class="second" name="do" value="look">${t('source-add.look.again')}</button></p></form></section>`
}
