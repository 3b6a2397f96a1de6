/** Who may do what: the one place where it is decided. A route names its guard; the router asks here. */

export const rights = ['administrator', 'editor', 'moderator'] as const
/** Staff: `administrator` the settings, `editor` the stories, `moderator` the members. None contains another. */
export type Right = (typeof rights)[number]

/** Who may enter: `account`, whoever is signed in; `operator`, who watches over the program (loopback or a token). */
export type Guard = 'anyone' | 'operator' | 'account' | Right

export type Admission = 'enter' | 'sign in' | 'turned away'

/** `operator` is decided where the request's address is known, and nobody enters by an account. */
export function admission(guard: Guard, visitor: { readonly rights: readonly Right[] } | undefined): Admission {
  if (guard === 'anyone') return 'enter'
  if (guard === 'operator') return 'turned away'
  if (!visitor) return 'sign in'
  return guard === 'account' || visitor.rights.includes(guard) ? 'enter' : 'turned away'
}

export function readRight(text: string): Right | undefined {
  return rights.find((right) => right === text)
}
