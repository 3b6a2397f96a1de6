/** The sign-in page as every way in shows it again, and how whoever came in goes on. */
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, type Surroundings, withQuery } from '../web/context.ts'
import type { Limit } from '../web/limit.ts'
import type { Sent } from '../web/router.ts'
import { sessionCookie } from '../web/session-cookie.ts'
import type { Doors } from './doors.ts'
import { askForPasskey, hasPasskeys } from './passkeys.ts'
import { type SignInForm, signInPage } from './sign-in-page.ts'

/** With a new question for a passkey every time. */
export async function door(
  context: Surroundings,
  doors: Doors,
  form: Omit<SignInForm, 'question'>,
  told: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { url, now } = context
  const question = hasPasskeys(url) ? await askForPasskey({ secret: await doors.secret(), url, now }) : undefined
  return privatePage(signInPage(frameOf(context), { ...form, question }), told)
}

/** To where they wanted to go. */
export function comeIn(token: string, doors: Doors, to: string): Answer {
  return { ...redirect(to, 303), cookies: [sessionCookie(token, doors.https)] }
}

/** To the second step, with what opens nothing else. */
export function comeHalfIn(context: Surroundings, token: string, doors: Doors, to: string): Answer {
  const step = withQuery(routes.code.href({}), to === '/' ? {} : { to })
  return comeIn(token, doors, frameOf(context).at(step))
}

/** When a connection has tried enough: from when on it may again, and the headers that say so. */
export function tooOften(
  { client, now }: Sent,
  limit: Limit,
): { readonly free: Date; readonly headers: Record<string, string> } | undefined {
  const free = limit.take(client)
  if (!free) return undefined
  return { free, headers: { 'retry-after': String(Math.ceil((free.getTime() - now.getTime()) / 1000)) } }
}
