/** Where an invitation to the staff leads. Looking at it uses nothing up: a button does. */
import type { Db } from '../db/connection.ts'
import { findLink } from '../db/links.ts'
import { hashToken } from '../host/token.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { type Context, type Frame, frameOf } from '../web/context.ts'
import { html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { workLayout } from '../web/work-layout.ts'
import { comeHalfIn, comeIn } from './door.ts'
import type { Doors } from './doors.ts'
import { beginSession } from './session.ts'
import { accept, readInvitation } from './staff.ts'

export async function invitation(context: Context<Db>, doors: Doors): Promise<Answer> {
  const { db, now, query } = context
  const { key = '' } = query
  const frame = frameOf(context)
  const link = await findLink(db, 'invitation', hashToken(key), now)
  if (!link?.accountId || !link.about) return over(frame)
  const { rights } = readInvitation(await doors.secret(), link.accountId, link.about)
  const { t, at } = frame
  const title = t('invitation.title', { network: frame.network.name })
  return privatePage(
    workLayout(frame, {
      title,
      main: html`<div class="column"><h1>${title}</h1><p class="lede">${t('invitation.text')}</p>
<dl class="pairs">${rights.map((right) => html`<dt>${t(`right.${right}`)}</dt><dd>${t(`right.${right}.hint`)}</dd>`)}</dl>
<form class="form" method="post" action="${at(routes.invitationUsed.href({}))}"><input type="hidden" name="key" value="${key}"><p><button autofocus>${t('invitation.do')}</button></p></form></div>`,
    }),
  )
}

/** Confirms the address, gives the rights, signs in; one's account is where to go on, with a name and a password. */
export async function invitationUsed(context: Sent & Context<Db>, doors: Doors): Promise<Answer> {
  const { db, form, now, visitor } = context
  const frame = frameOf(context)
  const secret = await doors.secret()
  const accepted = await db.transaction().execute(async (tx) => {
    const account = await accept(tx, secret, form.get('key') ?? '', now)
    if (!account) return undefined
    const isHalf = account.totpSince !== null
    return {
      isHalf,
      token: await beginSession(tx, { account: account.id, way: 'link', now, isHalf, instead: visitor }),
    }
  })
  if (!accepted) return over(frame)
  const to = frame.at(routes.account.href({}))
  return accepted.isHalf ? comeHalfIn(context, accepted.token, doors, to) : comeIn(accepted.token, doors, to)
}

function over(frame: Frame): Answer {
  const { t } = frame
  const page = workLayout(frame, {
    title: t('sign-in.over.title'),
    main: html`<div class="column"><h1>${t('sign-in.over.title')}</h1><p class="lede">${t('invitation.over')}</p></div>`,
  })
  return privatePage(page, { status: 410 })
}
