/** The places of the settings, as the bar of their pages names them. */
import { routes } from '../routes.ts'
import type { Frame } from './context.ts'
import type { WorkPage } from './work-layout.ts'

export type SettingsPlace = 'sources'

export function settingsPlaces({ t }: Frame, current: SettingsPlace): NonNullable<WorkPage['places']> {
  const places = [{ name: 'sources', title: t('sources.title'), href: routes.sources.href({}) }] as const
  return places.map(({ name, title, href }) => ({ title, href, current: name === current }))
}
