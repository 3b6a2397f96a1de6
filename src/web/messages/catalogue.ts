/** The shape of a catalogue: what English says, each further language must say too. */

/** A message with a form for each plural category the language has (Unicode CLDR); `other` is always there. */
export type Plural = { readonly other: string } & { readonly [C in Intl.LDMLPluralRule]?: string }

/** Each key of an English catalogue, plural where English is. */
export type CatalogueOf<E> = { readonly [K in keyof E]: E[K] extends string ? string : Plural }
