/** Under which name an answer is kept: its address without what makes no difference to it. */
import { routes } from '../routes.ts'
import { splitLanguage } from './language-path.ts'
import { routeAt } from './route-at.ts'

const never = new Set<string>([routes.healthz.pattern, routes.readyz.pattern, routes.metrics.pattern])

/** Undefined where nothing is ever kept. Parameters that nobody reads are left out, the others keep one order. */
export function editionKey(address: string): string | undefined {
  const at = address.indexOf('?')
  const path = at < 0 ? address : address.slice(0, at)
  if (never.has(path)) return undefined
  if (at < 0) return path
  const given = new URLSearchParams(address.slice(at + 1))
  const counting = routeAt(splitLanguage(path).path)?.query ?? []
  const kept = counting.filter((name) => given.has(name)).map((name) => asked(name, given.get(name) ?? ''))
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path
}

/** The text-only edition is asked for by its name alone, whatever stands behind it. */
function asked(name: string, value: string): string {
  return name === 'text' ? name : `${name}=${encodeURIComponent(value)}`
}
