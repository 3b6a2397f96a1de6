/** The offline edition's buttons: keeping the newest stories on this device, and erasing whatever of ours is on it. */
const place = document.querySelector('[data-stories]')
const cacheName = 'wireroom-offline'

if (place) void begin()
for (const form of document.querySelectorAll('[data-erase]')) form.addEventListener('submit', erase)

async function begin() {
  const button = place.querySelector('button')
  place.classList.remove('waits')
  if (!navigator.serviceWorker || !globalThis.caches) {
    button.disabled = true
    return say(place, place.dataset.unable)
  }
  button.addEventListener('click', keep)
  const looked = await lastLook()
  if (looked) sayKept(looked)
}

async function keep() {
  const { worker, stories, keeping, failed, unable } = place.dataset
  say(place, keeping)
  try {
    await navigator.serviceWorker.register(worker, { scope: '/', updateViaCache: 'none' })
  } catch {
    return say(place, unable)
  }
  const { active } = await navigator.serviceWorker.ready
  const isKept = await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data)
    active.postMessage({ stories: new URL(stories, location.href).pathname }, [port2])
  })
  const looked = isKept && (await lastLook())
  if (looked) return sayKept(looked)
  // A worker with nothing to show is none.
  if (!(await lastLook())) await forget()
  say(place, failed)
}

/** When what is kept was last compared with what there is; undefined where nothing is kept. */
async function lastLook() {
  if (!(await caches.has(cacheName))) return undefined
  const cache = await caches.open(cacheName)
  const request = (await cache.keys()).find(({ url }) => /\/offline\/stories$/.test(url))
  const kept = request && (await cache.match(request))
  return kept && new Date(Number(kept.headers.get('x-looked')))
}

function sayKept(looked) {
  const format = new Intl.DateTimeFormat(place.dataset.locale, { dateStyle: 'long', timeStyle: 'short' })
  say(place, place.dataset.kept.replace('{date}', format.format(looked)))
}

function say(part, words) {
  part.querySelector('[role="status"]').textContent = words
}

async function erase(event) {
  event.preventDefault()
  const form = event.currentTarget
  await forget()
  try {
    localStorage.clear()
  } catch {
    // A browser that keeps nothing has nothing to erase.
  }
  if (place) say(place, '')
  say(form, form.dataset.erased)
  // Only an answer can have the browser drop its own copies. Without a network there is none.
  await fetch(form.action, { method: 'POST', body: new URLSearchParams() }).catch(() => undefined)
}

async function forget() {
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    // Whatever it is just fetching, it must not keep any more.
    registration.active?.postMessage({ erase: true })
    await registration.unregister()
  }
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name)
}
