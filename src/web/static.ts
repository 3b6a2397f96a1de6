/** Stylesheets, fonts and modules, each under a name that holds the hash of its bytes, so that it may be kept for ever. */
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Answer } from './answer.ts'
import { readCut } from './cut-faces.ts'
import { faceFile, hashed } from './hashed.ts'
import { sheets } from './stylesheet.ts'

export type Assets = {
  /** `wire.css` → `/assets/wire.1f3c….css`; faces go by their file's name. Throws for a name nobody has. */
  href(name: string): string
  /** The asset of a hashed name, undefined when there is none. */
  answer(file: string): Promise<Answer | undefined>
}

type Asset = { readonly type: string; read(): Promise<string | Uint8Array> }

/**
 * Makes the sheets and names every file once; files are read when they are asked for. Faces that lie cut in `cut` are
 * answered from there.
 */
export function createAssets(cut: string): Assets {
  const byFile = new Map<string, Asset>()
  const hrefs = new Map<string, string>()
  for (const sheet of sheets) {
    const faces = new Map(sheet.faces().map((face) => [face.file, face]))
    const css = sheet.css((file) => {
      const face = faces.get(file)
      if (!face) throw new TypeError(`No face has the file ${file}.`)
      const name = faceFile(face)
      byFile.set(name, {
        type: 'font/woff2',
        read: async () => (await readCut(cut, name)) ?? (await readFile(face.path)),
      })
      hrefs.set(file, `/assets/${name}`)
      return `/assets/${name}`
    })
    const name = hashed(sheet.name, css)
    byFile.set(name, { type: 'text/css; charset=utf-8', read: async () => css })
    hrefs.set(sheet.name, `/assets/${name}`)
  }
  for (const { name, text } of readModules()) {
    const file = hashed(name, text)
    byFile.set(file, { type: 'text/javascript; charset=utf-8', read: async () => text })
    hrefs.set(name, `/assets/${file}`)
  }
  return {
    href(name) {
      const href = hrefs.get(name)
      if (href === undefined) throw new TypeError(`There is no asset "${name}".`)
      return href
    },
    async answer(file) {
      const asset = byFile.get(file)
      return asset && { status: 200, type: asset.type, body: await asset.read(), cache: 'immutable', tags: ['assets'] }
    },
  }
}

/** Every module there is, as it was written: each is a few lines, and whoever looks may read them. */
function readModules(): { name: string; text: string }[] {
  const folder = new URL('./assets/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
}
