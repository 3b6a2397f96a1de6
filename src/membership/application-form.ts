/** What was written into the steps of an application: what of it can be kept, and what is wrong with it. */
import type { ApplicationStep } from '../core/member/application.ts'
import { isTold } from '../core/member/checklist.ts'
import { memberKinds } from '../core/member/member.ts'
import { inNormalForm } from '../core/normal-form.ts'
import type { Application, ApplicationChange } from '../db/applications.ts'
import type { Frame } from '../web/context.ts'
import { readCountry } from './countries.ts'
import { languagesNamed } from './languages-named.ts'
import { siteAddress } from './site-address.ts'

export type FormStep = Exclude<ApplicationStep, 'send'>

/** As it was typed, by field. */
export type Given = Readonly<Record<string, string>>

/** `isUnusable`: what was typed cannot be kept; else only something is missing. */
export type StepFault = {
  readonly name: string
  readonly label: string
  readonly fault: string
  readonly isUnusable: boolean
}

export type StepRead = {
  readonly given: Given
  readonly change: ApplicationChange
  /** For staff alone, before it is encrypted. */
  readonly contact?: string
  readonly faults: readonly StepFault[]
}

export type StepView = {
  readonly application: Application
  readonly step: FormStep
  readonly given: Given
  readonly faults: readonly StepFault[]
}

/** What is wrong with a field, and what it holds. */
export function asked({ given, faults }: StepView, name: string) {
  return { name, value: given[name] ?? '', fault: faults.find((fault) => fault.name === name)?.fault }
}

export const longest = { name: 120, alt: 200, credit: 120, place: 80, about: 1_000, contact: 500, address: 2_000 }

/** What the fields hold before anything is typed. `contact` is decrypted. */
export function givenOf(frame: Frame, application: Application, contact: string): Given {
  const { t } = frame
  const yes = (is: boolean) => (is ? 'yes' : '')
  return {
    kind: application.kind ?? '',
    name: application.name,
    country: application.country ?? '',
    languages: application.languages
      .map((tag) => t.titled(t.languageName(tag)))
      .join(t.direction === 'rtl' ? '، ' : ', '),
    alt: application.logoAlt,
    credit: application.logoCredit,
    mark: application.logoOrigin?.drawn ?? '',
    site: application.siteUrl ?? '',
    feed: application.feedUrl ?? '',
    without: yes(application.withoutSite),
    'country-shown': yes(application.countryShown),
    place: application.place,
    'place-shown': yes(application.placeShown),
    about: application.about,
    contact,
  }
}

export function readStep(frame: Frame, step: FormStep, form: URLSearchParams): StepRead {
  return readers[step](frame, form)
}

type Reader = (frame: Frame, form: URLSearchParams) => StepRead

const readers: Readonly<Record<FormStep, Reader>> = { who, mark, site, shown, words }

function who({ t }: Frame, form: URLSearchParams): StepRead {
  const given = {
    kind: line(form, 'kind'),
    name: line(form, 'name'),
    country: line(form, 'country'),
    languages: line(form, 'languages'),
  }
  const kind = memberKinds.find((known) => known === given.kind) ?? null
  const { languages, unknown } = languagesNamed(given.languages.slice(0, 500))
  const isLong = [...given.name].length > longest.name
  const faults = [
    given.name === '' && missing('name', t('application.name'), t('application.name.error')),
    isLong && unusable('name', t('application.name'), t('application.name.long', { count: longest.name })),
    kind === null && missing('kind', t('application.kind'), t('application.kind.error')),
    unknown.length > 0
      ? unusable(
          'languages',
          t('application.languages'),
          t('application.languages.unknown', { words: unknown[0] ?? '' }),
        )
      : languages.length === 0 && missing('languages', t('application.languages'), t('application.languages.error')),
  ]
  const country = given.country === '' ? null : (readCountry(given.country) ?? null)
  return {
    given,
    change: {
      kind,
      ...(!isLong && { name: given.name }),
      country,
      // Nothing is shown of a country that was taken back.
      ...(country === null && { countryShown: false }),
      ...(unknown.length === 0 && { languages: languages.slice(0, 30) }),
    },
    faults: faults.filter((fault) => fault !== false),
  }
}

/** The picture itself comes as a file: `application-mark.ts`. */
function mark({ t }: Frame, form: URLSearchParams): StepRead {
  const given = { alt: line(form, 'alt'), credit: line(form, 'credit'), mark: line(form, 'mark') }
  const isUntold = given.alt !== '' && !isTold(given.alt)
  const faults = [
    ...tooLong('alt', t('application.alt'), given.alt, longest.alt, t),
    ...tooLong('credit', t('application.credit'), given.credit, longest.credit, t),
    ...(isUntold
      ? [missing('alt', t('application.alt'), t('application.alt.untold', { words: given.alt.slice(0, 40) }))]
      : []),
  ]
  return {
    given,
    change: {
      ...([...given.alt].length <= longest.alt && { logoAlt: given.alt }),
      ...([...given.credit].length <= longest.credit && { logoCredit: given.credit }),
    },
    faults,
  }
}

function site({ t }: Frame, form: URLSearchParams): StepRead {
  const given = {
    site: line(form, 'site'),
    feed: line(form, 'feed'),
    without: form.get('without') === 'yes' ? 'yes' : '',
  }
  const siteUrl = given.site === '' ? null : siteAddress(given.site.slice(0, longest.address))
  const feedUrl = given.feed === '' ? null : siteAddress(given.feed.slice(0, longest.address))
  const withoutSite = given.without === 'yes' && given.site === ''
  const faults = [
    siteUrl === undefined && unusable('site', t('application.site'), t('application.site.error')),
    siteUrl === null && !withoutSite && missing('site', t('application.site'), t('application.site.missing')),
    feedUrl === undefined && unusable('feed', t('application.feed'), t('application.feed.error')),
  ]
  return {
    given,
    change: { withoutSite, ...(siteUrl !== undefined && { siteUrl }), ...(feedUrl !== undefined && { feedUrl }) },
    faults: faults.filter((fault) => fault !== false),
  }
}

/** Numbers that are a point on the map, as telephones and maps write them. */
const coordinates = /-?\d{1,3}[.,]\d{3,}|\d{1,3}\s*°\s*\d/u

function shown({ t }: Frame, form: URLSearchParams): StepRead {
  const tick = (name: string) => (form.get(name) === 'yes' ? 'yes' : '')
  const given = {
    'country-shown': tick('country-shown'),
    place: line(form, 'place'),
    'place-shown': tick('place-shown'),
  }
  const isPoint = coordinates.test(given.place)
  const long = tooLong('place', t('application.place'), given.place, longest.place, t)
  const point = isPoint ? [unusable('place', t('application.place'), t('application.place.point'))] : []
  const isUsable = long.length + point.length === 0
  return {
    given,
    change: {
      countryShown: given['country-shown'] === 'yes',
      ...(isUsable && { place: given.place, placeShown: given['place-shown'] === 'yes' && given.place !== '' }),
    },
    faults: [...long, ...point],
  }
}

function words({ t }: Frame, form: URLSearchParams): StepRead {
  const given = { about: text(form, 'about'), contact: text(form, 'contact') }
  const faults = [
    ...(given.about === '' ? [missing('about', t('application.about'), t('application.about.error'))] : []),
    ...tooLong('about', t('application.about'), given.about, longest.about, t),
    ...tooLong('contact', t('application.contact'), given.contact, longest.contact, t),
  ]
  return {
    given,
    change: { ...([...given.about].length <= longest.about && { about: given.about }) },
    ...([...given.contact].length <= longest.contact && { contact: given.contact }),
    faults,
  }
}

function tooLong(name: string, label: string, words: string, most: number, t: Frame['t']): StepFault[] {
  return [...words].length > most ? [unusable(name, label, t('application.long', { count: most }))] : []
}

function missing(name: string, label: string, fault: string): StepFault {
  return { name, label, fault, isUnusable: false }
}

function unusable(name: string, label: string, fault: string): StepFault {
  return { name, label, fault, isUnusable: true }
}

/** On one line, without what nobody sees. Longer than any field: what is too long is said, not cut. */
function line(form: URLSearchParams, name: string): string {
  return text(form, name).replace(/\s+/gu, ' ')
}

export function text(form: URLSearchParams, name: string): string {
  return inNormalForm((form.get(name) ?? '').slice(0, 20_000), 'NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .trim()
}
