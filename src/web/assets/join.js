/**
 * The sum that keeps robots out: the form's challenge is answered by trying, from the moment somebody begins to fill it in.
 * Where the browser cannot, the form goes out without: people read what comes of it a little later.
 */
const form = document.querySelector('form[data-challenge]')
/** People's browsers send no sooner (milliseconds): robots do. */
const soonest = 2_100
/** Tries in hand at once; each is the browser's own code, off the page's thread. */
const atOnce = 8
const openedAt = performance.now()
let answer

if (form && window.crypto?.subtle) {
  form.addEventListener('focusin', begin)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (form.dataset.sending) return
    form.dataset.sending = 'yes'
    form.querySelector('[role="status"]').textContent = form.dataset.working
    void send()
  })
}

async function send() {
  begin()
  const found = await answer
  if (found) form.elements.solution.value = JSON.stringify(found)
  await new Promise((resolve) => setTimeout(resolve, openedAt + soonest - performance.now()))
  form.submit()
}

function begin() {
  answer ??= solve(JSON.parse(form.dataset.challenge).parameters).catch(() => undefined)
}

/** The count whose key begins as the challenge says (ALTCHA's proof of work). */
async function solve({ nonce, salt, cost, keyLength, keyPrefix }) {
  const derive = deriver(bytes(nonce), bytes(salt), cost, keyLength)
  for (let from = 0; from < 10_000; from += atOnce) {
    const keys = await Promise.all(Array.from({ length: atOnce }, (_, i) => derive(from + i)))
    const at = keys.findIndex((key) => key.startsWith(keyPrefix))
    if (at >= 0) return { counter: from + at, derivedKey: keys[at] }
  }
  return undefined
}

function deriver(nonce, salt, iterations, keyLength) {
  return async (counter) => {
    const password = new Uint8Array(nonce.length + 4)
    password.set(nonce)
    new DataView(password.buffer).setUint32(nonce.length, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
    return hex(await crypto.subtle.deriveBits(how, key, keyLength * 8))
  }
}

function bytes(text) {
  return Uint8Array.from(text.match(/../g), (two) => Number.parseInt(two, 16))
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (one) => one.toString(16).padStart(2, '0')).join('')
}
