/** Appeals: once, to somebody else than who decided. */

/** What is appealed against. */
export type AppealedKind = 'refusal' | 'suspension' | 'removal'

export type AppealOutcome = 'stands' | 'granted'

export type Hearer = { readonly who: 'moderators' } | { readonly who: 'outsider' } | { readonly who: 'nobody' }

/**
 * Who hears an appeal against what `decider` decided: another moderator; where there is none, whoever the network has
 * named outside of it. `moderators` as records name them.
 */
export function hearerOf(decider: string, moderators: readonly string[], outsider: string): Hearer {
  if (moderators.some((moderator) => moderator !== decider)) return { who: 'moderators' }
  return outsider === '' ? { who: 'nobody' } : { who: 'outsider' }
}

/** Whether one of the staff may decide an appeal: never who decided what it is about, nor who appeals. */
export function mayHear(actor: string, about: { readonly decider: string; readonly appellant: string }): boolean {
  return actor !== about.decider && actor !== about.appellant
}
