/** An article's text as the outlet's own pages and feeds carry it. */

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** HTML of a text as `Article` describes it. */
export function htmlOf(text: string): string {
  return blocksOf(text).map(blockHtml).join('\n')
}

/** The first paragraph, plain. */
export function summaryOf(text: string): string {
  const first = blocksOf(text).find((block) => !/^(?:## |> |- )/.test(block)) ?? ''
  return first.replace(/\*([^*]+)\*/g, '$1')
}

function blocksOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
}

function blockHtml(block: string): string {
  if (block.startsWith('## ')) return `<h2>${inline(block.slice(3))}</h2>`
  if (block.startsWith('> ')) return `<blockquote><p>${inline(block.replace(/^> /gm, ''))}</p></blockquote>`
  if (block.startsWith('- '))
    return `<ul>${block
      .split('\n')
      .map((line) => `<li>${inline(line.slice(2))}</li>`)
      .join('')}</ul>`
  return `<p>${inline(block.replace(/\n/g, ' '))}</p>`
}

function inline(text: string): string {
  return escaped(text).replace(/\*([^*]+)\*/g, '<em>$1</em>')
}
