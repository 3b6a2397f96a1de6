/** Which route an address belongs to, without asking the router: for what is decided before it. */
import { type Route, routes } from '../routes.ts'

const shapes = (Object.values(routes) as readonly Route[]).map((route) => ({ route, shape: shapeOf(route.pattern) }))

/** The first route that fits a path without its language; undefined when none does. */
export function routeAt(path: string): Route | undefined {
  return shapes.find(({ shape }) => shape.test(path))?.route
}

/** The route of a form at this path that may bring more than the usual bytes. */
export function largeFormAt(path: string): (Route & { readonly mostBytes: number }) | undefined {
  const route = shapes.find(({ route, shape }) => route.mostBytes !== undefined && shape.test(path))?.route
  return route?.mostBytes === undefined ? undefined : { ...route, mostBytes: route.mostBytes }
}

/** `/members/:slug` as an expression; what stands in braces is one already. */
function shapeOf(pattern: string): RegExp {
  const shape = pattern.replace(/:\w+(?:\{([^/]*)\})?|[.]/g, (found, own?: string) =>
    found === '.' ? '\\.' : `(?:${own ?? '[^/]+'})`,
  )
  return new RegExp(`^${shape}$`)
}
