import type { CatalogueOf } from '../catalogue.ts'
import type { settings as en } from './en.ts'

export const settings: CatalogueOf<typeof en> = {
  'settings.title': 'الإعدادات',
}
