/** The program's code as the laws read it: files, what each imports, and its text without comments and strings. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type Source = {
  readonly path: string
  readonly text: string
  /** Without comments; what stands in strings and templates is blanked. */
  readonly code: string
  /** Paths of ours it imports, and names of packages. */
  readonly imports: readonly string[]
}

export function sources(pattern = 'src/**/*.ts'): Source[] {
  return globSync(pattern)
    .filter((path) => !path.endsWith('.test.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return { path, text, code: bare(text), imports: importsOf(path, text) }
    })
}

function importsOf(path: string, text: string): string[] {
  const uncommented = bare(text, true)
  const found = uncommented.matchAll(/(?:from\s*|import\s*\(\s*|^import\s+)(['"])([^'"]+)\1/gm)
  return [...found].map(([, , name = '']) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name))
}

/** Blanks comments and, unless `keepStrings`, strings; templates keep what stands in their holes. */
export function bare(text: string, keepStrings = false): string {
  let out = ''
  const holes: number[] = []
  let depth = 0
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 2)
    if (rest === '//') at = until(text, at, '\n')
    else if (rest === '/*') at = until(text, at, '*/') + 2
    else if (text[at] === "'" || text[at] === '"') {
      const end = endOfString(text, at)
      out += keepStrings ? text.slice(at, end) : '""'
      at = end
    } else if (text[at] === '`' || (text[at] === '}' && holes.at(-1) === depth)) {
      if (text[at] === '}') holes.pop()
      let end = at + 1
      while (end < text.length && text[end] !== '`' && text.slice(end, end + 2) !== '${')
        end += text[end] === '\\' ? 2 : 1
      out += '`'
      if (text[end] === '`') at = end + 1
      else {
        holes.push(depth)
        at = end + 2
      }
    } else if (text[at] === '/' && isRegexStart(out)) {
      at = endOfRegex(text, at)
      out += '/ /'
    } else {
      if (text[at] === '{') depth += 1
      if (text[at] === '}') depth -= 1
      out += text[at]
      at += 1
    }
  }
  return out
}

function until(text: string, from: number, end: string): number {
  const found = text.indexOf(end, from)
  return found < 0 ? text.length : found
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== text[start]) at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function isRegexStart(before: string): boolean {
  const last = before.trimEnd().at(-1) ?? ''
  return last === '' || '(,=:[!&|?{};~+*%<>'.includes(last) || /\b(return|typeof|case|of|in)$/.test(before.trimEnd())
}

function endOfRegex(text: string, start: number): number {
  let inClass = false
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') inClass = true
    else if (text[at] === ']') inClass = false
    else if (text[at] === '\n' || (text[at] === '/' && !inClass)) return at + 1
  }
  return text.length
}
