/** What a source's stories are shown by and taken for: the verbs of `source` that change its terms. */
import { Invalid, NotFound, Usage } from '../core/errors.ts'
import { readId, type SourceId } from '../core/id.ts'
import { canonicalLanguage } from '../core/language.ts'
import { agencyNamed } from '../core/story/agencies.ts'
import { type Canonical, canonicals } from '../core/story/canonical.ts'
import { type Grant, genres, licences, pictureUses } from '../core/story/gate.ts'
import { policies } from '../core/story/identity.ts'
import { readNetwork } from '../db/network.ts'
import { listPermissions } from '../db/permissions.ts'
import { listRefusedPictures } from '../db/pictures.ts'
import { changeSource, findSource, listGrants, type Source } from '../db/sources.ts'
import * as wire from '../wire/grant.ts'
import type { WireContext } from '../wire/publish.ts'
import type { Invocation, Option, Output } from './command.ts'
import { type AtHand, operator } from './with-database.ts'

const shows = ['full', 'excerpt', 'headline'] as const

export const usage = [
  'grant ID [--grant full|excerpt|headline] [--pictures none|credit|republish] [--by WHO]',
  'permit ID AGENCY [--by WHO]',
  'forbid ID AGENCY [--by WHO]',
  'set ID [--genre GENRE] [--licence LICENCE] [--language TAG] [--uniqueness POLICY]',
  'terms ID [--canonical original|here]',
]

export const options: Readonly<Record<string, Option>> = {
  grant: { value: 'EXTENT', about: 'what the member lets the network show: full, excerpt (default) or headline' },
  pictures: { value: 'USE', about: 'none (default), credit or republish' },
  by: { value: 'WHO', about: 'who gave the grant or permission, kept on record' },
  genre: { value: 'GENRE', about: `what its items are unless they say so themselves: ${genres.join(', ')}` },
  licence: { value: 'LICENCE', about: `what others may do with its own texts: ${licences.join(', ')}` },
  language: { value: 'TAG', about: 'what its items are in unless they say so themselves, e.g. pt-BR' },
  canonical: { value: 'PAGE', about: 'where search engines should send readers: original (default) or here' },
  uniqueness: { value: 'POLICY', about: `by what its items are known again: ${policies.join(', ')}` },
}

type Act = (at: AtHand, words: readonly string[], call: Invocation, out: Output) => Promise<void>
export const acts: Readonly<Record<string, Act>> = { grant, permit, forbid, set, terms }

async function grant(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const { options } = call
  if (options.grant === undefined && options.pictures === undefined)
    throw new Usage('Say which one source, and what the member grants: --grant, --pictures, or both.')
  const source = await sourceBy(at, words)
  const wanted = grantOf(call, source.grant)
  const context = await contextOf(at, call)
  const changed = await at.db.transaction().execute((tx) => wire.grant(tx, context, source.id, wanted))
  if (call.json) out.json({ id: source.id, grant: wanted, changed })
  else out.print(`Of ${source.url} readers see: ${grantWords(wanted)}. ${changed} stories changed.`)
}

async function permit(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const { source, agency } = await agencyBy(at, words)
  const context = await contextOf(at, call)
  const changed = await at.db.transaction().execute((tx) => wire.permit(tx, context, source.id, agency))
  if (call.json) out.json({ id: source.id, agency, changed })
  else out.print(`Texts of ${agency} are shown as far as its grant goes. ${changed} stories changed.`)
}

async function forbid(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const { source, agency } = await agencyBy(at, words)
  const context = await contextOf(at, call)
  const changed = await at.db.transaction().execute((tx) => wire.forbid(tx, context, source.id, agency))
  if (call.json) out.json({ id: source.id, agency, changed })
  else out.print(`Texts of ${agency} are headline only. ${changed} stories changed.`)
}

async function set(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const source = await sourceBy(at, words)
  const { genre, licence, language, uniqueness } = call.options
  const tag = language === undefined ? undefined : canonicalLanguage(language)
  if (language !== undefined && !tag)
    throw new Invalid(`"${language}" is no language tag: write e.g. en, pt-BR, zh-Hant.`)
  const change = {
    ...(genre ? { genre: oneOf(genres, '--genre', genre) } : {}),
    ...(licence ? { licence: oneOf(licences, '--licence', licence) } : {}),
    ...(tag ? { language: tag } : {}),
    ...(uniqueness
      ? { uniqueness: oneOf(policies, '--uniqueness', uniqueness), uniquenessWhy: `so said by ${operator}` }
      : {}),
  }
  if (Object.keys(change).length === 0)
    throw new Usage('Say what to set: --genre, --licence, --language, --uniqueness.')
  await at.db.transaction().execute((tx) => changeSource(tx, source.id, change))
  if (call.json) out.json({ id: source.id, ...change })
  else
    out.print(
      `${source.url}: ${Object.entries(change)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}. It holds for what comes in from now on.`,
    )
}

async function terms(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const found = await sourceBy(at, words)
  const source = { ...found, canonical: await canonicalOf(at, found, call) }
  const [grants, permissions, pictures] = await Promise.all([
    listGrants(at.db, source.id),
    listPermissions(at.db, source.id),
    listRefusedPictures(at.db, source.id, 20),
  ])
  const { genre, licence, language, canonical, uniqueness, uniquenessWhy } = source
  if (call.json) {
    out.json({
      id: source.id,
      url: source.url,
      genre,
      licence,
      language,
      canonical,
      uniqueness,
      uniquenessWhy,
      grants,
      permissions,
      refusedPictures: pictures,
    })
    return
  }
  out.print(`${source.url} (${source.memberName})`)
  out.print(`  genre: ${genre}; licence: ${licence}; language: ${language ?? 'as each item says'}`)
  out.print(`  search engines are sent to ${canonical === 'here' ? 'its stories’ pages here' : 'the originals'}`)
  out.print(`  items are known by ${uniqueness}${uniquenessWhy ? `: ${uniquenessWhy}` : ''}`)
  for (const { shows, pictures, grantedAt, grantedBy } of grants)
    out.print(`  granted ${grantedAt.toISOString().slice(0, 10)} by ${grantedBy}: ${shows}, pictures ${pictures}`)
  for (const { agency, permittedAt, permittedBy } of permissions)
    out.print(`  permitted ${permittedAt.toISOString().slice(0, 10)} by ${permittedBy}: texts of ${agency}`)
  for (const { url, reason, nextTryAt } of pictures)
    out.print(`  no picture ${url}: ${reason}${nextTryAt ? '' : ' It is not asked for again.'}`)
}

/** As it is, or as it is said to be from now on. */
async function canonicalOf({ db }: AtHand, source: Source, { options }: Invocation): Promise<Canonical> {
  if (options.canonical === undefined) return source.canonical
  const wanted = oneOf(canonicals, '--canonical', options.canonical)
  await db.transaction().execute((tx) => wire.setCanonical(tx, source, wanted))
  return wanted
}

async function contextOf({ db, clock }: AtHand, call: Invocation): Promise<WireContext> {
  const { timeZone } = await readNetwork(db)
  return { now: clock(), by: call.options.by?.trim() || operator, timeZone }
}

async function agencyBy(at: AtHand, [given, ...words]: readonly string[]): Promise<{ source: Source; agency: string }> {
  const name = words.join(' ').trim()
  if (!name) throw new Usage('Say which agency, by its name: e.g. Reuters.')
  const agency = agencyNamed(name)
  if (!agency) throw new NotFound(`No news agency is known as "${name}" (src/core/story/agencies.ts lists them).`)
  return { source: await sourceBy(at, given === undefined ? [] : [given]), agency }
}

export async function sourceBy({ db }: AtHand, [given, ...rest]: readonly string[]): Promise<Source> {
  if (!given || rest.length > 0) throw new Usage('Say which one source, by its id.')
  const id = readId<SourceId>(given)
  const source = id && (await findSource(db, id))
  if (!source) throw new NotFound(`There is no source "${given}": "wireroom source list" shows them.`)
  return source
}

export function grantWords({ shows, pictures }: Grant): string {
  return `${shows}, pictures: ${pictures}`
}

/** The grant that was asked for; what was not said stays as it was. */
export function grantOf(call: Invocation, before: Grant): Grant {
  return {
    shows: oneOf(shows, '--grant', call.options.grant ?? before.shows),
    pictures: oneOf(pictureUses, '--pictures', call.options.pictures ?? before.pictures),
  }
}

function oneOf<T extends string>(known: readonly T[], option: string, given: string): T {
  const found = known.find((one) => one === given)
  if (!found) throw new Usage(`${option} is ${known.join(', ')}, not "${given}".`)
  return found
}
