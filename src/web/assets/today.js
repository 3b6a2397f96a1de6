/** Keys for whoever decides: each presses what is on the page, or goes along the list. Nothing here does more than a click. */
const list = [...document.querySelectorAll('.today .list li a, .today .list .more a:last-child')]

for (const hint of document.querySelectorAll('.keys')) hint.hidden = false

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  // Whoever types means letters.
  if (event.target.closest('input, textarea, select, [contenteditable]')) return
  const key = event.key.toLowerCase()
  const target = key === 'j' || key === 'k' ? along(key === 'j' ? 1 : -1) : pressed(key)
  if (!target) return
  event.preventDefault()
  target.click()
})

function pressed(key) {
  return /^[a-z]$/.test(key) ? document.querySelector(`.today [data-key="${key}"]`) : null
}

function along(step) {
  const at = list.findIndex((link) => link.getAttribute('aria-current') === 'page')
  return at < 0 ? list[step > 0 ? 0 : list.length - 1] : list[at + step]
}

// What is open is seen in a long list, too.
document.querySelector('.today .list [aria-current="page"]')?.scrollIntoView({ block: 'nearest' })
