/** What the front page holds, section by section. */
import { defaultSections, type FrontSection, readFrontSections } from '../core/front-sections.ts'
import type { Db } from '../db/connection.ts'
import { readSectionsFile } from '../db/front-sections.ts'
import { findMember } from '../db/members.ts'
import { findTopic } from '../db/topics.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { changeSettings, currentText } from './change.ts'
import { authorOf } from './means.ts'
import { markOf, readLines, type TextPage, textPage } from './text-page.ts'

type Asked = Context<Db>

export async function settingsFront(context: Asked): Promise<Answer> {
  const text = (await readSectionsFile(context.db)) ?? defaultSections
  const done = context.query.done === 'saved' ? frameOf(context).t('settings.done.saved') : undefined
  return privatePage(await pageOf(context, { text, was: markOf(text), done }))
}

export async function settingsFrontSent(context: Sent & Asked): Promise<Answer> {
  const { db, form } = context
  const { t, at } = frameOf(context)
  const { text: given, was, todo } = readLines(form)
  const text = todo === 'default' ? defaultSections : given
  const isWrong = readFrontSections(text).mistakes.length > 0
  if (todo !== '' || isWrong) return privatePage(await pageOf(context, { text, was }), { status: isWrong ? 422 : 200 })
  const saved = await db.transaction().execute(async (tx) => {
    if (markOf(await currentText(tx, 'front')) !== was) return false
    await changeSettings(tx, { front: text }, authorOf(context))
    return true
  })
  if (saved) return redirect(at(withQuery(routes.settingsFront.href({}), { done: 'saved' })), 303)
  const now = (await readSectionsFile(db)) ?? defaultSections
  const refusal = t('settings.meanwhile')
  return privatePage(await pageOf(context, { text, was: markOf(now), refusal }), { status: 409 })
}

async function pageOf(context: Asked, page: Pick<TextPage, 'text' | 'was' | 'done' | 'refusal'>): Promise<string> {
  const frame = frameOf(context)
  const { t, at } = frame
  const { sections, mistakes } = readFrontSections(page.text)
  return textPage(frame, {
    ...page,
    place: 'front',
    action: at(routes.settingsFrontSent.href({})),
    mistakes: mistakes.map(({ line, why, fill }) => ({
      line,
      words: t(`front.mistake.${why}`, { word: '', near: '', known: '', limit: '', section: '', ...fill }),
    })),
    other: ['default', t('front.default')],
    side: html`<ol class="rows">${await Promise.all(sections.map((section) => sectionLine(context.db, frame, section)))}</ol>`,
  })
}

/** A section may be there before its stories are; but a slip of the pen should be noticed. */
async function sectionLine(db: Db, frame: Frame, section: FrontSection): Promise<Html> {
  const { t } = frame
  const most = html`<span class="mono">${section.most}</span>`
  if (!('which' in section)) return html`<li><span>${t(`section.${section.what}`)}</span> ${most}</li>`
  const { what, which, names } = section
  const found = await foundFor(db, frame, what, which)
  const own = Object.values(names)
  return html`<li><span>${t(`section.${what}`, { which: found ?? which })}${own.length > 0 && html` <span class="soft" dir="auto">${own.join(' · ')}</span>`}${found === undefined && html` <b class="fault">${t('section.missing')}</b>`}</span> ${most}</li>`
}

/** What it is called; undefined where there is no such thing yet. */
async function foundFor(
  db: Db,
  { t }: Frame,
  what: (FrontSection & { which: string })['what'],
  which: string,
): Promise<string | undefined> {
  switch (what) {
    case 'topic':
      return (await findTopic(db, which))?.name
    case 'member':
      return (await findMember(db, which))?.name
    case 'language':
      return t.languageName(which)
    case 'country':
      return t.countryName(which)
    case 'genre':
      return which
  }
}
