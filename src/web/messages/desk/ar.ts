import type { CatalogueOf } from '../catalogue.ts'
import type { desk as en } from './en.ts'

export const desk: CatalogueOf<typeof en> = {}
