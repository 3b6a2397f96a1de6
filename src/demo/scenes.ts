/** Pictures drawn by program, 1200 by 800: places and things, never people. Each is the inside of an SVG. */
import type { Shades } from './shades.ts'

type Scene = (shades: Shades) => string

const sky = ({ pale, soft }: Shades) =>
  `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${soft}"/><stop offset="1" stop-color="${pale}"/></linearGradient></defs><rect width="1200" height="800" fill="url(#sky)"/>`

const row = (count: number, draw: (i: number) => string) => Array.from({ length: count }, (_, i) => draw(i)).join('')
const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`

/** Different but never random: the same house stands there every time. */
const vary = (i: number, most: number) => (((i * 7919 + 104_729) % 997) / 997) * most

export const scenes: Readonly<Record<string, Scene>> = {
  harbour: (s) =>
    `${sky(s)}<circle cx="880" cy="230" r="90" fill="${s.warm}"/>${row(9, (i) => rect(i * 135, 330 + vary(i, 120), 110, 400, i % 2 ? s.deep : s.main))}${rect(0, 540, 1200, 260, s.ink)}${row(14, (i) => rect(vary(i + 3, 1100), 570 + i * 16, 60 + vary(i, 160), 5, s.soft, 'opacity="0.5"'))}<path d="M380 600h300l-50 80h-200z" fill="${s.pale}"/><path d="M520 590V330l140 260z" fill="${s.warm}"/>`,
  window: (s) =>
    `${rect(0, 0, 1200, 800, s.ink)}${row(5, (i) => row(3, (j) => rect(90 + i * 215, 80 + j * 225, 150, 170, (i * 3 + j) % 4 === 1 ? s.warm : s.deep, 'rx="4"')))}${row(5, (i) => row(3, (j) => rect(162 + i * 215, 80 + j * 225, 6, 170, s.ink)))}${rect(0, 745, 1200, 55, s.main)}`,
  square: (s) =>
    `${sky(s)}${row(7, (i) => rect(i * 175, 180 + vary(i + 2, 140), 165, 400, i % 3 === 0 ? s.main : i % 3 === 1 ? s.deep : s.soft))}<path d="M0 540h1200v260H0z" fill="${s.pale}"/>${row(12, (i) => `<path d="M${600 + (i - 6) * 60} 540L${600 + (i - 6) * 220} 800" stroke="${s.soft}" stroke-width="3"/>`)}${rect(590, 330, 20, 290, s.ink)}<circle cx="600" cy="320" r="36" fill="${s.warm}"/>${rect(530, 610, 140, 24, s.ink, 'rx="4"')}`,
  books: (s) =>
    `${rect(0, 0, 1200, 800, s.pale)}${row(
      3,
      (j) =>
        `${row(18, (i) => {
          const h = 150 + vary(i * 5 + j, 60)
          return rect(
            60 + i * 60,
            240 + j * 240 - h,
            44 + vary(i + j, 12),
            h,
            [s.main, s.deep, s.warm, s.soft, s.ink][(i * 2 + j * 3) % 5] ?? s.main,
            'rx="3"',
          )
        })}${rect(40, 240 + j * 240, 1120, 16, s.ink)}`,
    )}`,
  microphone: (s) =>
    `${rect(0, 0, 1200, 800, s.deep)}${row(40, (i) => {
      const h = 60 + vary(i * 3, 420)
      return rect(30 + i * 29, 400 - h / 2, 12, h, s.main, 'rx="6" opacity="0.65"')
    })}<rect x="500" y="130" width="200" height="340" rx="100" fill="${s.pale}"/>${row(6, (i) => rect(520, 190 + i * 42, 160, 8, s.soft))}<path d="M450 380a150 150 0 0 0 300 0" fill="none" stroke="${s.warm}" stroke-width="18"/>${rect(591, 530, 18, 150, s.warm)}${rect(480, 670, 240, 20, s.warm, 'rx="10"')}`,
  garden: (s) =>
    `${sky(s)}<path d="M0 560Q300 430 620 540T1200 500V800H0z" fill="${s.main}"/>${row(16, (i) => {
      const x = 50 + i * 72
      const y = 600 + vary(i, 130)
      return `<path d="M${x} ${y}v-110" stroke="${s.ink}" stroke-width="6"/><circle cx="${x}" cy="${y - 120}" r="${22 + vary(i + 1, 16)}" fill="${i % 3 ? s.warm : s.pale}"/>`
    })}<path d="M0 720h1200v80H0z" fill="${s.ink}"/>`,
  bridge: (s) =>
    `${sky(s)}<circle cx="260" cy="200" r="70" fill="${s.warm}"/>${rect(0, 430, 1200, 30, s.ink)}${rect(0, 460, 1200, 180, s.deep)}${row(4, (i) => `<path d="M${70 + i * 290} 640V590a100 90 0 0 1 200 0v50z" fill="${s.pale}"/>`)}${rect(0, 630, 1200, 170, s.main)}${row(10, (i) => rect(vary(i + 9, 1050), 650 + i * 14, 80 + vary(i, 120), 5, s.pale, 'opacity="0.5"'))}`,
  lantern: (s) =>
    `${rect(0, 0, 1200, 800, s.ink)}<path d="M0 150Q600 330 1200 120" fill="none" stroke="${s.soft}" stroke-width="4"/>${row(
      9,
      (i) => {
        const x = 80 + i * 130
        const y = 190 + Math.sin((i / 8) * Math.PI) * 90
        return `<circle cx="${x}" cy="${y + 60}" r="86" fill="${s.warm}" opacity="0.16"/><rect x="${x - 34}" y="${y + 10}" width="68" height="96" rx="30" fill="${[s.warm, s.main, s.soft][i % 3]}"/>`
      },
    )}${row(10, (i) => rect(i * 122, 560 + vary(i, 120), 116, 300, s.deep))}`,
  train: (s) =>
    `${sky(s)}<path d="M0 430L240 260 430 400 690 210 960 420 1200 300V800H0z" fill="${s.soft}"/>${rect(0, 610, 1200, 190, s.deep)}${rect(120, 440, 960, 170, s.main, 'rx="22"')}${row(8, (i) => rect(165 + i * 112, 475, 80, 66, s.pale, 'rx="6"'))}${rect(120, 565, 960, 14, s.warm)}${row(6, (i) => `<circle cx="${210 + i * 156}" cy="620" r="24" fill="${s.ink}"/>`)}${rect(0, 645, 1200, 10, s.pale)}`,
  table: (s) =>
    `${rect(0, 0, 1200, 800, s.soft)}${rect(0, 0, 1200, 330, s.pale)}<ellipse cx="600" cy="520" rx="500" ry="190" fill="${s.deep}"/><ellipse cx="600" cy="500" rx="500" ry="190" fill="${s.main}"/>${row(
      7,
      (i) => {
        const a = (i / 7) * Math.PI * 2
        const x = 600 + Math.cos(a) * 360
        const y = 495 + Math.sin(a) * 125
        return `<ellipse cx="${x}" cy="${y}" rx="62" ry="27" fill="${s.pale}"/><ellipse cx="${x}" cy="${y}" rx="36" ry="15" fill="${i % 2 ? s.warm : s.soft}"/>`
      },
    )}<path d="M560 470h80l-12-90h-56z" fill="${s.warm}"/><circle cx="600" cy="330" r="54" fill="${s.ink}"/>`,
  stage: (s) =>
    `${rect(0, 0, 1200, 800, s.ink)}<path d="M600 60L300 620h600z" fill="${s.warm}" opacity="0.28"/><ellipse cx="600" cy="620" rx="320" ry="56" fill="${s.warm}" opacity="0.55"/>${row(5, (i) => `<path d="M${i * 62} 0q40 330-10 640h60q30-320 0-640z" fill="${i % 2 ? s.main : s.deep}"/><path d="M${1200 - i * 62} 0q-40 330 10 640h-60q-30-320 0-640z" fill="${i % 2 ? s.main : s.deep}"/>`)}${rect(0, 660, 1200, 140, s.deep)}${rect(560, 520, 80, 100, s.ink, 'rx="6"')}`,
  columns: (s) =>
    `${sky(s)}<path d="M180 260L600 90l420 170z" fill="${s.main}"/>${rect(200, 262, 800, 34, s.deep)}${row(6, (i) => rect(240 + i * 130, 300, 70, 320, s.pale))}${row(6, (i) => rect(285 + i * 130, 300, 14, 320, s.soft))}${row(4, (i) => rect(170 - i * 30, 620 + i * 40, 860 + i * 60, 40, i % 2 ? s.deep : s.main))}`,
  door: (s) =>
    `${rect(0, 0, 1200, 800, s.main)}${row(12, (i) => row(8, (j) => rect(i * 105 - (j % 2 ? 50 : 0), j * 100, 98, 92, s.deep, 'opacity="0.35"')))}<path d="M430 800V330a170 170 0 0 1 340 0v470z" fill="${s.ink}"/><path d="M470 800V345a130 130 0 0 1 200-110v565z" fill="${s.warm}"/><path d="M670 235L760 290V800H670z" fill="${s.soft}"/><circle cx="690" cy="540" r="12" fill="${s.ink}"/>`,
  letters: (s) =>
    `${rect(0, 0, 1200, 800, s.pale)}${row(9, (i) => {
      const x = 90 + (i % 3) * 350 + vary(i, 40)
      const y = 90 + Math.floor(i / 3) * 220 + vary(i + 4, 30)
      return `<g transform="rotate(${vary(i, 12) - 6} ${x + 150} ${y + 90})"><rect x="${x}" y="${y}" width="290" height="176" fill="${[s.soft, '#ffffff', s.main][i % 3]}" stroke="${s.ink}" stroke-width="4"/><path d="M${x} ${y}l145 100 145-100" fill="none" stroke="${s.ink}" stroke-width="4"/><rect x="${x + 228}" y="${y + 110}" width="44" height="50" fill="${s.warm}"/></g>`
    })}`,
  mountain: (s) =>
    `${sky(s)}<circle cx="820" cy="210" r="80" fill="${s.warm}"/><path d="M0 640L300 250 520 520 760 180 1200 640z" fill="${s.main}"/><path d="M640 350l120-170 140 150-70-20-60 60-50-50z" fill="${s.pale}"/><path d="M0 640Q300 540 640 620T1200 590V800H0z" fill="${s.deep}"/>${row(12, (i) => `<path d="M${60 + i * 98} 700l34-${80 + Math.round(vary(i, 60))} 34 ${80 + Math.round(vary(i, 60))}z" fill="${s.ink}"/>`)}`,
}
