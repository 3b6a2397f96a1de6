/** Which route an address belongs to, without asking the router: for what is decided before it. */
import { type Route, routes } from '../routes.ts'

const shapes = (Object.values(routes) as readonly Route[]).map((route) => ({ route, shape: shapeOf(route.pattern) }))

/** The first route that fits a path without its language; undefined when none does. */
export function routeAt(path: string): Route | undefined {
  return shapes.find(({ shape }) => shape.test(path))?.route
}

/** The bytes a form that is sent to this path may bring; undefined for the usual measure. */
export function mostBytesAt(path: string): number | undefined {
  return shapes.find(({ route, shape }) => route.mostBytes !== undefined && shape.test(path))?.route.mostBytes
}

/** `/members/:slug` as an expression; what stands in braces is one already. */
function shapeOf(pattern: string): RegExp {
  const shape = pattern.replace(/:\w+(?:\{([^/]*)\})?|[.]/g, (found, own?: string) =>
    found === '.' ? '\\.' : `(?:${own ?? '[^/]+'})`,
  )
  return new RegExp(`^${shape}$`)
}
