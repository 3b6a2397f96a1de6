/** The program's code as the laws read it: files, what each imports, and its text without comments. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type Source = {
  readonly path: string
  readonly text: string
  /** Without comments; what stands in strings and templates is blanked. */
  readonly code: string
  /** Without comments; strings and templates as they are. */
  readonly told: string
  /** Paths of ours it imports, and names of packages. */
  readonly imports: readonly string[]
  /** Those of them that exist when the program runs: types vanish. */
  readonly running: readonly string[]
}

export function sources(pattern = 'src/**/*.ts'): Source[] {
  return globSync(pattern)
    .filter((path) => !path.endsWith('.test.ts'))
    .sort()
    .map((path) => sourceOf(path, readFileSync(path, 'utf8')))
}

export function sourceOf(path: string, text: string): Source {
  const told = bare(text, 'all')
  const found = importsIn(told).map(({ name, isType }) => ({
    name: name.startsWith('.') ? normalize(join(dirname(path), name)) : name,
    isType,
  }))
  return {
    path,
    text,
    code: bare(text),
    told,
    imports: found.map(({ name }) => name),
    running: found.filter(({ isType }) => !isType).map(({ name }) => name),
  }
}

/** `import … from`, `export … from`, `import '…'` and `import('…')`; the imports law refuses every other way. */
function importsIn(told: string): { name: string; isType: boolean }[] {
  const statements = told.matchAll(/^(?:import|export)\s(?:(type)\s)?[^'"`;]*?from\s*(['"])([^'"]+)\2/gm)
  const alone = told.matchAll(/^import\s*(['"])([^'"]+)\1/gm)
  const later = told.matchAll(/\bimport\s*\(\s*(['"])([^'"]+)\1/g)
  return [
    ...[...statements].map(([, type, , name = '']) => ({ name, isType: type !== undefined })),
    ...[...alone, ...later].map(([, , name = '']) => ({ name, isType: false })),
  ]
}

/** Blanks comments and, unless they are kept, what stands in strings and templates; holes of templates stay. */
export function bare(text: string, keep: 'code' | 'all' = 'code'): string {
  let out = ''
  const holes: number[] = []
  let depth = 0
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 2)
    if (rest === '//') at = until(text, at, '\n')
    else if (rest === '/*') at = until(text, at, '*/') + 2
    else if (text[at] === "'" || text[at] === '"') {
      const end = endOfString(text, at)
      out += keep === 'all' ? text.slice(at, end) : '""'
      at = end
    } else if (text[at] === '`' || (text[at] === '}' && holes.at(-1) === depth)) {
      if (text[at] === '}') holes.pop()
      let end = at + 1
      while (end < text.length && text[end] !== '`' && text.slice(end, end + 2) !== '${')
        end += text[end] === '\\' ? 2 : 1
      const opens = text[end] !== '`'
      out += keep === 'all' ? text.slice(at, end + (opens ? 2 : 1)) : '`'
      at = end + (opens ? 2 : 1)
      if (opens) holes.push(depth)
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
