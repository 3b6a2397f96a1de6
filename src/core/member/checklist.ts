/** What of an application is done and what is missing: asked on every page of it, and before it is sent. */
import { type ApplicationFacts, type ApplicationStep, applicationSteps } from './application.ts'

export const lacks = ['kind', 'name', 'languages', 'logo', 'logo-alt', 'site', 'about'] as const
/** What nobody can join without. */
export type Lack = (typeof lacks)[number]

export type ChecklistLine = {
  readonly step: ApplicationStep
  /** `open`: nothing of it is asked for, and nobody has been there yet. */
  readonly state: 'done' | 'missing' | 'open'
  readonly lacks: readonly Lack[]
}

/** In the order of the steps. `saved`: those that were saved at least once. `isSent`: whether it is with the moderators. */
export function checklist(
  facts: ApplicationFacts,
  saved: readonly string[],
  isSent: boolean,
): readonly ChecklistLine[] {
  return applicationSteps.map((step) => {
    const missing = lacksOf[step](facts)
    if (missing.length > 0) return { step, state: 'missing', lacks: missing }
    const isDone = step === 'send' ? isSent : saved.includes(step)
    return { step, state: isDone ? 'done' : 'open', lacks: [] }
  })
}

/** All that is missing, in the order of the steps. */
export function lacksIn(facts: ApplicationFacts): readonly Lack[] {
  return applicationSteps.flatMap((step) => lacksOf[step](facts))
}

/** Where to go on: the first step with something missing, else the first that nobody has been at, else sending. */
export function nextStep(lines: readonly ChecklistLine[]): ApplicationStep {
  const line = lines.find(({ state }) => state === 'missing') ?? lines.find(({ state }) => state === 'open')
  return line?.step ?? 'send'
}

type Missing = (facts: ApplicationFacts) => readonly Lack[]

const lacksOf: Readonly<Record<ApplicationStep, Missing>> = {
  who: ({ kind, name, languages }) => [
    ...(kind === null ? (['kind'] as const) : []),
    ...(name === '' ? (['name'] as const) : []),
    ...(languages.length === 0 ? (['languages'] as const) : []),
  ],
  mark: ({ logo, logoAlt }) => (logo === null ? ['logo'] : isTold(logoAlt) ? [] : ['logo-alt']),
  site: ({ siteUrl, withoutSite }) => (siteUrl === null && !withoutSite ? ['site'] : []),
  shown: () => [],
  words: ({ about }) => (about === '' ? ['about'] : []),
  send: () => [],
}

/** Words for what a picture shows that only say that it is one, in the languages people try first. */
const empty: ReadonlySet<string> = new Set([
  ...['logo', 'a logo', 'the logo', 'our logo', 'my logo', 'logotype', 'mark', 'icon', 'avatar', 'banner'],
  ...['image', 'picture', 'photo', 'img', 'pic'],
  ...['el logo', 'un logo', 'mi logo', 'nuestro logo', 'logotipo', 'icono', 'imagen', 'foto', 'fotografía'],
  ...['شعار', 'الشعار', 'شعارنا', 'صورة', 'الصورة', 'لوغو', 'لوجو', 'رمز'],
])

/** Whether words tell what a picture shows, to somebody who does not see it. A file's name tells nothing. */
export function isTold(alt: string): boolean {
  const words = alt
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+$/u, '')
    .trim()
  if ([...words].length < 3 || empty.has(words)) return false
  return !/^\S+\.(?:png|jpe?g|gif|webp|svg|avif|hei[cf]|tiff?|bmp)$/i.test(alt.trim())
}
