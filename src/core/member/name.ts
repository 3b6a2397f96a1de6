/** What a member is called. */
import { inNormalForm } from '../normal-form.ts'

const longest = 120

/**
 * What nobody sees: control characters, marks that turn the direction of text, blanks without width, letters drawn as
 * nothing. Of two names that look the same one could be taken for the other.
 */
const hidden =
  /[\p{Cc}\p{Co}\p{Cn}\ufff9-\ufffb]|(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u
/** Persian and Hindi are written with joiners, pictures with variants; neither changes anything elsewhere. */
const idle =
  /(?:^|[\s\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}])\p{Join_Control}|\p{Join_Control}(?:$|\s|\p{Join_Control})|(?:^|[\p{L}\s])\p{Variation_Selector}/u

/** Blanks made single; undefined for nothing, for what is too long, and for what holds what nobody sees. */
export function readMemberName(text: string): string | undefined {
  const name = inNormalForm(text, 'NFC').replace(/\s+/gu, ' ').trim()
  const isHidden = hidden.test(name) || idle.test(name)
  return name === '' || [...name].length > longest || isHidden ? undefined : name
}
