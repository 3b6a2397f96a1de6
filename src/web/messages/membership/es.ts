import type { CatalogueOf } from '../catalogue.ts'
import type { membership as en } from './en.ts'

export const membership: CatalogueOf<typeof en> = {}
