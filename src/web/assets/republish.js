/**
 * Copies a story at one click, from the page it is ready on. Where a browser does not let a page copy, the text is
 * selected; from another page one is led to it.
 */
for (const button of document.querySelectorAll('button[data-copy]')) {
  if (button.dataset.from && !navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', () => void copy(button))
}

async function copy(button) {
  const { copy, from } = button.dataset
  const status = button.closest('section').querySelector('[role="status"]')
  const field = document.getElementById(copy)
  status.textContent = ''
  try {
    await write(field ? Promise.resolve(field.value) : readFrom(from, copy), copy === 'copy-html')
    status.textContent = status.dataset.copied
  } catch {
    if (!field) return location.assign(`${from}#${copy}`)
    field.focus()
    field.select()
    status.textContent = status.dataset.selected
  }
}

/** HTML goes twice: as code for fields of code, as a text with its form for everything else. */
async function write(words, isHtml) {
  const as = (type) => words.then((text) => new Blob([text], { type }))
  const kinds = isHtml ? ['text/plain', 'text/html'] : ['text/plain']
  // Made before the text is there: some browsers let pages copy in the moment of the click alone.
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(kinds.map((kind) => [kind, as(kind)])))])
}

async function readFrom(address, field) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(field).value
}
