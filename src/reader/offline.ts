/** The offline edition: what it would keep, the stories themselves, the worker that answers for them, and their end. */
import { readFileSync } from 'node:fs'
import { listPublishedWhole } from '../db/published.ts'
import { routes } from '../routes.ts'
import { type Answer, document, redirect } from '../web/answer.ts'
import { frameOf, type Surroundings } from '../web/context.ts'
import { dated } from '../web/dated.ts'
import { offlinePage } from './offline-page.ts'
import { offlineStories, offlineStoriesPage } from './offline-stories.ts'
import type { Handler } from './pages.ts'

export const offline: Handler = async (context) => {
  const frame = frameOf(context)
  const { done } = context.query
  const isErased = done === 'erased'
  // There are endlessly many words that could stand there, and fifty whole stories to be read for each.
  if (done !== undefined && !isErased) return redirect(frame.at(routes.offline.href({})), 302)
  const stories = await listPublishedWhole(context.db, { limit: offlineStories })
  const bytes = Buffer.byteLength(offlineStoriesPage(frame, stories))
  const body = offlinePage(frame, { stories: stories.length, bytes, isErased })
  return dated(context, body, ['front', 'network'])
}

/** Its links keep to pages as they are read where there is a network. */
export const stories: Handler = async (context) => {
  const found = await listPublishedWhole(context.db, { limit: offlineStories })
  const named = found.flatMap(({ id, member }) => [`story:${id}`, `member:${member.slug}`])
  return dated(context, offlineStoriesPage(frameOf(context), found), [...new Set(named), 'front', 'network'])
}

const script = readFileSync(new URL('./offline-worker.js', import.meta.url), 'utf8')

/** Asked for anew each time a browser looks: nobody is left with a worker that was mended long ago. */
export const offlineWorker: Handler = async () =>
  document(script, 'text/javascript; charset=utf-8', {
    tags: [],
    headers: { 'cache-control': 'no-cache', 'service-worker-allowed': '/' },
  })

/** Has the browser drop what it keeps of ours, its cache as well. Whoever is signed in stays so. */
export async function offlineErased(context: Surroundings): Promise<Answer> {
  const answer = redirect(frameOf(context).at(`${routes.offline.href({})}?done=erased`), 303)
  return { ...answer, headers: { ...answer.headers, 'clear-site-data': '"cache", "storage"' } }
}
