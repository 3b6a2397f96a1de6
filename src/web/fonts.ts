/**
 * The typefaces, from the packages that bring them: which files, for which characters (`unicode-range`), under which
 * family. A browser loads only the files whose characters a page has. The scripts with thousands of characters come
 * in a sheet of their own, linked by pages with text in that language; it knows the commonest of them.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Face = {
  readonly family: string
  readonly weight: string
  readonly style: 'normal' | 'italic'
  readonly range: string
  /** Its letters stand beside each other: it can be cut down (cut-face.ts). */
  readonly isSimple: boolean
  /** The file's name, unique among all faces. */
  readonly file: string
  /** Where it lies. */
  readonly path: string
}

type Cut = { readonly weight: string; readonly style?: 'italic'; readonly name: string }
type Family = {
  readonly family: string
  readonly package: string
  /** Those by name, or so many of the numbered ones, which are sorted by how common their characters are. */
  readonly subsets: readonly string[] | number
  readonly cuts: readonly Cut[]
}

/** The weights there are rules for, of the more that the files have. */
const upright: Cut = { weight: '400 700', name: 'wght-normal' }
const plex: readonly Cut[] = [
  { weight: '400', name: '400-normal' },
  { weight: '600', name: '600-normal' },
]
const simple = /^(?:latin|cyrillic|greek|vietnamese)/
const european = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese']

const families: readonly Family[] = [
  {
    family: 'Wire Serif',
    package: '@fontsource-variable/source-serif-4',
    subsets: european,
    cuts: [upright],
  },
  // Italics are set in one weight, and that alone is less than half of the variable file.
  {
    family: 'Wire Serif',
    package: '@fontsource/source-serif-4',
    subsets: european,
    cuts: [{ weight: '400', style: 'italic', name: '400-italic' }],
  },
  {
    family: 'Wire Sans',
    package: '@fontsource-variable/ibm-plex-sans',
    subsets: european,
    cuts: [upright],
  },
  {
    family: 'Wire Mono',
    package: '@fontsource/ibm-plex-mono',
    subsets: ['latin', 'latin-ext', 'cyrillic'],
    cuts: plex,
  },
  { family: 'Wire Arabic', package: '@fontsource/ibm-plex-sans-arabic', subsets: ['arabic'], cuts: plex },
  { family: 'Wire Hebrew', package: '@fontsource/ibm-plex-sans-hebrew', subsets: ['hebrew'], cuts: plex },
  { family: 'Wire Devanagari', package: '@fontsource/ibm-plex-sans-devanagari', subsets: ['devanagari'], cuts: plex },
  { family: 'Wire Thai', package: '@fontsource/ibm-plex-sans-thai', subsets: ['thai'], cuts: plex },
]

/**
 * Sheets by language. Han characters differ by country, so each language has its own. All subsets together would make each
 * sheet as heavy as the page: these hold 2,069 kanji (about the jōyō), 1,439 syllables and 3,441 hanzi (about the first
 * level of the standard table). What is rarer is set in the reader's own face.
 */
const great = {
  ja: {
    family: 'Wire JP',
    package: '@fontsource/ibm-plex-sans-jp',
    subsets: 48,
    cuts: [{ weight: '400', name: '400-normal' }],
  },
  ko: {
    family: 'Wire KR',
    package: '@fontsource/ibm-plex-sans-kr',
    subsets: 24,
    cuts: [{ weight: '400', name: '400-normal' }],
  },
  zh: {
    family: 'Wire SC',
    package: '@fontsource-variable/noto-sans-sc',
    subsets: 24,
    cuts: [{ weight: '100 900', name: 'wght-normal' }],
  },
} as const satisfies Readonly<Record<string, Family>>

export const greatScripts = Object.keys(great) as readonly (keyof typeof great)[]

/** The name of the further sheet a page with text in this language links, if any. */
export function sheetFor(language: string): string | undefined {
  const base = language.split('-')[0]?.toLowerCase()
  return greatScripts.some((tag) => tag === base) ? `fonts-${base}.css` : undefined
}

/** The faces every page knows of. Reads the packages' own tables of ranges. */
export function commonFaces(): Face[] {
  return families.flatMap(facesOf)
}

export function facesFor(language: keyof typeof great): Face[] {
  return facesOf(great[language])
}

/**
 * `@font-face` rules; `href` gives a face's address from its file's name. A face that comes late waits for the next page:
 * lines would break anew under whoever reads (docs/decisions/0033).
 */
export function faceRules(faces: readonly Face[], href: (file: string) => string): string {
  return faces
    .map(
      ({ family, weight, style, range, file }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};${style === 'italic' ? 'font-style:italic;' : ''}font-display:optional;src:url(${href(file)});unicode-range:${range}}\n`,
    )
    .join('')
}

/** The sheet of a great script: its faces, and the family's place before the others where texts in it are set in ours. */
export function greatSheet(language: keyof typeof great, href: (file: string) => string): string {
  const { family } = great[language]
  const first = `:lang(${language}){--serif:"Wire Serif","${family}",serif;--sans:"Wire Sans","${family}",sans-serif;--mono:"Wire Mono","${family}",monospace}`
  return `${faceRules(facesFor(language), href)}.faces ${first}\n@media (scripting:none){${first}}\n`
}

function facesOf({ family, package: name, subsets, cuts }: Family): Face[] {
  const home = dirname(require.resolve(`${name}/package.json`))
  const ranges = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>
  const stem = name.split('/')[1] ?? ''
  // Numbered subsets are written `[12]` in the table and `12` in the file's name.
  const numbered = Object.keys(ranges).filter((subset) => subset.startsWith('['))
  const wanted = typeof subsets === 'number' ? numbered.slice(-subsets) : subsets
  return cuts.flatMap((cut) =>
    wanted.map((subset) => {
      const file = `${stem}-${subset.replace(/[[\]]/g, '')}-${cut.name}.woff2`
      const range = shorten(ranges[subset] ?? '')
      return {
        ...{ family, weight: cut.weight, style: cut.style ?? 'normal', range, file, path: join(home, 'files', file) },
        isSimple: simple.test(subset),
      } as const
    }),
  )
}

/** Ranges of ancient signs far beyond the common planes only make the sheet longer. */
function shorten(range: string): string {
  const kept = range.split(',').filter((one) => !/^U\+(?:10|11|1E)[0-9A-F]{3}/i.test(one))
  return kept.join(',')
}

const require = createRequire(import.meta.url)
