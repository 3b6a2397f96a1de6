/**
 * The Chinese face of pictures made of words. Its package brings it in a hundred parts as WOFF2, each with letters that
 * are used together: the few that hold a headline's are unpacked.
 */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Face, keepFace } from './kept-faces.ts'

const stem = 'noto-sans-sc'

type Part = { readonly name: string; readonly covers: (character: number) => boolean }
let parts: Promise<readonly Part[]> | undefined
const unpacked = new Map<string, Promise<Face>>()

/** The parts that hold any of these letters. */
export async function chineseFaces(letters: string, folder: string): Promise<Face[]> {
  parts ??= readParts()
  const wanted = (await parts).filter(({ covers }) => [...letters].some((letter) => covers(letter.codePointAt(0) ?? 0)))
  return await Promise.all(
    wanted.map((part) => {
      const face = unpacked.get(part.name) ?? unpack(part, folder)
      unpacked.set(part.name, face)
      face.catch(() => unpacked.delete(part.name))
      return face
    }),
  )
}

const home = () => dirname(fileURLToPath(import.meta.resolve(`@fontsource-variable/${stem}/package.json`)))

/** The package's own table: `"[12]": "U+1f1e9-1f1f5,U+4e00"`. */
async function readParts(): Promise<readonly Part[]> {
  const table = JSON.parse(await readFile(join(home(), 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>
  return Object.entries(table)
    .filter(([name]) => name.startsWith('['))
    .map(([name, written]) => {
      const ranges = written.split(',').map((range) => {
        const [first = '', last = first] = range.replace('U+', '').split('-')
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
      })
      return {
        name: name.replace(/[[\]]/g, ''),
        covers: (character) => ranges.some(([first, last]) => character >= first && character <= last),
      }
    })
}

async function unpack({ name, covers }: Part, folder: string): Promise<Face> {
  const { default: decompress } = await import('woff2-encoder/decompress')
  const font = await decompress(await readFile(join(home(), 'files', `${stem}-${name}-wght-normal.woff2`)))
  // A variable face goes by the name of its thinnest cut, and is set in the weight that is asked for.
  return { file: await keepFace(folder, `${stem}-${name}`, font), family: 'Noto Sans SC Thin', covers }
}
