/** A cluster: everybody who carries one text, side by side. */
import { readId } from '../core/id.ts'
import type { ClusterId } from '../db/clusters.ts'
import { findCluster } from '../db/copies.ts'
import { listPublished } from '../db/published.ts'
import { routes, storyHref } from '../routes.ts'
import { redirect } from '../web/answer.ts'
import { frameOf } from '../web/context.ts'
import { dated } from '../web/dated.ts'
import { html } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { editorsLink } from '../web/ui/editors-link.ts'
import { storyList } from '../web/ui/story-line.ts'
import { type Handler, notFound } from './pages.ts'

export const cluster: Handler = async (context) => {
  const { db, params } = context
  const id = readId<ClusterId>(params.id ?? '')
  const found = id && (await findCluster(db, id))
  if (!found) return notFound(context)
  const frame = frameOf(context)
  if (found.cameInto) return redirect(frame.at(routes.cluster.href({ id: found.cameInto })))
  const unordered = await listPublished(db, { ids: found.stories, limit: found.stories.length })
  const stories = found.stories.flatMap((id) => unordered.find((line) => line.id === id) ?? [])
  const [first] = stories
  if (!first) return notFound(context)
  if (stories.length === 1) return redirect(frame.at(storyHref(first)), 302)
  const { t } = frame
  const members = new Set(stories.map(({ member }) => member.slug)).size
  const editors = editorsLink(frame, first.id)
  const body = layout(frame, {
    title: t('cluster.title'),
    path: routes.cluster.href({ id }),
    // The one who was first is where search engines should send readers.
    original: context.url + storyHref(first),
    languages: languagesOf(stories),
    main: html`<div class="column"><h1>${t('cluster.title')}</h1><p class="lede">${t('cluster.lede', { count: members })}</p>
${storyList(frame, stories)}
${editors && html`<p class="small">${editors}</p>`}</div>`,
  })
  return dated(context, body, [`cluster:${id}`, ...stories.map(({ id }) => `story:${id}`), 'network'])
}
