/** One web process that serves a feed of 41.7 KB from its editions, for `serve.ts` to measure. Prints its port. */

import { document, respond } from '../src/web/answer.ts'
import { clientAddress } from '../src/web/client-address.ts'
import { createEditions } from '../src/web/editions.ts'
import { securityHeaders } from '../src/web/security-headers.ts'
import { createWebServer } from '../src/web/server.ts'
import { feedBody } from './body.ts'

const clock = () => new Date()
const silent = { debug() {}, info() {}, warning() {}, error() {} }
const server = createWebServer({
  editions: createEditions({ clock, maxBytes: 64 * 1024 * 1024 }),
  handle: async () => respond(document(feedBody, 'application/rss+xml; charset=utf-8', { tags: ['front'] })),
  admits: async () => false,
  keyOf: (url) => url,
  headers: securityHeaders(true),
  client: clientAddress([]),
  log: silent,
})
const { port } = await server.listen({ host: '127.0.0.1', port: 0, reusePort: false })
console.log(port)
