/** Names that credit somebody: never empty, never markup, never only an address. */
import { inNormalForm } from '../normal-form.ts'

/** A name as it may stand in a credit; an address gives its host. Undefined when nothing is left that names anybody. */
export function creditName(words: string | undefined): string | undefined {
  const plain = (words ?? '')
    .replace(/<[^>]*>/g, ' ')
    // Zero-width and direction marks, soft hyphens, controls: a name of nothing else is empty.
    .replace(/[\p{Cc}\p{Cf}\u00ad\u2800\u3164\uffa0]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(plain)) return hostOf(plain.includes('://') ? plain : `https://${plain}`)
  const bare = plain.replace(/^[\s"“”«»'‘’.,:;|–—-]+|[\s"“”«»'‘’,:;|–—-]+$/g, '')
  return /[\p{L}\p{N}]/u.test(bare) ? cut(bare) : undefined
}

/** Host of a web address without `www.`, or undefined. */
export function hostOf(address: string | null | undefined): string | undefined {
  const url = address ? URL.parse(address) : null
  return url && /^https?:$/.test(url.protocol) ? url.host.replace(/^www\./, '') || undefined : undefined
}

/** Whether two names are one in different dress: "The Harbour Times" and "harbour times". */
export function sameName(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function bare(name: string): string {
  return inNormalForm(name, 'NFKD')
    .toLowerCase()
    .replace(/^(?:the|la|le|el|il|die|der|das|de|het|o|a)\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function cut(name: string): string {
  return name.length <= 200 ? name : `${name.slice(0, 199).replace(/[\uD800-\uDBFF]$/, '')}…`
}
