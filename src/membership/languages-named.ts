/** Languages as people write them: by their names in any of the languages of the pages, by their own names, or as tags. */
import { canonicalLanguage, isKnownLanguage } from '../core/language.ts'
import { inNormalForm } from '../core/normal-form.ts'
import { catalogues, localeOf } from '../web/messages/messages.ts'

/** Beside all that have two letters: what is written in them is not little. */
const longer =
  'arz apc ary ast bem bho ceb chr ckb cmn fil fur gsw hak haw hmn kab kea kok lij luo lus luy mai mni mos nah nan nds nso pap pcm prs quc rif rom sat scn shi sco szl tet tpi tzm vec war wo yue zgh'.split(
    ' ',
  )

export type Named = { readonly languages: readonly string[]; readonly unknown: readonly string[] }

/** `English, Kiswahili; pt-BR` → tags, and what is no language we know. */
export function languagesNamed(words: string): Named {
  const languages = new Set<string>()
  const unknown: string[] = []
  for (const part of words.split(/[,،、;\n]+/).map((part) => part.trim())) {
    if (part === '') continue
    const tag = names().get(plain(part)) ?? tagOf(part)
    if (tag) languages.add(tag)
    else unknown.push(part)
  }
  return { languages: [...languages], unknown }
}

function tagOf(part: string): string | undefined {
  const tag = /^[a-z]{2,3}([-_][a-z0-9]+)*$/i.test(part) ? canonicalLanguage(part) : undefined
  return tag && isKnownLanguage(tag) ? tag : undefined
}

let known: ReadonlyMap<string, string> | undefined

function names(): ReadonlyMap<string, string> {
  known ??= new Map(codes().flatMap((code) => namesOf(code).map((name) => [plain(name), code] as const)))
  return known
}

function codes(): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const short = [...letters].flatMap((a) => [...letters].map((b) => a + b))
  // The canonical ones alone: `iw` is `he`.
  return [...short, ...longer].filter((code) => canonicalLanguage(code) === code && isKnownLanguage(code))
}

function namesOf(code: string): string[] {
  const ours = Object.keys(catalogues)
  return [...new Set([...ours, ...ours.map(localeOf), code])].flatMap((language) => {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code)
    return name ? [name] : []
  })
}

/** Without capitals and accents: "español" and "Espanol" are the same. */
function plain(name: string): string {
  return inNormalForm(name, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
