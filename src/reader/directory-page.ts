/** The members' directory: as a list, by kind, by country and on a map. */
import { lettered } from '../core/member/alphabet.ts'
import { directoryParameters, isAmong, readDirectory, writeDirectory } from '../core/member/directory.ts'
import { listMembers } from '../db/members.ts'
import { newestOfEach } from '../db/newest-stories.ts'
import { membersHref } from '../routes.ts'
import { redirect } from '../web/answer.ts'
import { frameOf } from '../web/context.ts'
import { dated } from '../web/dated.ts'
import { directoryPage } from './directory.ts'
import { letterPage } from './directory-pages.ts'
import { type Handler, notFound } from './pages.ts'
import { countMembers } from './periods.ts'

export const members: Handler = async (context) => {
  const { db, query } = context
  const asked = readDirectory(query)
  if (!asked) return notFound(context)
  const frame = frameOf(context)
  // A form says what was left open, too; the page's address does not.
  if (directoryParameters.some((name) => query[name] === ''))
    return redirect(frame.at(membersHref(writeDirectory(asked))), 302)
  const [all, counts] = await Promise.all([listMembers(db), countMembers(context)])
  const stories = new Map(counts)
  const found = all.filter((member) => isAmong(asked, member))
  const list = letterPage(
    lettered(found, ({ name }) => name, frame.t.language),
    asked.page,
  )
  if (!list) return notFound(context)
  const shown = asked.by === 'name' ? list.groups.flatMap(({ entries }) => entries.map(({ id }) => id)) : []
  const newest = await newestOfEach(db, shown)
  return dated(context, directoryPage(frame, { asked, all, found, list, stories, newest }), ['members', 'network'])
}
