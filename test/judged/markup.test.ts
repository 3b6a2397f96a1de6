/** The Nu Html Checker (the W3C's validator) over every page and every stylesheet. It needs a Java of the machine. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { accentSheet } from '../../src/web/accent.ts'
import { catalogues } from '../../src/web/messages/messages.ts'
import { sheets } from '../../src/web/stylesheet.ts'
import { samplePages } from '../support/sample-pages.ts'

const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
/** What the checker does not know yet. */
const unknown = [/Property “vector-effect” doesn't exist/]

type Message = { readonly type: string; readonly url?: string; readonly message: string; readonly extract?: string }

const hasJava = await java(['-version'])
  .then(() => true)
  .catch((error: NodeJS.ErrnoException) => {
    // On a Mac without one there is a program of that name that fails.
    if (error.code === 'ENOENT' || /no java|unable to locate a java/i.test(error.message)) return false
    throw error
  })
const skip = hasJava ? false : 'There is no Java on this machine: the Nu Html Checker (vnu-jar) could not run.'

test('the checker finds nothing in any page, whole or as text alone, in any language, nor in any stylesheet', {
  skip,
}, async () => {
  const pages = Object.keys(catalogues).flatMap((language) =>
    [false, true].flatMap((textOnly) => samplePages(language, { textOnly })),
  )
  const found = await check([
    ...pages.map(({ name, html }) => [`${name}.html`, html] as const),
    ...sheets.map((sheet) => [sheet.name, sheet.css((file) => `/assets/${file}`)] as const),
    ['accent.css', accentSheet('7a1f6b') ?? ''],
    // A checker that finds nothing anywhere would not have looked.
    ['faulty.html', '<!doctype html><html lang=en><title>x</title><p><table><p>y</table>'],
    ['faulty.css', 'p { colour: red }'],
  ])
  const expected = found.filter((line) => line.startsWith('faulty.'))
  assert.deepEqual(new Set(expected.map((line) => line.split(':')[0])), new Set(['faulty.html', 'faulty.css']))
  assert.deepEqual(
    found.filter((line) => !expected.includes(line)),
    [],
  )
})

async function check(files: readonly (readonly [name: string, text: string])[]) {
  const folder = await mkdtemp(join(tmpdir(), 'wireroom-markup-'))
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text)
    const words = ['-jar', checker, '--format', 'json', '--exit-zero-always', '--stdout', '--also-check-css']
    const said = await java([...words, ...files.map(([name]) => join(folder, name))])
    const { messages } = JSON.parse(said) as { messages: Message[] }
    return messages
      .filter(({ message }) => !unknown.some((one) => one.test(message)))
      .map(({ url = '', message, extract = '' }) => `${url.slice(url.lastIndexOf('/') + 1)}: ${message} ${extract}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function java(words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('java', words, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
  })
}
