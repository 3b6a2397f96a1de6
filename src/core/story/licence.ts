/** What a source says others may do with its text, as far as a program may take it at its word. */
import type { Licence } from './gate.ts'

/**
 * A licence named by its address. Creative Commons lets all of its licences' holders republish (with their terms,
 * which are in the address); public domain marks too. Words of rights ("© 2026 …, all rights reserved") forbid
 * nothing we would do beyond what is unknown.
 */
export function licenceOf(address: string | undefined): { licence: Licence; url: string | null } {
  const url = address ? URL.parse(address.trim()) : null
  if (!url || !/^https?:$/.test(url.protocol)) return { licence: 'unknown', url: null }
  const free = /(^|\.)creativecommons\.org$/.test(url.hostname) && /^\/(licenses|publicdomain)\//.test(url.pathname)
  return { licence: free ? 'free' : 'unknown', url: url.href }
}
