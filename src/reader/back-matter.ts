/** What stands beside a release's text: the event it invites to above it, the rest below, as a newsroom expects it. */
import type { SafeHtml } from '../core/html/sanitise.ts'
import { canonicalLanguage } from '../core/language.ts'
import { dayIn } from '../core/story/address.ts'
import type { BackMatter, Contact, PublicEvent, Quote, Supporter } from '../core/story/back-matter.ts'
import type { Story } from '../core/story/story.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html, linkable, trusted } from '../web/html.ts'
import { datesOf } from '../web/messages/messages.ts'
import { typesetDate } from '../web/messages/typeset.ts'
import { textAttributes } from '../web/ui/language.ts'
import { time } from '../web/ui/time.ts'

type Attributes = ReturnType<typeof textAttributes>

/** Above the text, because it is what an advisory is for. */
export function eventBlock(frame: Frame, story: Story): Html | undefined {
  const event = story.backMatter?.event
  return event ? eventOf(frame, event, textAttributes(story.language, frame.t.language)) : undefined
}

/** The text with its dateline run in, as agencies write it: the place, and the day in the text's own language. */
export function withDateline(frame: Frame, story: Story, body: SafeHtml): Html {
  const dated = story.backMatter?.dated
  // A day that is the day of publication, with no place to it, tells nothing new.
  if (!dated || (!story.located && dated === dayIn(frame.network.timeZone, story.publishedAt))) return trusted(body)
  const day = dayWords(story.language, dated)
  const line = html`<span class="dateline">${story.located && html`<bdi class="place">${story.located}</bdi> · `}<time datetime="${dated}">${day}</time> –</span>`
  // The first paragraph is opened here; what is left of the body closes it.
  if (body.startsWith('<p>')) return html`<p>${line} ${trusted(body.slice('<p>'.length) as SafeHtml)}`
  return html`<p>${line}</p>${trusted(body)}`
}

function dayWords(language: string, day: string): string {
  const locale = datesOf(canonicalLanguage(language) ?? 'en')
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return typesetDate(format.format(new Date(`${day}T00:00:00Z`)), locale)
}

/** Below the text. */
export function backMatterBlocks(frame: Frame, story: Story): Html | undefined {
  const { t } = frame
  const matter: BackMatter | null = story.backMatter
  if (!matter) return undefined
  const text = textAttributes(story.language, t.language)
  const written = (html_: BackMatter['notesToEditors']) =>
    html`<div class="aside" lang="${text.lang}" dir="${text.dir}">${trusted(html_)}</div>`
  return html`${matter.quotes.length > 0 && block('quotes', t('release.quotes'), html`${matter.quotes.map((one) => quote(one, text))}`)}
${matter.supporters.length > 0 && block('supporters', t('release.supporters'), supporters(matter.supporters, text), matter.supporters.length)}
${matter.notesToEditors && block('notes', t('release.notes'), written(matter.notesToEditors))}
${matter.boilerplate.map(({ name, text: about }, i) => block(`about-${i + 1}`, t.rich('release.about', { name: html`<bdi>${name}</bdi>` }), written(about)))}
${matter.contacts.length > 0 && block('contact', t('release.contact'), html`<div class="contacts" lang="${text.lang}" dir="${text.dir}">${matter.contacts.map(contact)}</div>`)}`
}

function block(id: string, title: Html | string, content: Html, count?: number): Html {
  return html`<section class="block" aria-labelledby="${id}"><h2 id="${id}">${title}${count !== undefined && html` <span class="soft">· ${count}</span>`}</h2>
${content}</section>`
}

function eventOf(frame: Frame, event: PublicEvent, { lang, dir }: Attributes): Html {
  const { t } = frame
  const moments = [
    [t('release.event.starts'), event.starts],
    [t('release.event.ends'), event.ends],
  ] as const
  return html`<section class="event" aria-label="${t('release.event')}"><dl>${moments.map(
    ([name, at]) => at && html`<div><dt>${name}</dt><dd>${time(frame, new Date(at), 'moment')}</dd></div>`,
  )}${
    event.venue &&
    html`<div><dt>${t('release.event.venue')}</dt><dd><bdi lang="${lang}" dir="${dir}">${event.venue}</bdi></dd></div>`
  }</dl></section>`
}

function quote({ words, speaker, role }: Quote, { lang, dir }: Attributes): Html {
  return html`<figure class="quote" lang="${lang}" dir="${dir}"><blockquote>${words
    .split(/\n\s*\n/)
    .map((paragraph) => html`<p>${paragraph}</p>`)}</blockquote>
<figcaption><b>${speaker}</b>${role && html` · ${role}`}</figcaption></figure>`
}

function supporters(list: readonly Supporter[], { lang, dir }: Attributes): Html {
  return html`<ul class="supporters" lang="${lang}" dir="${dir}">${list.map(({ name, url }) => {
    const address = linkable(url)
    return html`<li>${address ? html`<a href="${address}" rel="nofollow"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}</li>`
  })}</ul>`
}

function contact({ name, role, ways }: Contact): Html {
  return html`<div>${name && html`<p><b><bdi>${name}</bdi></b></p>`}${role && html`<p class="soft"><bdi>${role}</bdi></p>`}<ul>${ways.map(
    ({ words, href }) => {
      const address = linkable(href)
      const shown = html`<bdi dir="ltr">${words}</bdi>`
      return html`<li>${address ? html`<a href="${address}" rel="nofollow">${shown}</a>` : shown}</li>`
    },
  )}</ul></div>`
}
