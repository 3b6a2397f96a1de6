/** One mail to one person, in words and as a page of its own. */
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
}
