/** Logos as people send them, made into marks, on a sheet: every shape in every size. */
import sharp from 'sharp'
import { prepareLogo } from '../../src/net/images.ts'
import { hashOf } from '../../src/net/media-store.ts'
import { html } from '../../src/web/html.ts'
import { layout } from '../../src/web/layout.ts'
import { logo } from '../../src/web/ui/logo.ts'
import { frame, type SamplePage } from './sample-pages.ts'

const drawing = (width: number, height: number, inside: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`,
    ),
  )
    .png()
    .toBuffer()

const letters = (text: string, fill: string, size: number, x: number, y: number) =>
  `<text x="${x}" y="${y}" font-family="DejaVu Serif, serif" font-weight="700" font-size="${size}" fill="${fill}">${text}</text>`
const ring = (fill: string) => `<path fill="none" stroke="${fill}" stroke-width="60" d="M256 60a196 196 0 1 1-1 0z"/>`
const photo = (width: number, height: number) =>
  drawing(
    width,
    height,
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#28536b"/><stop offset="1" stop-color="#d9a57e"/></linearGradient></defs><path fill="url(#g)" d="M0 0h${width}v${height}H0z"/><circle cx="${width / 2}" cy="${height * 0.6}" r="${height / 4}" fill="#1d1722"/>`,
  )

/** By what is hard about them. */
export const logos: Readonly<Record<string, () => Promise<Buffer>>> = {
  'very wide, black on nothing': () => drawing(1600, 160, letters('The Harbour Observer', '#111', 130, 30, 120)),
  'very wide, white on nothing': () => drawing(1600, 160, letters('The Harbour Observer', '#fff', 130, 30, 120)),
  'wide, on white': () =>
    drawing(900, 240, `<path fill="#fff" d="M0 0h900v240H0z"/>${letters('Triángulo', '#b3261e', 150, 60, 170)}`),
  'wide, on its colour': () =>
    drawing(900, 240, `<path fill="#1f4e3d" d="M0 0h900v240H0z"/>${letters('Nordlicht', '#f3e9d2', 150, 60, 170)}`),
  'tall, on nothing': () => drawing(160, 900, `<path fill="#6a1b9a" d="M60 0h40v900H60zM0 0h160v60H0z"/>`),
  'tall, black on white': () =>
    drawing(200, 800, `<path fill="#fff" d="M0 0h200v800H0z"/><path d="M70 60h60v680H70z"/>`),
  'black on nothing': () => drawing(512, 512, ring('#000')),
  'white on nothing': () => drawing(512, 512, ring('#fff')),
  'black and white on nothing': () =>
    drawing(512, 512, `${ring('#000')}<circle cx="256" cy="256" r="90" fill="#fff"/>`),
  'one colour on nothing': () => drawing(512, 512, ring('#d81b60')),
  'pale yellow on nothing': () => drawing(512, 512, ring('#fff3b0')),
  'navy on nothing': () => drawing(512, 512, ring('#0a1a3f')),
  'small in a wide empty border': () => drawing(1200, 1200, `<circle cx="600" cy="600" r="90" fill="#00796b"/>`),
  'off the middle, on white': () =>
    drawing(1000, 700, `<path fill="#fff" d="M0 0h1000v700H0z"/><path fill="#c62828" d="M40 40h180v180H40z"/>`),
  'square photograph': () => photo(800, 800),
  'wide photograph': () => photo(1500, 600),
  'square, full': () =>
    drawing(512, 512, `<path fill="#37474f" d="M0 0h512v512H0z"/>${letters('W', '#ffcc80', 400, 60, 400)}`),
  'sixteen pixels': () =>
    drawing(16, 16, `<path fill="#e65100" d="M0 0h16v16H0z"/><path fill="#fff" d="M3 3h10v3H3zM3 8h6v5H3z"/>`),
  'sixteen pixels, on nothing': () => drawing(16, 16, `<path fill="#111" d="M2 2h5v12H2zM9 2h5v5H9z"/>`),
  'four thousand pixels': () =>
    drawing(4000, 4000, `<path fill="#4527a0" d="M400 2000 2000 400 3600 2000 2000 3600Z"/>`),
  'rainbow on nothing': () =>
    drawing(
      600,
      360,
      ['#e40303', '#ff8c00', '#ffed00', '#008026', '#24408e', '#732982']
        .map((fill, i) => `<path fill="${fill}" d="M0 ${60 * i}h600v60H0z"/>`)
        .join(''),
    ),
}

/** Names whose first letters are hard to set. */
const names = [
  'Wireroom',
  'Il Giornale',
  'Łódź',
  'Żółw',
  'Émigré',
  'Радуга',
  'Ήλιος',
  'نافذة',
  'קשת',
  'इंद्रधनुष',
  'ตี่',
  '虹色通信',
  '彩虹',
  '무지개',
  'გაზეთი',
  '76 Crimes',
  'ǅungla',
  'Qjg',
  '—',
  'w',
]

export type MarksSheet = { readonly page: SamplePage; readonly media: ReadonlyMap<string, Uint8Array> }

export async function marksSheet(): Promise<MarksSheet> {
  const media = new Map<string, Uint8Array>()
  const rows: { readonly slug: string; readonly name: string; readonly logo: string | null }[] = []
  for (const [name, make] of Object.entries(logos)) {
    const { bytes } = await prepareLogo(await make())
    const hash = hashOf(bytes)
    media.set(hash, bytes)
    rows.push({ slug: name, name, logo: hash })
  }
  for (const name of names) rows.push({ slug: `${name}-${names.indexOf(name)}`, name, logo: null })
  const here = frame('/marks')
  const main = html`<div class="column"><h1>Marks</h1>
<div class="who"><ul>${rows.map((row) => html`<li><a href="/">${logo(here, row)}<bdi>${row.name}</bdi></a></li>`)}</ul></div>
<ul class="register">${rows.map((row) => html`<li>${logo(here, row)}<div><h2><bdi>${row.name}</bdi></h2></div></li>`)}</ul>
${rows.map((row) => html`<div class="member">${logo(here, row)}<div><p>${row.name}</p></div></div>`)}</div>`
  return {
    page: {
      name: 'marks',
      path: here.path,
      html: layout(here, { title: 'Marks', sheets: ['directory.css'], languages: ['ja', 'zh', 'ko'], main }),
    },
    media,
  }
}
