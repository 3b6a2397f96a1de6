/**
 * The faces a reader's device has already, made as wide and as high as ours, so that text keeps its place when ours arrive:
 * measured on English and German prose against fonts of the widths that Windows, Apple and Linux, Android, and a bare
 * Linux have (Liberation for Times New Roman, Arial and Courier New). Each device has one of each family's.
 */

type Fallback = {
  readonly family: string
  /** In hundredths of the em: of the face it stands for. */
  readonly ascent: number
  readonly descent: number
  readonly cuts: readonly { readonly names: readonly string[]; readonly weight?: string; readonly width: number }[]
}

const bold = '550 900'
const serif = { ascent: 103.6, descent: 33.5 }
const sans = { ascent: 102.5, descent: 27.5 }

const fallbacks: readonly Fallback[] = [
  {
    family: 'Wire Serif Fallback',
    ...serif,
    cuts: [
      { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 118.26 },
      { names: ['Times New Roman Bold', 'Liberation Serif Bold', 'Tinos Bold'], weight: bold, width: 113.07 },
    ],
  },
  {
    family: 'Wire Serif Android',
    ...serif,
    cuts: [
      { names: ['Noto Serif', 'Noto Serif Regular', 'NotoSerif-Regular'], width: 99.28 },
      { names: ['Noto Serif Bold', 'NotoSerif-Bold'], weight: bold, width: 95.38 },
    ],
  },
  {
    family: 'Wire Serif Linux',
    ...serif,
    cuts: [
      { names: ['DejaVu Serif'], width: 92.68 },
      { names: ['DejaVu Serif Bold'], weight: bold, width: 85.63 },
    ],
  },
  {
    family: 'Wire Sans Fallback',
    ...sans,
    cuts: [
      { names: ['Arial', 'Liberation Sans', 'Arimo'], width: 100.32 },
      { names: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold'], weight: bold, width: 97 },
    ],
  },
  {
    family: 'Wire Sans Android',
    ...sans,
    cuts: [
      { names: ['Roboto', 'Roboto Regular', 'Roboto-Regular'], width: 100.64 },
      { names: ['Roboto Bold', 'Roboto-Bold'], weight: bold, width: 103.07 },
    ],
  },
  {
    family: 'Wire Sans Linux',
    ...sans,
    cuts: [
      { names: ['DejaVu Sans'], width: 88.44 },
      { names: ['DejaVu Sans Bold'], weight: bold, width: 81.5 },
    ],
  },
  {
    family: 'Wire Mono Fallback',
    ...sans,
    cuts: [
      { names: ['Courier New', 'Liberation Mono', 'Cousine', 'DejaVu Sans Mono'], width: 100 },
      {
        names: ['Courier New Bold', 'Liberation Mono Bold', 'Cousine Bold', 'DejaVu Sans Mono Bold'],
        weight: bold,
        width: 100,
      },
    ],
  },
]

/** As `@font-face` rules. */
export function fallbackRules(): string {
  return fallbacks
    .flatMap(({ family, ascent, descent, cuts }) =>
      cuts.map(({ names, weight, width }) => {
        // The override is scaled with the face.
        const of = (metric: number) => `${((100 * metric) / width).toFixed(2)}%`
        const local = names.map((name) => `local("${name}")`).join(',')
        return `@font-face{font-family:"${family}";${weight ? `font-weight:${weight};` : ''}src:${local};size-adjust:${width}%;ascent-override:${of(ascent)};descent-override:${of(descent)};line-gap-override:0%}\n`
      }),
    )
    .join('')
}
