/** What a source's stories are shown on and taken for: who granted what, and what another grant would mean. */
import { agents } from '../../core/agent.ts'
import { canonicals } from '../../core/story/canonical.ts'
import { type Extent, extents, genres, licences, pictureUses } from '../../core/story/gate.ts'
import type { StoryGroup } from '../../db/source-stories.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import type { Words } from '../../web/messages/messages.ts'
import { radioField, selectField } from '../../web/ui/choice.ts'
import { textField } from '../../web/ui/field.ts'
import { time } from '../../web/ui/time.ts'
import { answerFor } from '../../wire/standing.ts'
import type { SourceView } from './source.ts'
import { grantWords, whoWords } from './words.ts'

export const grantable = extents.filter((extent) => extent !== 'nothing').toReversed()

export function grantHistory(frame: Frame, view: SourceView): Html {
  const { t, at } = frame
  const { source, removal, grants, permissions, names, isOwn } = view
  const line = (what: Html | string, by: string, when: Date, more?: Html | false) =>
    html`<li><span>${what}</span> <span class="soft">${t.rich('source.granted', { who: whoWords(frame, by, names), time: time(frame, when, 'day') })}${more}</span></li>`
  const end = (agency: string) =>
    html` <form class="inline" method="post" action="${at(routes.sourceAgencySent.href({ id: source.id }))}"><input type="hidden" name="agency" value="${agency}"><button class="plainbutton link" name="do" value="end">${t('source.permission.end')}<span class="unseen"> ${agency}</span></button></form>`
  return html`<ul class="rows">${grants.map((grant) => line(grantWords(t, grant), grant.grantedBy, grant.grantedAt))}${permissions.map(
    ({ agency, permittedAt, permittedBy }) =>
      line(t('source.permitted', { agency }), permittedBy, permittedAt, !removal && !isOwn && end(agency)),
  )}</ul>`
}

/** Texts of news agencies are headline only without a permission on record. */
export function agencyForm(frame: Frame, { source, faults }: SourceView): Html {
  const { t, at } = frame
  return html`<form class="form" method="post" action="${at(routes.sourceAgencySent.href({ id: source.id }))}">
${textField(frame, {
  name: 'agency',
  label: t('source.agency'),
  hint: t('source.agency.hint'),
  value: faults?.agency ? faults.typed : '',
  fault: faults?.agency,
})}
<p><button class="second" name="do" value="permit">${t('source.agency.do')}</button></p></form>`
}

/** Beside each choice stands what readers would see of the stories there are. */
export function grantForm(frame: Frame, view: SourceView): Html {
  const { t, at } = frame
  const { source, groups, faults, links } = view
  const given = faults?.given ?? source.grant
  return html`<form class="form" method="post" action="${at(links.grant)}">
${radioField(frame, {
  name: 'grant',
  label: t('source.grant.change'),
  fault: faults?.grant,
  value: given.shows,
  choices: grantable.map((shows) => ({
    value: shows,
    label: t.titled(t(`grant.${shows}`)),
    hint: meaning(t, groups, shows),
  })),
})}
${selectField(frame, {
  name: 'pictures',
  label: t('grant.pictures'),
  value: given.pictures,
  choices: pictureUses.map((use) => ({ value: use, label: t.titled(t(`grant.pictures.${use}`)) })),
})}
${selectField(frame, {
  name: 'canonical',
  label: t('source.canonical'),
  hint: t('source.canonical.hint'),
  value: source.canonical,
  choices: canonicals.map((value) => ({ value, label: t(`source.canonical.${value}`) })),
})}
<p><button>${t('source.grant.do')}</button></p></form>`
}

/** How many stories readers would see how much of, if this were the grant: as the gate would answer for each. */
function meaning(t: Words, groups: readonly StoryGroup[], shows: (typeof grantable)[number]): string {
  const counts = new Map<Extent, number>()
  let changed = 0
  for (const group of groups) {
    if (!group.published) continue
    const answer = answerFor({ ...group, grant: { shows, pictures: 'none' } }).shows
    if (answer !== group.shows) changed += group.count
    if (answer !== 'nothing') counts.set(answer, (counts.get(answer) ?? 0) + group.count)
  }
  const told = grantable.flatMap((extent) => {
    const count = counts.get(extent) ?? 0
    return count > 0 ? [t(`source.grant.${extent}`, { count })] : []
  })
  if (told.length === 0) return t('source.grant.none')
  return changed === 0
    ? t('source.grant.as-now', { stories: t.list(told) })
    : t('source.grant.would', { stories: t.list(told), changed: t('count.stories', { count: changed }) })
}

export function factsForm(frame: Frame, { source, faults }: SourceView): Html {
  const { t, at } = frame
  return html`<form class="form" method="post" action="${at(routes.sourceFactsSent.href({ id: source.id }))}"><p class="hint">${t('source.facts.hint')}</p>
${genreField(frame, source.genre)}
${selectField(frame, {
  name: 'licence',
  label: t.titled(t('facts.licence')),
  value: source.licence,
  choices: licences.map((licence) => ({
    value: licence,
    label: t(`licence.${licence}`, { publisher: source.memberName }),
  })),
})}
${textField(frame, {
  name: 'language',
  label: t.titled(t('facts.language')),
  hint: t('source.language.hint'),
  value: (faults?.language && faults.typed) || (source.language ?? ''),
  fault: faults?.language,
  isOptional: true,
})}
${agentField(frame, source.agent)}
<p><button>${t('source.facts.do')}</button></p></form>`
}

export function genreField(frame: Frame, value: string): Html {
  const { t } = frame
  const choices = genres.map((genre) => ({ value: genre, label: t.titled(t(`genre.${genre}`)) }))
  return selectField(frame, {
    name: 'genre',
    label: t.titled(t('facts.genre')),
    hint: t('source.genre.hint'),
    value,
    choices,
  })
}

export function agentField(frame: Frame, value: string): Html {
  const { t } = frame
  return radioField(frame, {
    name: 'agent',
    label: t('source.agent'),
    value,
    choices: agents.map((agent) => ({
      value: agent,
      label: t.titled(t(`agent.${agent}`)),
      hint: t(`agent.${agent}.hint`),
    })),
  })
}
