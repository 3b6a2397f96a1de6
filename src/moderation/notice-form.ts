/** The form by which anybody reaches staff: no account, no JavaScript; what was typed comes back with what is wrong. */
import type { Member } from '../core/member/member.ts'
import { daysToDecide, type Fault, type Given, type Reason, reasons } from '../core/notice.ts'
import type { StoryLine } from '../core/story/story.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { shortCredit } from '../web/ui/credit.ts'
import { areaField, faultLine, textField, unsent } from '../web/ui/field.ts'
import { headlineLink } from '../web/ui/story-line.ts'

export type NoticeForm = {
  readonly given: Given
  /** The story it was opened from, when readers may see that. */
  readonly story: StoryLine | undefined
  /** The member it was opened from. */
  readonly member?: Pick<Member, 'slug' | 'name'> | undefined
  readonly faults: readonly Fault[]
  /** What stands in the way and is no field's fault: a robot's trap filled in, too many in an hour. */
  readonly refusal?: string | undefined
}

/** The field robots fill in because of its name. */
export const trap = 'website'

export function noticePage(frame: Frame, form: NoticeForm): string {
  const { t, at } = frame
  const { given, story, member, faults, refusal } = form
  return layout(frame, {
    title: t('notice.title'),
    description: t('notice.lede'),
    // There are as many of these as stories, all alike: search engines keep the one without.
    path: story || member ? undefined : routes.notice.href({}),
    languages: languagesOf(story ? [story] : []),
    main: html`<div class="beside"><div class="column"><h1>${t('notice.title')}</h1><p class="lede">${t('notice.lede')}</p>
${(faults.length > 0 || refusal) && notSent(frame, faults, refusal)}
<form class="form" method="post" action="${at(routes.notice.href({}))}">
${story ? about(frame, story) : member ? aboutMember(frame, member) : addressField(frame, given, faults)}
${reasonField(frame, given, faults)}
${wordsField(frame, given, faults)}
${contactField(frame, given, faults)}
<div class="trap" aria-hidden="true"><label for="${trap}">${t('notice.trap')}</label> <input id="${trap}" name="${trap}" tabindex="-1" autocomplete="off"></div>
<p><button>${t('notice.send')}</button></p>
</form></div>
${whatThen(frame)}</div>`,
  })
}

/** What becomes of a notice, and how soon. */
function whatThen({ t, at, textOnly }: Frame): Html {
  return html`<aside class="side" aria-labelledby="then"><h2 id="then">${t('notice.then')}</h2><p>${t('notice.then.read')}</p>
<ul>${reasons
    .toSorted((a, b) => daysToDecide[a] - daysToDecide[b])
    .map(
      (reason) =>
        html`<li>${t(`notice.${reason}`)} ${textOnly && html`<br>`}<small>${t('notice.then.within', { count: daysToDecide[reason] })}</small></li>`,
    )}</ul>
<p>${t('notice.then.number')}</p><p class="links"><a href="${at(routes.publicLog.href({}))}">${t('public-log.title')}</a></p></aside>`
}

function notSent(frame: Frame, faults: readonly Fault[], refusal: string | undefined): Html {
  const { t } = frame
  if (refusal) return unsent(refusal)
  const told = faults.map((fault) => ({
    name: fieldOf(fault),
    label: t(`notice.${fault.field}`),
    fault: faultWords(frame, fault),
  }))
  return unsent(t('notice.unsent', { count: faults.length }), told)
}

/** Where a fault is put right: of several choices the first. */
function fieldOf({ field }: Fault): string {
  return field === 'reason' ? `reason-${reasons[0]}` : field
}

function faultWords({ t }: Frame, fault: Fault): string {
  if (fault.fault === 'missing') return t(`notice.error.${fault.field}`)
  const long = t('notice.error.long', { count: fault.over })
  // Only what is told at length can be told in two notices.
  return fault.field === 'words' ? `${long} ${t('notice.error.split')}` : long
}

function about(frame: Frame, story: StoryLine): Html {
  return html`<div class="field"><p class="label">${frame.t('notice.story')}</p><input type="hidden" name="story" value="${story.id}">
<p class="about">${headlineLink(frame, story)}</p><p class="small"><bdi>${shortCredit(story)}</bdi></p></div>`
}

function aboutMember(frame: Frame, { slug, name }: Pick<Member, 'slug' | 'name'>): Html {
  const { t, at } = frame
  return html`<div class="field"><p class="label">${t('notice.story')}</p><input type="hidden" name="member" value="${slug}">
<p class="about"><a href="${at(routes.member.href({ slug }))}"><bdi>${name}</bdi></a></p></div>`
}

function reasonField(frame: Frame, given: Given, faults: readonly Fault[]): Html {
  const { t, textOnly } = frame
  const fault = faults.find(({ field }) => field === 'reason')
  const choice = (reason: Reason) => {
    const id = `reason-${reason}`
    return html`<li><input type="radio" id="${id}" name="reason" value="${reason}" checked="${given.reason === reason}" aria-describedby="${`${id}-hint`}">
<span><label for="${id}">${t(`notice.${reason}`)}</label> ${textOnly && html`<br>`}<span class="hint" id="${`${id}-hint`}">${t(`notice.${reason}.hint`)}</span></span></li>`
  }
  return html`<fieldset class="${fault ? 'field wrong' : 'field'}" aria-describedby="${fault && 'reason-fault'}"><legend>${t('notice.reason')}</legend>
${fault && faultLine('reason', faultWords(frame, fault))}<ul class="choices">${reasons.map(choice)}</ul></fieldset>`
}

function addressField(frame: Frame, given: Given, faults: readonly Fault[]): Html {
  return textField(frame, { ...asked(frame, 'address', faults), value: given.address, isOptional: true })
}

function wordsField(frame: Frame, given: Given, faults: readonly Fault[]): Html {
  return areaField(frame, { ...asked(frame, 'words', faults), value: given.words, rows: 8 })
}

function contactField(frame: Frame, given: Given, faults: readonly Fault[]): Html {
  return textField(frame, { ...asked(frame, 'contact', faults), value: given.contact, isOptional: true })
}

function asked(frame: Frame, name: 'address' | 'words' | 'contact', faults: readonly Fault[]) {
  const { t } = frame
  const fault = faults.find((one) => one.field === name)
  return {
    name,
    label: t(`notice.${name}`),
    hint: t(`notice.${name}.hint`),
    fault: fault && faultWords(frame, fault),
  }
}
