/** What lists there are: topics, countries, languages, each with how many stories stand under it. */
import { lettered } from '../core/member/alphabet.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { layout, type Section } from '../web/layout.ts'
import { textAttributes } from '../web/ui/language.ts'
import { letterBar, letterSection } from './letters.ts'
import { nothingHere } from './nothing-here.ts'

export type Counted<T> = T & { readonly stories: number }

/** By name, as the page's language orders names. */
export function topicsPage(
  frame: Frame,
  topics: readonly Counted<{ readonly slug: string; readonly name: string }>[],
): string {
  const { t } = frame
  const entries = topics.map(({ slug, name, stories }) => ({
    label: html`<bdi>${name}</bdi>`,
    sort: name,
    href: routes.topic.href({ slug }),
    stories,
  }))
  return indexPage(frame, {
    title: t('topics.title'),
    lede: t('topics.lede'),
    empty: t('topics.empty'),
    path: routes.topics.href({}),
    current: 'topics',
    entries: entries.toSorted((a, b) => t.compare(a.sort, b.sort)),
  })
}

/** Only countries stories are about; by name. */
export function placesPage(frame: Frame, places: readonly Counted<{ readonly country: string }>[]): string {
  const { t } = frame
  const entries = places.map(({ country, stories }) => {
    const name = t.titled(t.countryName(country))
    return { label: html`${name}`, sort: name, href: routes.place.href({ country: country.toLowerCase() }), stories }
  })
  return indexPage(frame, {
    title: t('places.title'),
    lede: t('places.lede'),
    empty: t('places.empty'),
    path: routes.places.href({}),
    current: 'places',
    entries: entries.toSorted((a, b) => t.compare(a.sort, b.sort)),
  })
}

/** In the order given, most used first; each by its own name, so that who reads it finds it. */
export function languagesPage(frame: Frame, languages: readonly Counted<{ readonly language: string }>[]): string {
  const { t, textOnly } = frame
  return indexPage(frame, {
    title: t('languages.title'),
    lede: t('languages.lede'),
    empty: t('languages.empty'),
    path: routes.languages.href({}),
    fonts: languages.map(({ language }) => language),
    entries: languages.map(({ language, stories }) => {
      const { lang, dir } = textAttributes(language, t.language)
      const own = t.autonym(language)
      const name = t.languageName(language)
      return {
        label: html`<bdi lang="${lang}" dir="${dir}">${own}</bdi>${lang && name !== own && (textOnly ? html`${'\u00a0· '}${name}` : html` <span class="soft">${name}</span>`)}`,
        href: routes.language.href({ tag: language.toLowerCase() }),
        stories,
      }
    }),
  })
}

type Index = {
  readonly title: string
  readonly lede: string
  readonly empty: string
  readonly path: string
  readonly current?: Section
  readonly fonts?: readonly string[]
  readonly entries: readonly Entry[]
}
type Entry = {
  readonly label: Html
  /** Its name, where the list is by name. */
  readonly sort?: string
  readonly href: string
  readonly stories: number
}

/** So many names a reader goes through; more stand under letters. */
const many = 90

function indexPage(frame: Frame, { title, lede, empty, path, current, fonts, entries }: Index): string {
  const isLong = entries.length > many && entries.every(({ sort }) => sort !== undefined)
  return layout(frame, {
    title,
    description: lede,
    path,
    sheets: isLong ? ['directory.css'] : [],
    current,
    languages: fonts,
    main: html`<div class="plain"><h1>${title}</h1>${
      entries.length === 0
        ? nothingHere(frame, empty)
        : html`<p class="lede">${lede}</p>
${isLong ? underLetters(frame, entries) : list(frame, entries)}`
    }</div>`,
  })
}

function underLetters(frame: Frame, entries: readonly Entry[]): Html {
  const groups = lettered(entries, ({ sort = '' }) => sort, frame.t.language)
  return html`${letterBar(
    frame,
    groups.map(({ letter }) => ({ letter, page: '' })),
  )}
${groups.map(({ letter, entries }) => letterSection(letter, list(frame, entries)))}`
}

function list({ t, at }: Frame, entries: readonly Entry[]): Html {
  return html`<ul class="index">${entries.map(
    ({ label, href, stories }) =>
      html`<li><a href="${at(href)}">${label}</a> <span class="small">${t('count.stories', { count: stories })}</span></li>`,
  )}</ul>`
}
