/** Tells the CDN in front which cache tags to drop, by the operator's hook. */
import { request } from 'undici'
import { Unavailable } from '../core/errors.ts'

/** POSTs `{"tags": […]}`. Throws Unavailable when the hook does not answer well, so that the task comes again. */
export function createPurge(url: string | undefined): (tags: readonly string[]) => Promise<void> {
  return async (tags) => {
    if (url === undefined) return
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tags }),
      headersTimeout: 10_000,
      bodyTimeout: 10_000,
    })
    await answer.body.dump()
    if (answer.statusCode >= 300) throw new Unavailable(`The CDN's purge hook answered ${answer.statusCode}.`)
  }
}
