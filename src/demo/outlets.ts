/** The outlets of the demo, read from their files. */
import { readFile } from 'node:fs/promises'
import type { Outlet } from './outlet.ts'
import { readOutlet } from './read-outlet.ts'

/** In the order in which they publish: neighbours differ in language. */
const slugs = [
  'quay-street-courier',
  'plaza-violeta',
  'qalam-wa-qaws',
  'quai-des-marges',
  'strandline-radio',
  'nijiiro-dayori',
  'farol-diverso',
  'severnaya-stranitsa',
  'fairdoor-legal-desk',
  'ufer-und-bogen',
  'marea-sur',
  'shaar-patuach',
  'northern-kettle',
  'common-table',
]

export async function readOutlets(): Promise<Outlet[]> {
  return await Promise.all(
    slugs.map(async (slug) =>
      readOutlet(slug, await readFile(new URL(`./outlets/${slug}.md`, import.meta.url), 'utf8')),
    ),
  )
}
