import type { CatalogueOf } from '../catalogue.ts'
import type { print as en } from './en.ts'

export const print: CatalogueOf<typeof en> = {
  'print.stood': '{address}, Stand vom {date}',
}
