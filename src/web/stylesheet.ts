/** The stylesheets as they are sent: faces and rules in one, small, with the addresses of the files they name. */
import { readFileSync } from 'node:fs'
import { fallbackRules } from './fallback-fonts.ts'
import { commonFaces, type Face, faceRules, facesFor, greatScripts, greatSheet } from './fonts.ts'

export type Sheet = {
  /** As pages ask for it: `wire.css`. */
  readonly name: string
  /** The faces whose files it names. */
  readonly faces: () => readonly Face[]
  /** Its text; `href` gives a file's address. */
  readonly css: (href: (file: string) => string) => string
}

/** Every sheet there is. */
export const sheets: readonly Sheet[] = [
  {
    name: 'wire.css',
    faces: commonFaces,
    css: (href) => `${faceRules(commonFaces(), href)}${fallbackRules()}${compact(readParts())}`,
  },
  { name: 'work.css', faces: () => [], css: () => compact(workParts.map(readPart).join('')) },
  // Pages of whoever looks after sources: readers need none of it.
  { name: 'desk.css', faces: () => [], css: () => compact(readPart('desk')) },
  { name: 'sources.css', faces: () => [], css: () => compact(readPart('sources')) },
  { name: 'proofs.css', faces: () => [], css: () => compact(readPart('proofs')) },
  // Pages of whoever wants to join.
  { name: 'application.css', faces: () => [], css: () => compact(readPart('application')) },
  // A member's own page, and the pages of its people.
  { name: 'portrait.css', faces: () => [], css: () => compact(readPart('portrait')) },
  { name: 'people.css', faces: () => [], css: () => compact(readPart('people')) },
  { name: 'clusters.css', faces: () => [], css: () => compact(readPart('clusters')) },
  { name: 'today.css', faces: () => [], css: () => compact(readPart('today')) },
  { name: 'offline.css', faces: () => [], css: () => compact(readPart('offline')) },
  { name: 'directory.css', faces: () => [], css: () => compact(readPart('directory')) },
  { name: 'archive.css', faces: () => [], css: () => compact(readPart('archive')) },
  { name: 'search.css', faces: () => [], css: () => compact(readPart('search')) },
  { name: 'republish.css', faces: () => [], css: () => compact(readPart('republish')) },
  { name: 'text.css', faces: () => [], css: () => compact(readPart('text')) },
  ...greatScripts.map((language) => ({
    name: `fonts-${language}.css`,
    faces: () => facesFor(language),
    css: (href: (file: string) => string) => greatSheet(language, href),
  })),
]

/** In the order of the cascade; `print` has the last word. */
const parts = [
  'tokens',
  'faces',
  'ground',
  'type',
  'scripts',
  'frame',
  'front',
  'story',
  'release',
  'lists',
  'form',
  'menu',
  'comfort',
  'narrow',
  'print',
] as const

/** What working pages have besides. */
const workParts = ['work', 'doors'] as const

function readParts(): string {
  return parts.map(readPart).join('')
}

function readPart(part: string): string {
  return readFileSync(new URL(`./assets/${part}.css`, import.meta.url), 'utf8')
}

/** Without comments and the blanks nobody reads. The source has no strings with such in them but family names. */
export function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/;\}/g, '}')
    .replace(/: /g, ':')
    .trim()
}
