/** The sample pages behind an address, without a database: for looking at them and for checking them in a browser. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accentSheet } from '../../src/web/accent.ts'
import { readCut } from '../../src/web/cut-faces.ts'
import { faceFile } from '../../src/web/hashed.ts'
import { securityHeaders } from '../../src/web/security-headers.ts'
import { sheets } from '../../src/web/stylesheet.ts'

const { 'content-security-policy': policy = '' } = securityHeaders(false)

export type Gallery = {
  readonly url: string
  /** For `goto`: from another of its pages, so that the page is set in our faces from its first line. */
  readonly along: { readonly referer: string }
  readonly foreign: string[]
  close(): Promise<void>
}

const banner = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1240 600"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#3b2f4a"/><stop offset=".55" stop-color="#8a5a7c"/><stop offset="1" stop-color="#d9a57e"/></linearGradient></defs><rect width="1240" height="600" fill="url(#g)"/>${Array.from({ length: 18 }, (_, i) => `<circle cx="${40 + i * 68}" cy="${468 + ((i * 37) % 26)}" r="${26 + ((i * 13) % 11)}" fill="#1d1722"/><rect x="${-4 + i * 68}" y="${494 + ((i * 37) % 22)}" width="90" height="140" rx="36" fill="#1d1722"/>`).join('')}<path d="M140 240 1100 184 1112 276 152 332Z" fill="#efe6d8"/><text x="250" y="283" font-family="Source Serif 4, serif" font-size="58" font-weight="650" fill="#2a2030" transform="rotate(-3.2 250 283)">WE ARE THE ARCHIVE</text></svg>`

/**
 * Serves `pages` by path, and `media` by hash; faces as they lie cut in `cut`, else whole. The same policy as the program's:
 * a page that breaks it is noticed.
 */
export async function openGallery(
  pages: ReadonlyMap<string, string>,
  media: ReadonlyMap<string, Uint8Array> = new Map(),
  cut = '/nonexistent',
): Promise<Gallery> {
  const faces = sheets.flatMap((sheet) => sheet.faces())
  const files = new Map(
    faces.map(
      (face) => [face.file, async () => (await readCut(cut, faceFile(face))) ?? readFileSync(face.path)] as const,
    ),
  )
  const styles = new Map(sheets.map((sheet) => [sheet.name, sheet.css((file) => `/assets/${file}`)] as const))
  const foreign: string[] = []
  const modules = new URL('../../src/web/assets/', import.meta.url)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname
    const name = path.split('/').at(-1) ?? ''
    const send = (type: string, body: string | Uint8Array) => {
      response.setHeader('content-type', type)
      response.setHeader('content-security-policy', policy)
      response.end(body)
    }
    const page = pages.get(path)
    if (page !== undefined) return send('text/html; charset=utf-8', page)
    if (path.startsWith('/accent/')) return send('text/css', accentSheet(name.replace('.css', '')) ?? '')
    // As the program does: what a page brings besides its words is kept by the browser.
    response.setHeader('cache-control', 'max-age=3600')
    const sheet = styles.get(name)
    if (sheet) return send('text/css', sheet)
    if (/^[a-z]+\.js$/.test(name)) return send('text/javascript', readFileSync(new URL(name, modules)))
    const face = files.get(name)
    if (face) return void face().then((bytes) => send('font/woff2', bytes))
    const kept = media.get(name)
    if (kept) return send('image/webp', kept)
    if (path.startsWith('/media/')) return send('image/svg+xml', banner)
    if (path === '/favicon.svg') return send('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    foreign.push(path)
    response.statusCode = 404
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    along: { referer: `${url}/` },
    foreign,
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  }
}
