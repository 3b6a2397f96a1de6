/** What a site's robots.txt asks of programs (RFC 9309). */

type Rule = { readonly allow: boolean; readonly pattern: string }

export type Robots = {
  /** Whether the program that calls itself `agent` may visit a path, which begins with `/` and has its query with it. */
  allows(agent: string, path: string): boolean
}

/** A site that says nothing, and one whose wishes cannot be known. */
export const allowsAll: Robots = { allows: () => true }
export const allowsNothing: Robots = { allows: () => false }

/** Rules beyond this number are nobody's wish. */
const mostRules = 5_000

export function readRobots(text: string): Robots {
  const groups = groupsOf(text)
  return {
    allows(agent, path) {
      if (path === '/robots.txt') return true
      const token = agent.toLowerCase()
      const rules = groups.get(token) ?? groups.get('*') ?? []
      const subject = normal(path)
      let found: Rule | undefined
      for (const rule of rules) {
        // The longest rule counts; of two as long the one that allows (2.2.2).
        const more = rule.pattern.length - (found?.pattern.length ?? 0)
        if ((more > 0 || (more === 0 && rule.allow)) && matches(rule.pattern, subject)) found = rule
      }
      return found?.allow ?? true
    },
  }
}

/** Rules by the name of the program they are for, in lower case; groups for one name are one group (2.2.1). */
function groupsOf(text: string): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>()
  let names: string[] = []
  let inRules = false
  let count = 0
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/i.exec(line.slice(0, 2_000)) ?? []
    switch (key.toLowerCase()) {
      case 'user-agent': {
        if (inRules) names = []
        inRules = false
        const name = value === '*' ? '*' : (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase()
        if (name === '') break
        names.push(name)
        if (!groups.has(name)) groups.set(name, [])
        break
      }
      case 'allow':
      case 'disallow':
        inRules = true
        count += 1
        if (value !== '' && count <= mostRules)
          for (const name of names)
            groups.get(name)?.push({ allow: key.toLowerCase() === 'allow', pattern: normal(value) })
        break
    }
  }
  return groups
}

/** `*` stands for anything, `$` at the end for the end. Takes time in proportion to both lengths together. */
function matches(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$')
  const [first = '', ...rest] = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = toEnd ? rest.pop() : undefined
  if (toEnd && last === undefined) return path.length === at
  for (const part of rest) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return last === undefined || (path.length - last.length >= at && path.endsWith(last))
}

/** One way of writing a path: what need not be escaped is not, everything else is, in capitals. */
function normal(path: string): string {
  const unescaped = path.replace(/%([0-9a-f]{2})/gi, (written, digits: string) => {
    const letter = String.fromCharCode(Number.parseInt(digits, 16))
    return /[\w.~-]/.test(letter) ? letter : written.toUpperCase()
  })
  return unescaped.replace(/[^\x21-\x7e]/gu, encodeURIComponentSafely)
}

function encodeURIComponentSafely(letter: string): string {
  return letter.isWellFormed() ? encodeURIComponent(letter) : ''
}
