import type { CatalogueOf } from '../catalogue.ts'
import type { joining as en } from './en.ts'

export const joining: CatalogueOf<typeof en> = {}
