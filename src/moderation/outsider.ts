/** Whom appeals go to where there is no second moderator: `Ada Wong <ada@example.org>`. */
export type Outsider = { readonly name: string; readonly mail: string }

export function readOutsider(text = ''): Outsider | undefined {
  const [, name = '', mail = ''] = /^(.*?)\s*<([^<>\s@]+@[^<>\s@]+)>$/.exec(text.trim()) ?? []
  return name && mail ? { name, mail } : undefined
}
