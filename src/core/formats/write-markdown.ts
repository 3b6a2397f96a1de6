/**
 * HTML as Markdown (CommonMark, tables as GitHub's), for people who write in it and programs that read it. What Markdown
 * has no mark for (ruby, directions, tables with merged cells) keeps its words.
 */
import { readHtml } from '../html/read.ts'
import type { SafeHtml } from '../html/sanitise.ts'
import { type Attribute, attribute, type Sink } from '../html/sink.ts'

/** Blocks with a blank line between; never raw HTML. */
export function writeMarkdown(html: SafeHtml): string {
  return readHtml(html, new MarkdownWriter()).markdown()
}

/** Text of one line, every character that would be a mark escaped. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

type Open = {
  readonly name: string
  readonly attributes: readonly Attribute[]
  /** Finished blocks inside it. */
  readonly blocks: string[]
  /** The words of the block that is being written. */
  words: string
  /** How many items a list has had. */
  items: number
}

const headings: ReadonlyMap<string, string> = new Map(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name, at) => [name, '#'.repeat(at + 1)]),
)
const marks: Readonly<Record<string, string>> = { em: '*', i: '*', strong: '**', b: '**', s: '~~', del: '~~' }
/** Blocks that leave no mark of their own. */
const boxes: ReadonlySet<string> = new Set(
  'address aside caption dd details div dl dt figcaption figure p summary tbody tfoot thead'.split(' '),
)

const silent: ReadonlySet<string> = new Set('br img wbr col'.split(' '))

class MarkdownWriter implements Sink {
  #open: Open[] = [top()]
  #marked: Open = top()

  markdown(): string {
    const [root = top()] = this.#open
    endBlock(root)
    return root.blocks.join('\n\n')
  }

  get #here(): Open {
    return this.#open.at(-1) as Open
  }

  open(name: string, attributes: readonly Attribute[]): void {
    if (name === 'br') this.#here.words = `${this.#here.words.trimEnd()}  \n`
    this.#open.push({ name, attributes, blocks: [], words: '', items: 0 })
  }

  text(text: string): void {
    const isCode = this.#open.some(({ name }) => name === 'pre' || name === 'code')
    this.#here.words += isCode ? text : escaped(text, this.#here.words)
  }

  close(): void {
    const closed = this.#open.pop() as Open
    const into = this.#here
    const blocks = asBlocks(closed)
    if (blocks) addBlocks(into, blocks)
    else if (closed.name === 'li') addItem(into, closed)
    else if (closed.name === 'tr') addRow(into, closed)
    else if (closed.name === 'td' || closed.name === 'th') into.blocks.push(onOneLine(closed))
    // Blocks inside something inline (a link around a paragraph) stay blocks.
    else if (closed.blocks.length > 0) addBlocks(into, blocksOf(closed))
    else if (!silent.has(closed.name)) into.words += inline(closed)
  }

  mark(): void {
    const [root = top()] = this.#open
    this.#marked = { ...root, blocks: [...root.blocks] }
  }

  rewind(): void {
    this.#open = [{ ...this.#marked, blocks: [...this.#marked.blocks] }]
  }
}

/** What an element is as blocks of its own; undefined where it is part of a line, a list or a table. */
function asBlocks(closed: Open): readonly string[] | undefined {
  const { name } = closed
  const heading = headings.get(name)
  if (heading) return onOneLine(closed) ? [`${heading} ${onOneLine(closed)}`] : []
  switch (name) {
    case 'hr':
      return ['---']
    case 'pre':
      return [fenced([...closed.blocks, closed.words].join('\n'))]
    case 'blockquote':
      return indented(blocksOf(closed), '> ', '> ')
    case 'ul':
    case 'ol':
      return blocksOf(closed).length > 0 ? [listOf(closed)] : []
    case 'table':
      return tableOf(closed)
    default:
      return boxes.has(name) ? blocksOf(closed) : undefined
  }
}

function top(): Open {
  return { name: '', attributes: [], blocks: [], words: '', items: 0 }
}

function endBlock(block: Open): void {
  const words = block.words.trim()
  if (words !== '') block.blocks.push(words)
  block.words = ''
}

function blocksOf(block: Open): string[] {
  endBlock(block)
  return block.blocks
}

function addBlocks(into: Open, blocks: readonly string[]): void {
  endBlock(into)
  into.blocks.push(...blocks)
}

/** Escaped where it stands: a mark counts at the start of a line only. */
function escaped(text: string, before: string): string {
  const atStart = before === '' || before.endsWith('\n')
  const written = markdownText(atStart ? text.trimStart() : `x${text}`)
  return atStart ? written : written.slice(1)
}

function inline({ name, attributes, words }: Open): string {
  const inside = words.trim()
  if (inside === '') return words === '' ? '' : ' '
  const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(words) ?? []
  if (name === 'a') return `${before}[${inside}](${addressOf(attribute(attributes, 'href') ?? '')})${after}`
  if (name === 'code' || name === 'kbd' || name === 'samp') return `${before}${codeOf(inside)}${after}`
  if (name === 'q') return `${before}“${inside}”${after}`
  if (name === 'rt') return ` (${inside})`
  // The brackets for who cannot show annotations: they are ours already.
  if (name === 'rp' && !/[\p{L}\p{N}]/u.test(inside)) return ''
  const mark = marks[name]
  return mark ? `${before}${mark}${inside}${mark}${after}` : words
}

function addressOf(href: string): string {
  return href.replace(
    /[()<>\s\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

/** Between more backticks than it holds. */
function codeOf(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${text} ${fence}` : fence + text + fence
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`+/gm)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`
}

function onOneLine({ blocks, words }: Open): string {
  return [...blocks, words].join(' ').replace(/\s+/g, ' ').trim()
}

function indented(blocks: readonly string[], first: string, rest: string): string[] {
  if (blocks.length === 0) return []
  const lines = blocks.join('\n\n').split('\n')
  return [lines.map((line, at) => ((at === 0 ? first : rest) + line).trimEnd()).join('\n')]
}

/** Items are kept as blocks until their list ends. */
function addItem(list: Open, item: Open): void {
  const number = Number(attribute(list.attributes, 'start') ?? 1) + list.items
  const mark = list.name === 'ol' ? `${number}. ` : '- '
  list.items += 1
  endBlock(list)
  list.blocks.push(...indented(blocksOf(item), mark, ' '.repeat(mark.length)))
}

function listOf({ blocks }: Open): string {
  return blocks.join(blocks.some((item) => item.includes('\n\n')) ? '\n\n' : '\n')
}

/** A row is one block of its table: `| a | b |`. */
function addRow(into: Open, row: Open): void {
  endBlock(into)
  if (blocksOf(row).length > 0) into.blocks.push(`| ${row.blocks.join(' | ')} |`)
}

function tableOf(table: Open): string[] {
  const rows = table.blocks.filter((block) => block.startsWith('| '))
  const before = table.blocks.filter((block) => !block.startsWith('| '))
  const [first] = rows
  if (first === undefined) return before
  const columns = Math.max(...rows.map((row) => row.split(/(?<!\\)\|/).length - 2))
  const filled = rows.map((row) => row + '  |'.repeat(columns - (row.split(/(?<!\\)\|/).length - 2)))
  return [...before, [filled[0], `|${' --- |'.repeat(columns)}`, ...filled.slice(1)].join('\n')]
}
