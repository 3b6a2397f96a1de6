/** Names that hold a hash of what they name, so that it may be kept for ever. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Face } from './fonts.ts'

/** `wire.css` → `wire.1f3c….css`, by the text it has. */
export function hashed(name: string, text: string): string {
  const hash = createHash('sha256').update(name).update(text).digest('hex').slice(0, 10)
  return name.replace(/(\.\w+)$/, `.${hash}$1`)
}

/**
 * Of a face: by its package's version, which is pinned, and by how it is cut; reading hundreds of fonts to hash them would
 * slow every start.
 */
export function faceFile({ file, path, isSimple, weight }: Face): string {
  return hashed(file, isSimple ? `${versionAt(path)} ${howCut} ${weight}` : versionAt(path))
}

/** Another number whenever cut-face.ts cuts otherwise. */
const howCut = 1

const versions = new Map<string, string>()

/** The version of the package a font file is in. */
function versionAt(path: string): string {
  const home = path.replace(/\/files\/[^/]+$/, '')
  const known = versions.get(home)
  if (known !== undefined) return known
  const { version } = JSON.parse(readFileSync(`${home}/package.json`, 'utf8')) as { version: string }
  versions.set(home, version)
  return version
}
