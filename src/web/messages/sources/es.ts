import type { CatalogueOf } from '../catalogue.ts'
import type { sources as en } from './en.ts'

export const sources: CatalogueOf<typeof en> = {
  'sources.title': 'Fuentes',
}
