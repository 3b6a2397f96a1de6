/** What comes over the wire for a page: its document, and the styles and scripts it names, packed as the server packs them. */
import { accentSheet } from '../../src/web/accent.ts'
import { type Encoding, editionOf, variantOf } from '../../src/web/edition.ts'
import { createAssets } from '../../src/web/static.ts'

export type Weight = { readonly html: number; readonly css: number; readonly script: number; readonly all: number }

/** Faces are weighed apart (faces.test.ts), so none was cut. */
const assets = createAssets('/nonexistent')
const packed = new Map<string, Promise<number>>()

/** In bytes. `html` names its assets as sample pages do: `/assets/wire.css`. Packed quickly, as for a first reader. */
export async function weigh(html: string, encoding: Encoding): Promise<Weight> {
  const named = [
    ...html
      .replace(/<link rel="preload" as="font"[^>]*>/g, '')
      .matchAll(/<(link|script)\b[^>]*?\s(?:href|src)="(\/(?:assets|accent)\/[^"]+)"/g),
  ]
  const weigh = async (wanted: 'link' | 'script') => {
    const sizes = named
      .filter(([, element]) => element === wanted)
      .map(([, , path = '']) => {
        const key = `${encoding} ${path}`
        const size = packed.get(key) ?? textOf(path).then((text) => sizeOf(text, encoding))
        packed.set(key, size)
        return size
      })
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }
  const [page, css, script] = await Promise.all([sizeOf(html, encoding), weigh('link'), weigh('script')])
  return { html: page, css, script, all: page + css + script }
}

export function inKilobytes({ html, css, script, all }: Weight): string {
  const [whole, ...parts] = [all, html, css, script].map((bytes) => (bytes / 1000).toFixed(1))
  return `${whole} KB (HTML ${parts[0]}, styles ${parts[1]}, scripts ${parts[2]})`
}

async function textOf(path: string): Promise<string> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (path.startsWith('/accent/')) return accentSheet(name.replace('.css', '')) ?? ''
  const answer = await assets.answer(assets.href(name).slice('/assets/'.length))
  return String(answer?.body)
}

async function sizeOf(text: string, encoding: Encoding): Promise<number> {
  const edition = await editionOf(new Response(text, { headers: { 'content-type': 'text/html' } }), () => new Date(0))
  return (await variantOf(edition, edition.compressible ? encoding : 'identity', false)).body.length
}
