/** A story's page: all of it that the gate lets a reader see, and who published it first. */

import type { SafeHtml } from '../core/html/sanitise.ts'
import { canonicalLanguage } from '../core/language.ts'
import { originalOf } from '../core/story/canonical.ts'
import { isIssued } from '../core/story/genre.ts'
import { isRepair } from '../core/story/lifecycle.ts'
import { shownPictures } from '../core/story/pictures.ts'
import type { Change, Copy, Story, StoryLine } from '../core/story/story.ts'
import { routes, storyFileHref, storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import type { Feed } from '../web/head.ts'
import { type Html, html, linkable } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { changeWords } from '../web/ui/change.ts'
import { credit, isMembers, memberLink, publisherLink, publisherName } from '../web/ui/credit.ts'
import { editorsLink } from '../web/ui/editors-link.ts'
import { textAttributes } from '../web/ui/language.ts'
import { licenceWords } from '../web/ui/licence.ts'
import { logo } from '../web/ui/logo.ts'
import { fullMarks } from '../web/ui/mark.ts'
import { figure } from '../web/ui/picture.ts'
import { share } from '../web/ui/share.ts'
import { headlineLink, titleClass } from '../web/ui/story-line.ts'
import { time } from '../web/ui/time.ts'
import { alsoIn } from '../web/ui/translations.ts'
import { backMatterBlocks, eventBlock, withDateline } from './back-matter.ts'
import { kicker } from './front.ts'
import { readingTime } from './reading-time.ts'
import { reuse } from './reuse.ts'
import { storyMetadata } from './story-metadata.ts'
import { tonguesOf } from './tongues.ts'

/** What stands around a story: further ones of the same member, newest first; its topics, and the countries it is about. */
export type Around = {
  readonly more: readonly StoryLine[]
  readonly topics: readonly { readonly slug: string; readonly name: string }[]
  readonly countries: readonly string[]
  readonly copies: readonly Copy[]
}

export function storyPage(frame: Frame, story: Story, body: SafeHtml, around: Around): string {
  return layout(frame, {
    title: story.headline,
    path: storyHref(story),
    // A copy points to its original, so that search engines send readers there.
    original: originalOf(story, frame.url),
    tongues: tonguesOf(frame, story),
    head: storyMetadata(frame, story),
    feeds: filesOf(story),
    languages: languagesOf([story, ...around.more]),
    main: html`<div class="story">
${storyArticle(frame, story, body)}
${facts(frame, story, around)}
${around.more.length > 0 && side(frame, story, around.more)}
</div>`,
  })
}

/** The story itself, as readers see it, and as its writers do before anybody else. `isPreview`: nobody can report it yet. */
export function storyArticle(frame: Frame, story: Story, body: SafeHtml, { isPreview = false } = {}): Html {
  const { lang, dir } = textAttributes(story.language, frame.t.language)
  const pictures = shownPictures(story)
  return html`<article aria-labelledby="headline">
<p class="kicker" dir="${dir}">${fullMarks(frame, story)}<span class="mono">${kicker(frame, story)}${readingTime(frame, story, body)}</span></p>
<h1 id="headline" class="${titleClass(story.headline)}" lang="${lang}" dir="${dir}">${story.headline}</h1>
${story.standfirst && html`<p class="standfirst" lang="${lang}" dir="${dir}">${story.standfirst}</p>`}
${byline(frame, story)}
${alsoIn(frame, story, (to) => frame.at(storyHref(to)))}
${repairs(frame, story.versions)}
${pictures.slice(0, 1).map((picture) => figure(frame, story, picture, { eager: true }))}
${eventBlock(frame, story)}
${text(frame, story, body)}
${pictures.slice(1).map((picture) => figure(frame, story, picture, { eager: false }))}
${backMatterBlocks(frame, story)}
${changes(frame, story.versions)}
${hops(frame, story)}
${!isPreview && share(frame, story)}
${!isPreview && reuse(frame, story)}
${!isPreview && wrong(frame, story)}
</article>`
}

function byline(frame: Frame, story: Story): Html {
  const { t } = frame
  const original = linkable(story.origin.url)
  return html`<div class="by">${logo(frame, { ...story.member, name: isMembers(story) ? story.member.name : story.origin.publisher, logo: isMembers(story) ? story.member.logo : null })}
<p>${credit(frame, story)}${story.byline && html` <span class="soft">${t.rich('credit.by', { author: html`<bdi>${story.byline}</bdi>` })}</span>`}</p>
${original && html`<a class="end" href="${original}">${t('credit.original')}</a>`}</div>`
}

/** What was put right stands before the text, newest first. */
function repairs(frame: Frame, versions: readonly Change[]): readonly Html[] {
  return versions
    .filter((change) => isRepair(change) && change.note)
    .toReversed()
    .map((change) => html`<p class="repair">${changeWords(frame, change)}</p>`)
}

function text(frame: Frame, story: Story, body: SafeHtml): Html {
  const { t } = frame
  const { lang, dir } = textAttributes(story.language, t.language)
  if (story.shows === 'full' && body)
    return html`<div class="body" lang="${lang}" dir="${dir}">${withDateline(frame, story, body)}</div>`
  const excerpt = story.excerpt && story.excerpt !== story.standfirst ? story.excerpt : ''
  return html`${excerpt && html`<div class="body" lang="${lang}" dir="${dir}"><p>${excerpt}</p></div>`}
${story.shows === 'full' && excerpt ? undefined : onward(frame, story)}`
}

/** Where the rest is to be read, where we may not show it. */
function onward({ t }: Frame, story: Story): Html {
  const publisher = publisherName(story)
  const original = linkable(story.origin.url)
  const why = t.rich(story.shows === 'headline' ? 'read.headline' : 'read.excerpt', { publisher })
  return html`<div class="onward">${
    original
      ? html`<a class="go" href="${original}">${t.rich('read.whole', { publisher })}</a>`
      : html`<p>${t('read.nowhere')}</p>`
  }<p class="small">${story.shows !== 'full' && why}</p></div>`
}

function changes(frame: Frame, versions: readonly Change[]): Html | undefined {
  if (versions.length < 2) return undefined
  return html`<section class="block" aria-labelledby="versions"><h2 id="versions">${frame.t('changes.title')}</h2>
<ol class="changes">${versions.toReversed().map((change) => html`<li value="${change.number}">${changeWords(frame, change)}</li>`)}</ol></section>`
}

function hops(frame: Frame, story: Story): Html | undefined {
  if (story.hops.length === 0) return undefined
  return html`<section class="block" aria-labelledby="hops"><h2 id="hops">${frame.t('hops.title')}</h2><ol class="changes">${story.hops.map(
    (hop) => {
      const url = linkable(hop.url)
      const name = html`<bdi>${hop.name}</bdi>`
      return html`<li>${url ? html`<a href="${url}">${name}</a>` : name}${hop.at && html` · ${time(frame, hop.at, 'moment')}`}</li>`
    },
  )}</ol></section>`
}

/** The way to staff, for whoever finds something wrong; editors have one of their own. */
function wrong(frame: Frame, story: Story): Html {
  const { t, at } = frame
  const editors = editorsLink(frame, story.id)
  return html`<p class="amiss"><a href="${at(`${routes.notice.href({})}?story=${story.id}`)}">${t('facts.notice')}</a>${editors && html` · ${editors}`}</p>`
}

function facts(frame: Frame, story: Story, { topics, countries, copies }: Around): Html {
  const { t, at } = frame
  const rows: Fact[] = [
    [t(isIssued(story.genre) ? 'facts.issuedBy' : 'facts.publishedBy'), publisherLink(frame, story)],
    isMembers(story) ? undefined : [t('facts.through'), memberLink(frame, story)],
    carriedFact(frame, copies),
    [t('facts.published'), time(frame, story.origin.publishedAt, 'moment')],
    story.publishedAt.getTime() - story.origin.publishedAt.getTime() > 60_000
      ? [t('facts.received'), time(frame, story.publishedAt, 'moment')]
      : undefined,
    [t('facts.version'), version(frame, story)],
    [t('facts.licence'), licenceWords(t, story)],
    languageFact(frame, story),
    topicFact(frame, story, topics),
    countries.length > 0
      ? [
          t('facts.places'),
          dotted(
            countries.map(
              (code) =>
                html`<a href="${at(routes.place.href({ country: code.toLowerCase() }))}">${t.countryName(code)}</a>`,
            ),
          ),
        ]
      : undefined,
    [
      t('facts.files'),
      dotted(filesOf(story).map(({ title, href, type }) => html`<a href="${href}" type="${type}">${title}</a>`)),
      'files',
    ],
  ]
  return html`<aside class="facts" aria-label="${t('facts.label')}"><p class="mono">${t(
    story.genre === 'release' ? 'genre.release.long' : `genre.${story.genre}`,
  )}</p><dl>${rows.map((row) => row && html`<div class="${row[2]}"><dt>${row[0]}</dt><dd>${row[1]}</dd></div>`)}</dl></aside>`
}

/** Who else carries the same text: each leads to its own version, and the last word to all of them side by side. */
function carriedFact({ t, at }: Frame, copies: readonly Copy[]): Fact {
  const [first] = copies
  if (!first) return undefined
  const all = html`<a href="${at(routes.cluster.href({ id: first.cluster }))}">${t('copies.all')}</a>`
  const links = copies
    .slice(0, 5)
    .map((copy) => html`<a href="${at(storyHref(copy))}"><bdi>${copy.member.name}</bdi></a>`)
  return [t('facts.copies'), dotted([...links, all])]
}

/** The story in other formats. Their names are names. */
function filesOf(story: Story): Feed[] {
  return [
    { title: 'ninjs', type: 'application/json', href: storyFileHref(story, 'json') },
    { title: 'Markdown', type: 'text/markdown', href: storyFileHref(story, 'md') },
    { title: 'TXT', type: 'text/plain', href: storyFileHref(story, 'txt') },
  ]
}

/** Its name, what it is, and a class where looks differ. */
type Fact = readonly [string, Html | string, string?] | undefined

function languageFact({ t, at }: Frame, { language }: Story): Fact {
  const known = canonicalLanguage(language)
  if (!known) return undefined
  return [
    t('facts.language'),
    html`<a href="${at(routes.language.href({ tag: known.toLowerCase() }))}" lang="${known}">${t.autonym(known)}</a>`,
  ]
}

/** The network's topics, where it has any of them; else the words its publisher filed it under. */
function topicFact({ t, at }: Frame, story: Story, topics: Around['topics']): Fact {
  const { lang } = textAttributes(story.language, t.language)
  const words =
    topics.length > 0
      ? topics.map(({ slug, name }) => html`<a href="${at(routes.topic.href({ slug }))}"><bdi>${name}</bdi></a>`)
      : story.keywords.slice(0, 8).map((word) => html`<bdi lang="${lang}">${word}</bdi>`)
  return words.length > 0 ? [t('facts.topics'), dotted(words)] : undefined
}

function dotted(parts: readonly Html[]): Html {
  return html`${parts.map((part, i) => html`${i > 0 && ' · '}${part}`)}`
}

function version(frame: Frame, story: Story): Html | string {
  const { t } = frame
  if (story.versions.length < 2) return t.number(story.version)
  return t.rich('facts.version.changes', {
    number: story.version,
    link: html`<a href="#versions">${t('facts.version.what')}</a>`,
  })
}

function side(frame: Frame, story: Story, more: readonly StoryLine[]): Html {
  const { t } = frame
  return html`<aside class="side" aria-labelledby="more"><h2 id="more">${t.rich('story.more', { member: html`<bdi>${story.member.name}</bdi>` })}</h2><ul>${more.map(
    (line) => html`<li>${headlineLink(frame, line)} <small>${time(frame, line.publishedAt, 'day')}</small></li>`,
  )}</ul></aside>`
}
