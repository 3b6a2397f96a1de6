/** Faces as the library that sets words reads them, in the data directory. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Face = {
  readonly file: string
  readonly family: string
  readonly covers: (character: number) => boolean
}

/** Writes a font there unless it is there already, and answers where. */
export async function keepFace(folder: string, name: string, font: Uint8Array): Promise<string> {
  const file = join(folder, `${name}.ttf`)
  if (existsSync(file)) return file
  await mkdir(folder, { recursive: true })
  // Whoever reads it never finds half of it.
  const part = `${file}.${randomBytes(4).toString('hex')}.part`
  await writeFile(part, font)
  await rename(part, file)
  return file
}
