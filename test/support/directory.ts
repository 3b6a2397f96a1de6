/** Members and stories of the samples as the directory and the archive have them, few and very many. */
import type { MemberId } from '../../src/core/id.ts'
import { lettered } from '../../src/core/member/alphabet.ts'
import { type Directory, isAmong, readDirectory } from '../../src/core/member/directory.ts'
import { type Member, memberKinds } from '../../src/core/member/member.ts'
import type { DirectoryPage } from '../../src/reader/directory.ts'
import { letterPage } from '../../src/reader/directory-pages.ts'
import type { Portrayed } from '../../src/web/ui/portrait.ts'
import { fullPortrait, members, now } from './samples.ts'

/** The page that an address such as `by=map&language=ar` has of these members. */
export function directoryOf(of: readonly Member[], address = '', language = 'en'): DirectoryPage {
  const asked = readDirectory(Object.fromEntries(new URLSearchParams(address))) as Directory
  const found = of.filter((member) => isAmong(asked, member))
  const list = letterPage(
    lettered(found, ({ name }) => name, language),
    asked.page,
  )
  if (!list) throw new Error(`There is no page ${asked.page} of these members.`)
  return {
    ...{ asked, all: of, found, list },
    stories: new Map(of.map(({ slug }, i) => [slug, (i * 37) % 90])),
    newest: new Map(
      of.flatMap(({ id }, i) => {
        const publishedAt = new Date(now.getTime() - ((i * i) % 20_000) * 3_600_000)
        return (i * 37) % 90 === 0
          ? []
          : [[id, { day: publishedAt.toISOString().slice(0, 10), slug: 'newest', publishedAt }] as const]
      }),
    ),
  }
}

const names = [
  'Gazette',
  'Arbeitsgemeinschaftsmitgliederversammlungsprotokollführung',
  'صوت الجبل',
  'หนังสือพิมพ์รุ้งกินน้ำแห่งประเทศไทย',
  'Émergence',
  'The Quiet Press',
  'Ежедневник',
  'Rádio Ipanema',
  '虹の新聞',
  'Ünlü Haber',
  'Zwischenraum',
  'Casa',
  '무지개신문',
  'Łódzka Fala',
  '24 Stunden',
  'קשת',
]
const languages = ['en', 'de', 'ar', 'th', 'fr', 'en', 'ru', 'pt-BR', 'ja', 'tr', 'de', 'es', 'ko', 'pl', 'de', 'he']
/** Of some countries many, of others one. */
const countries =
  'US US US GB GB DE DE BR BR KE ZA IN FR ES MX TR PL JP KR TH IL LB MT SG BH FJ NZ UA RU CN CA AR NG GI TV RE XK TW'
    .split(' ')
    .flatMap((code, i) => Array.from({ length: i < 14 ? 9 : 1 + (i % 3) }, () => code))

/** A network of very many members; a third of them do not say where they are. */
export function crowd(size: number): Member[] {
  return Array.from({ length: size }, (_, i) => {
    const turn = (i * 7919) % size
    const name = `${names[i % names.length]} ${i < names.length ? '' : turn}`.trim()
    return {
      ...(members[0] as Member),
      id: `0199cccc-0000-7000-8000-${String(i).padStart(12, '0')}` as MemberId,
      ...{ slug: `member-${i}`, name, about: '' },
      kind: memberKinds[(i * 5) % memberKinds.length] as Member['kind'],
      languages: i % 9 === 0 ? ['en', 'fr', 'ar', 'sw', 'pt-BR', 'ru'] : [languages[i % languages.length] as string],
      country: i % 3 === 0 ? null : (countries[turn % countries.length] as string),
    }
  })
}

/** A member whose every word is too long, and that tells all there is to tell. */
export function awkwardPortrait(name: string): Portrayed {
  const word = 'Rechtsschutzversicherungsgesellschaftswirksamkeitsprüfungsanstaltsdrahtverein'
  const member = {
    ...(members[0] as Member),
    ...{ slug: 'awkward', name, kind: 'press-office' as const, country: 'GS' },
    siteUrl: `https://${'very-long-name-'.repeat(3)}of-a-host.which-goes-on-and-on.example/`,
    languages: 'en de ar th fr ru pt-BR ja tr es ko pl he zh-Hant sr-Latn'.split(' '),
  }
  const { profile } = fullPortrait
  return {
    ...fullPortrait,
    member,
    profile: {
      ...profile,
      names: [...profile.names, { language: 'de', name: word }, { language: 'th', name: names[3] as string }],
      abouts: [{ language: 'de', words: `${word} `.repeat(6) }],
      ...{ audience: word.repeat(2), place: word },
      covers: countries.filter((code, i) => countries.indexOf(code) === i),
    },
    homes: [{ url: `https://social.example/@${'a'.repeat(120)}`, name: '', verifiedAt: now, lapsedAt: null }],
    topics: Array.from({ length: 40 }, (_, i) => ({ slug: `t-${i}`, name: names[i % names.length] as string })),
    contacts: [{ purpose: 'press', words: `${'redaktion-'.repeat(9)}@harbour.example` }],
  }
}

/** Stories of every day for so many years before the samples' now: growing, with weeks, summers and a few earthquakes. */
export function manyDays(years: number, stories: number): Map<string, number> {
  const days = Math.round(years * 365.25)
  let seed = 20_011_101
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const weights = Array.from({ length: days }, (_, i) => {
    const moment = new Date(now.getTime() - (days - 1 - i) * 86_400_000)
    const grown = 0.08 + (i / days) ** 1.6
    const week = [0.35, 1.05, 1.15, 1.2, 1.15, 1, 0.45][moment.getUTCDay()] ?? 1
    const summer = [6, 7].includes(moment.getUTCMonth()) ? 0.72 : 1
    const june = moment.getUTCMonth() === 5 ? 1.35 : 1
    const shock = chance() > 0.997 ? 2.6 : 1
    const silent = i > days * 0.37 && i < days * 0.385 ? 0 : 1
    return {
      day: moment.toISOString().slice(0, 10),
      weight: grown * week * summer * june * shock * silent * (0.4 + 1.2 * chance()),
    }
  })
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0)
  return new Map(
    weights.flatMap(({ day, weight }) => {
      const count = Math.round((weight / whole) * stories)
      return count > 0 ? [[day, count] as const] : []
    }),
  )
}
