import type { CatalogueOf } from '../catalogue.ts'
import type { deciding as en } from './en.ts'

export const deciding: CatalogueOf<typeof en> = {}
