/**
 * A text file that begins with its facts: YAML between two lines of three hyphens, then the text. Every value stays the
 * text that was written (YAML's failsafe schema), so that a telephone number keeps its zero. Whatever would be lost on
 * the way is a mistake, with its line.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml'
import type { Mistake } from '../mistakes.ts'

export type FrontMatter = {
  /** Texts, lists and maps of them, as they were written, without what was left empty; undefined: it cannot be read. */
  readonly values: unknown
  /** Where a value stands; where it does not, what is around it. */
  lineOf(path: readonly PropertyKey[]): number
  /** Where the words of a value begin: of a block the line below its key. */
  textLineOf(path: readonly PropertyKey[]): number
  readonly body: string
  readonly bodyLine: number
  readonly mistakes: readonly Mistake[]
}

const fence = /^---[ \t]*$/

export function readFrontMatter(file: string): FrontMatter {
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const end = fence.test(lines[0] ?? '') ? lines.findIndex((line, i) => i > 0 && fence.test(line)) : -1
  if (end < 0) {
    const says =
      lines[0] === undefined || !fence.test(lines[0])
        ? 'The file must begin with its facts: a line "---", then "headline: …" and so on, then another "---".'
        : 'The facts that begin here have no end: put a line "---" below the last of them.'
    return {
      values: undefined,
      lineOf: () => 1,
      textLineOf: () => 1,
      body: '',
      bodyLine: 1,
      mistakes: [{ line: 1, says }],
    }
  }
  const yaml = readYaml(lines.slice(1, end).join('\n'), 2)
  return { ...yaml, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 }
}

/** YAML as text, lists and maps. `firstLine` is the number of its first line in the file. */
export function readYaml(source: string, firstLine: number): Omit<FrontMatter, 'body' | 'bodyLine'> {
  const counter = new LineCounter()
  const document = parseDocument(source, {
    schema: 'failsafe',
    resolveKnownTags: false,
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  const broken = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    line: lineAt(pos[0]),
    says: hints[code] ?? `This is not YAML: ${message}.`,
  }))
  const root = document.contents as Node | null
  const lost = (root ? lostIn(root, source) : []).map(({ at, says }) => ({ line: lineAt(at), says }))
  const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY')
  const range = (node: unknown) => (node as Node | null)?.range?.[0] ?? 0
  return {
    values: readable ? (given(written(document)) ?? {}) : undefined,
    lineOf: (path) => lineAt(range(walk(root, path).mark)),
    textLineOf(path) {
      const { value } = walk(root, path)
      const block = isScalar(value) && /^BLOCK/.test(String(value.type))
      return lineAt(range(value)) + (block ? 1 : 0)
    },
    mistakes: onePerLine([...broken, ...lost]),
  }
}

function written(document: { toJS(): unknown }): unknown {
  try {
    return document.toJS()
  } catch {
    // An alias that leads nowhere; it is a mistake already.
    return undefined
  }
}

/** The words for what people write when they do not know YAML; the library's own for the rest. */
const hints: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'A value with a colon and a space in it must stand between quotation marks: headline: "Nine groups: a call".',
  TAB_AS_INDENT: 'Indent with spaces: YAML takes no tabs.',
  DUPLICATE_KEY: 'This key stands here twice: keep one of them.',
  BAD_SCALAR_START: 'A value that begins with @, ` or % must stand between quotation marks.',
}

/** What YAML would leave out without a word: what follows " #" in a plain value, and aliases, which nobody means. */
function lostIn(root: Node, source: string): { at: number; says: string }[] {
  const lost: { at: number; says: string }[] = []
  visit(root, {
    Node(_key, node) {
      const range = node.range
      if (!range) return
      if (isAlias(node) || (node as { anchor?: string }).anchor)
        lost.push({ at: range[0], says: 'A value that begins with & or * must stand between quotation marks.' })
      else if (isScalar(node) && node.type === 'PLAIN' && /^[ \t]+#/.test(source.slice(range[1])))
        lost.push({
          at: range[0],
          says: 'What follows " #" would be lost as a comment: put the value between quotation marks, or the comment on a line of its own.',
        })
    },
  })
  return lost
}

/** The node at a path, and the mark of its line: its key, or itself in a list. Goes as far as there is something. */
function walk(root: Node | null, path: readonly PropertyKey[]): { value: Node | null; mark: unknown } {
  let value: Node | null = root
  let mark: unknown = root
  for (const step of path) {
    // A single value where a list may stand is its own first entry.
    if (step === 0 && !isSeq(value)) continue
    if (isMap(value)) {
      const pair = value.items.find(({ key }) => isScalar(key) && key.value === String(step)) as Pair | undefined
      if (!pair) break
      mark = pair.key
      value = (pair.value as Node | null) ?? (pair.key as Node)
    } else if (isSeq(value)) {
      const item = value.items[Number(step)] as Node | undefined
      if (!item) break
      value = item
      mark = item
    } else break
  }
  return { value, mark }
}

/** The same without what was left empty. */
function given(value: unknown): unknown {
  if (typeof value === 'string') return /^(?:\s*|~|null)$/.test(value) ? undefined : value
  if (Array.isArray(value)) return value.map(given).filter((one) => one !== undefined)
  if (typeof value !== 'object' || value === null) return undefined
  const kept = Object.entries(value).flatMap(([key, one]) => {
    const there = given(one)
    return there === undefined ? [] : [[key, there] as const]
  })
  return Object.fromEntries(kept)
}

/** One mistake makes the rest of its line a riddle; the first tells enough. */
function onePerLine(mistakes: readonly Mistake[]): Mistake[] {
  const byLine = new Map<number, Mistake>()
  for (const mistake of mistakes) if (!byLine.has(mistake.line)) byLine.set(mistake.line, mistake)
  return [...byLine.values()].sort((a, b) => a.line - b.line)
}
