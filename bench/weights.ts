/**
 * What pages weigh on the way, as the server packs them for a first reader: the sample pages of every language, the
 * heaviest of each kind, whole and as text alone. The bounds are a test's (test/judged/weights.test.ts).
 *
 *   npm run bench:weights
 */
import { catalogues } from '../src/web/messages/messages.ts'
import { samplePages } from '../test/support/sample-pages.ts'
import { inKilobytes, weigh } from '../test/support/weigh.ts'
import { machine } from './machine.ts'

const kinds = /^(?:front|story|search|releases|members|archive)/
const languages = Object.keys(catalogues)

console.log(`${machine()}; in ${languages.join(', ')}`)
for (const textOnly of [false, true])
  for (const encoding of ['br', 'gzip'] as const) {
    const heaviest = new Map<string, { name: string; all: number; said: string }>()
    for (const page of languages.flatMap((language) => samplePages(language, { textOnly }))) {
      const [kind] = kinds.exec(page.name) ?? []
      if (kind === undefined) continue
      const weight = await weigh(page.html, encoding)
      if (weight.all > (heaviest.get(kind)?.all ?? 0))
        heaviest.set(kind, { name: page.name, all: weight.all, said: inKilobytes(weight) })
    }
    console.log(`the heaviest in ${encoding}${textOnly ? ', as text alone' : ''}`)
    for (const { name, said } of heaviest.values()) console.log(`  ${name}: ${said}`)
  }
