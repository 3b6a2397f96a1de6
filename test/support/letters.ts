/** The letters a test's network has written, read as a mail program reads them. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: ReadonlyMap<string, unknown>
  /** The addresses its words name. */
  readonly links: readonly string[]
}

export async function readLetters(data: string): Promise<Letter[]> {
  const folder = join(data, 'mail')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'))
  // The clock of a test stands still: when a file was written tells which came first.
  const written = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name), { bigint: true })).mtimeNs })),
  )
  return await Promise.all(
    written
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(async ({ name }) => {
        const { to, subject = '', text = '', html, headers } = await simpleParser(await readFile(join(folder, name)))
        const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link)
        return { to: [to].flat()[0]?.text ?? '', subject, text, html: html || '', headers, links }
      }),
  )
}
