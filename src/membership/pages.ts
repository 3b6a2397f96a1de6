/** A new member by an administrator's word, on the way to its source. */

import { actor } from '../core/account/visitor.ts'
import { Conflict } from '../core/errors.ts'
import type { Db } from '../db/connection.ts'
import { recordAct } from '../db/rights.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { addMemberIn, type MemberFault, memberFaults } from './add-member.ts'
import { type MemberForm, memberAddPage } from './member-add-page.ts'

export async function memberAdd(context: Context<Db>): Promise<Answer> {
  const site = (context.query.url ?? '').slice(0, 2_000)
  const given = { name: '', kind: '', site, about: '', languages: '', country: '', url: site }
  return privatePage(memberAddPage(frameOf(context), given, []))
}

/** Leads on to where its source is added. */
export async function memberAddSent(context: Sent & Context<Db>): Promise<Answer> {
  const { form, db, now } = context
  const frame = frameOf(context)
  const given = readForm(form)
  const words = {
    ...given,
    languages: given.languages.split(/[\s,]+/).filter(Boolean),
    country: given.country || undefined,
  }
  const again = (faults: readonly MemberFault[]) => privatePage(memberAddPage(frame, given, faults), { status: 422 })
  const faults = memberFaults(words)
  if (faults.length > 0) return again(faults)
  const by = actor(context)
  try {
    const { slug } = await db.transaction().execute(async (tx) => {
      const added = await addMemberIn(tx, words, { now, by })
      await recordAct(tx, { actedAt: now, actedBy: by, act: 'add member', about: added.slug })
      return added
    })
    const next = { member: slug, url: given.url || given.site }
    return redirect(frame.at(withQuery(routes.sourceAdd.href({}), next)), 303)
  } catch (error) {
    if (error instanceof Conflict) return again([{ field: 'name', what: 'taken' }])
    throw error
  }
}

function readForm(form: URLSearchParams): MemberForm {
  const line = (name: string, most: number) => (form.get(name) ?? '').replace(/\s+/g, ' ').trim().slice(0, most)
  return {
    name: line('name', 200),
    kind: line('kind', 40),
    site: line('site', 2_000),
    about: line('about', 1_000),
    languages: line('languages', 200),
    country: line('country', 10),
    url: line('url', 2_000),
  }
}
