/** Somebody who asks to join the sample network: what they say, and what becomes of it. */

export type Applicant = {
  readonly slug: string
  readonly mail: string
  readonly person: string
  /** Of the interface: en, es or ar. */
  readonly language: string
  readonly kind: string
  readonly name: string
  /** What it publishes in, as people type it. */
  readonly writes: string
  readonly country?: string
  readonly showsCountry?: boolean
  readonly place?: string
  /** A mark of `marks.ts` on a colour, or one of the program's own drawings by its name. */
  readonly mark: { readonly drawn: string } | { readonly mark: string; readonly colour: string; readonly alt: string }
  /** Undefined: it publishes without a site of its own. `at`: somebody else's. */
  readonly site?: 'own' | { readonly at: string }
  readonly headlines?: readonly string[]
  readonly about: string
  readonly contact?: string
  /** Whether its browser did the sum. */
  readonly worked: boolean
  /** The outlet that invited it. */
  readonly invitedBy?: string
  /** Members it says know it, and what those say. */
  readonly vouches?: readonly { readonly outlet: string; readonly words?: string }[]
  /** Minutes before the demo began. */
  readonly sent?: number
  /** Only so far: it is no more than begun. */
  readonly isDraft?: boolean
  readonly decisions?: readonly Decided[]
}

export type Decided = {
  readonly at: number
  readonly kind: 'approved' | 'returned' | 'refused' | 'held'
  readonly ground?: string
  readonly words?: string
  readonly why?: string
  /** What is answered, and when. */
  readonly answer?: { readonly at: number; readonly words: string }
  /** Asking another person to look again. */
  readonly appeal?: { readonly at: number; readonly words: string }
}
