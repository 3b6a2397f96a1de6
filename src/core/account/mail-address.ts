/** A mail address as somebody types it, and as it is compared. */
import { inNormalForm } from '../normal-form.ts'

/** RFC 5321 allows 254 characters in all, 64 before the @. */
const longest = 254

/**
 * The address as mail is sent to it; undefined for what is none. Deliberately plain: whether anybody reads it is told
 * by a mail, not by a pattern. Line ends and lists of addresses, which a mail's header would take for more, are refused.
 */
export function readMailAddress(text: string): string | undefined {
  const address = inNormalForm(text.trim(), 'NFC')
  if (address.length > longest) return undefined
  const [, local = '', domain = ''] =
    /^([^\s@<>(),;:"[\]\\\p{C}]{1,64})@([^\s@<>(),;:"[\]\\\p{C}]+)$/u.exec(address) ?? []
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined
  if (!/^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u.test(domain))
    return undefined
  return `${local}@${domain.toLowerCase()}`
}

/** Two addresses with the same key are one account's: hardly any server tells capitals before the @ apart. */
export function mailKey(address: string): string {
  return address.toLowerCase()
}
