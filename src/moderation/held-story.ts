/** A story that is held, before the editors: why, and letting it out again. */
import { actor } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { readId, type StoryId } from '../core/id.ts'
import type { Db } from '../db/connection.ts'
import { recordAct } from '../db/rights.ts'
import { findHeld, type HeldStory } from '../db/today.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import { html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { textAttributes } from '../web/ui/language.ts'
import { time } from '../web/ui/time.ts'
import { release } from '../wire/recall.ts'
import type { Desk } from './pages.ts'
import { readToday } from './today.ts'
import { backToList, todayLayout } from './today-list.ts'

type Here = Context<Db>

export async function heldStory(context: Here, desk: Desk): Promise<Answer> {
  const story = await found(context)
  const frame = frameOf(context)
  const { t, at } = frame
  const { lang, dir } = textAttributes(story.language, t.language)
  const { id, headline, language, memberName, memberSlug, heldAt, why, excerpt } = story
  const today = await readToday(context, frame, desk)
  const member = html`<a href="${at(routes.member.href({ slug: memberSlug }))}"><bdi>${memberName}</bdi></a>`
  return privatePage(
    todayLayout(frame, today, {
      title: headline,
      current: routes.heldStory.href({ id }),
      main: html`${backToList(frame, today)}<p class="mono">${t('today.held')} · ${t.rich('held.since', { date: time(frame, heldAt, 'moment') })}</p>
<h1 lang="${lang}" dir="${dir}">${headline}</h1><p class="soft">${member} · ${t.languageName(language)}</p>
<p class="state">${t('label', { words: t('held.why') })} <bdi>${why}</bdi></p>${excerpt && html`<blockquote class="said" lang="${lang}" dir="${dir}">${excerpt}</blockquote>`}
<div class="deciding"><div class="ways"><form method="post" action="${at(routes.heldStoryReleased.href({ id }))}"><button data-key="a">${t('held.release')}</button></form></div></div>
<p class="small measure">${t('held.hint')}</p>`,
      keys: html`<span><kbd>${'A'}</kbd> ${t('held.release')}</span>`,
    }),
  )
}

export async function heldStoryReleased(context: Sent & Here): Promise<Answer> {
  const { id } = await found(context)
  const { db, now, network } = context
  const by = actor(context)
  let done = 'released'
  try {
    await db.transaction().execute(async (tx) => {
      // Whatever came after the release would make every publisher wait.
      await recordAct(tx, { actedAt: now, actedBy: by, act: 'release story', about: id })
      await release(tx, { now, by, timeZone: network.timeZone }, id)
    })
  } catch (error) {
    // It was released or recalled meanwhile.
    if (!(error instanceof Conflict)) throw error
    done = 'too-late'
  }
  return redirect(frameOf(context).at(withQuery(routes.moderation.href({}), { done })), 303)
}

async function found({ db, params }: Here): Promise<HeldStory & { readonly excerpt: string }> {
  const id = readId<StoryId>(params.id ?? '')
  const story = id && (await findHeld(db, id))
  if (!story) throw new NotFound('There is no story of this number that is held.')
  return story
}
