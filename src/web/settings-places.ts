/** The places of settings, in the bar above them. */
import { routes } from '../routes.ts'
import type { Frame } from './context.ts'
import type { WorkPage } from './work-layout.ts'

const places = [
  ['settings', routes.settings.href({})],
  ['front', routes.settingsFront.href({})],
  ['topics', routes.settingsTopics.href({})],
  ['words', routes.settingsWords.href({})],
  ['mail', routes.settingsMail.href({})],
  ['sources', routes.sources.href({})],
  ['staff', routes.staff.href({})],
  ['history', routes.settingsHistory.href({})],
  ['log', routes.log.href({})],
] as const
export type SettingsPlace = (typeof places)[number][0]

export function settingsPlaces({ t }: Frame, current: SettingsPlace): NonNullable<WorkPage['places']> {
  return places.map(([place, href]) => ({ title: t(`settings.place.${place}`), href, current: place === current }))
}
