import type { CatalogueOf } from '../catalogue.ts'
import type { proofs as en } from './en.ts'

export const proofs: CatalogueOf<typeof en> = {}
