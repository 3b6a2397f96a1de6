/** Tags of editions that may stay as they are for another moment: nothing in them is wrong, there is only something new. */

export function patient(tag: string): string {
  return `~${tag}`
}

export function isPatient(tag: string): boolean {
  return tag.startsWith('~')
}

export function tagOfPatient(tag: string): string {
  return tag.slice(1)
}
