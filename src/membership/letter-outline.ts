/** The outline of a name's first letter, from the fonts the pages have: whoever paints it needs none of their own. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { type FontTables, type Outline, outlineOf } from '../core/glyph.ts'
import { inNormalForm } from '../core/normal-form.ts'
import { initialOf } from '../web/ui/logo.ts'

const require = createRequire(import.meta.url)

const mono = (subset: string) => ['ibm-plex-mono', subset] as const
const sans = (script: string) => [`ibm-plex-sans-${script}`, script] as const

/** By what they are asked for: a script, in one file or two. */
const fonts: readonly (readonly [RegExp, readonly (readonly [name: string, subset: string])[]])[] = [
  [/^[\p{Script=Latin}\p{N}]$/u, [mono('latin'), mono('latin-ext')]],
  [/^\p{Script=Cyrillic}$/u, [mono('cyrillic'), mono('cyrillic-ext')]],
  ...(['arabic', 'hebrew', 'devanagari', 'thai'] as const).map(
    (script) =>
      [new RegExp(`^\\p{Script=${script[0]?.toUpperCase()}${script.slice(1)}}$`, 'u'), [sans(script)]] as const,
  ),
]

/** The letter a name is drawn by; undefined where it has none, or one that none of the fonts has. */
export function letterOf(name: string): { readonly letter: string; readonly outline: Outline } | undefined {
  const [letter = ''] = inNormalForm(initialOf(name), 'NFC')
  const outline = outlines.get(letter) ?? findOutline(letter)
  if (!outline) return undefined
  if (outlines.size < 2_000) outlines.set(letter, outline)
  return { letter, outline }
}

const outlines = new Map<string, Outline>()

function findOutline(letter: string): Outline | undefined {
  const files = fonts.find(([script]) => script.test(letter))?.[1] ?? []
  for (const [name, subset] of files) {
    const outline = outlineOf(tablesOf(name, subset), letter.codePointAt(0) ?? 0)
    if (outline) return outline
  }
  return undefined
}

const read = new Map<string, FontTables>()

function tablesOf(name: string, subset: string): FontTables {
  const file = `${name}-${subset}-600-normal.woff`
  const known = read.get(file)
  if (known) return known
  const home = dirname(require.resolve(`@fontsource/${name}/package.json`))
  const tables = unpack(readFileSync(join(home, 'files', file)))
  read.set(file, tables)
  return tables
}

/** WOFF 1.0, section 4: a directory of tables, each packed where that makes it smaller. */
function unpack(font: Buffer): FontTables {
  const tables = Array.from({ length: font.readUInt16BE(12) }, (_, i): [string, Uint8Array] => {
    const entry = 44 + i * 20
    const [offset, packed, whole] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at)) as [number, number, number]
    const bytes = font.subarray(offset, offset + packed)
    return [font.toString('latin1', entry, entry + 4), packed < whole ? inflateSync(bytes) : bytes]
  })
  return new Map(tables)
}
