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

/** A licence as people name it: our own words, `CC BY-SA 4.0`, or its address; undefined when it is none of them. */
export function licenceNamed(words: string): { licence: Licence; url: string | null } | undefined {
  const name = words.trim()
  if (name === 'free' || name === 'excerpt' || name === 'headline') return { licence: name, url: null }
  const found = /^cc[ -]?(0|zero|by(?:-nc)?(?:-sa|-nd)?)(?:[ -](\d\.\d))?$/i.exec(name)
  if (!found) {
    const read = licenceOf(name)
    return read.licence === 'free' ? read : undefined
  }
  const kind = (found[1] ?? '').toLowerCase()
  const path = kind.startsWith('by')
    ? `licenses/${kind}/${found[2] ?? '4.0'}`
    : `publicdomain/zero/${found[2] ?? '1.0'}`
  return { licence: 'free', url: `https://creativecommons.org/${path}/` }
}

/** `https://creativecommons.org/licenses/by-sa/4.0/` → CC BY-SA 4.0; for any other address its host. */
export function licenceName(url: string): string {
  const known = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i.exec(url)
  if (!known) return URL.parse(url)?.host ?? url
  return known[1] === 'zero' ? `CC0 ${known[2]}` : `CC ${(known[1] ?? '').toUpperCase()} ${known[2]}`
}
