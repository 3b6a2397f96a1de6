/** Passwords that were stolen elsewhere and are tried first everywhere: a list that comes with the program. */

let list: Promise<ReadonlySet<string>> | undefined

/** Read when somebody first chooses a password; it has some fifty thousand words. */
export function knownPasswords(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(Object.values(dictionary).flatMap((words) => words as readonly string[])),
  )
  return list
}
