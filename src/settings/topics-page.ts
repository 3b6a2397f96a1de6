/** The network's own topics, beside the Media Topics that the program knows. */
import { readOwnTopics, type TopicMistake, writeOwnTopics } from '../core/story/topics.ts'
import type { Db } from '../db/connection.ts'
import { countTopics, listOwnTopics } from '../db/topics.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import { html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { changeSettings, currentText, lostTopics } from './change.ts'
import { authorOf } from './means.ts'
import { markOf, readLines, type TextPage, textPage } from './text-page.ts'

type Asked = Context<Db>

export async function settingsTopics(context: Asked): Promise<Answer> {
  const text = writeOwnTopics(await listOwnTopics(context.db))
  const done = context.query.done === 'saved' ? frameOf(context).t('settings.done.saved') : undefined
  return privatePage(await pageOf(context, { text, was: markOf(text), done }))
}

export async function settingsTopicsSent(context: Sent & Asked): Promise<Answer> {
  const { db, form } = context
  const { t, at } = frameOf(context)
  const { text, was, todo } = readLines(form)
  const { topics, mistakes } = readOwnTopics(text)
  if (todo !== '' || mistakes.length > 0)
    return privatePage(await pageOf(context, { text, was }), { status: mistakes.length > 0 ? 422 : 200 })
  const outcome = await db.transaction().execute(async (tx) => {
    const now = await currentText(tx, 'topics')
    if (markOf(now) !== was) return { refusal: t('settings.meanwhile'), was: markOf(now), status: 409 }
    const { used } = await lostTopics(tx, topics)
    if (used.length > 0) return { refusal: t('topics.used', { topics: t.list(used) }), was, status: 422 }
    await changeSettings(tx, { topics: text }, authorOf(context))
    return undefined
  })
  if (!outcome) return redirect(at(withQuery(routes.settingsTopics.href({}), { done: 'saved' })), 303)
  const { status, ...page } = outcome
  return privatePage(await pageOf(context, { text, ...page }), { status })
}

async function pageOf(context: Asked, page: Pick<TextPage, 'text' | 'was' | 'done' | 'refusal'>): Promise<string> {
  const frame = frameOf(context)
  const { t, at } = frame
  const { topics, mistakes } = readOwnTopics(page.text)
  const counts = new Map((await countTopics(context.db)).map(({ slug, stories }) => [slug, stories]))
  return textPage(frame, {
    ...page,
    place: 'topics',
    action: at(routes.settingsTopicsSent.href({})),
    mistakes: mistakes.map(({ line, why, topic }: TopicMistake) => ({
      line,
      words: t(`topics.mistake.${why}`, { topic }),
    })),
    side:
      topics.length === 0
        ? html`<p class="soft">${t('topics.none')}</p>`
        : html`<ul class="rows">${topics.map(
            ({ slug, name }) =>
              html`<li><span><bdi>${name}</bdi> <span class="soft mono" dir="ltr">${slug}</span></span> <span class="soft">${t('count.stories', { count: counts.get(slug) ?? 0 })}</span></li>`,
          )}</ul>`,
  })
}
