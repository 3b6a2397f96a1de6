/**
 * The worker of the offline edition, which is there only where a reader wanted it. It keeps one page, the newest stories,
 * and shows it where the network does not answer. It asks nobody but the place it came from, and that without cookies.
 * Every other request it leaves alone: forms, feeds, pictures, and whatever is not for all readers; what the network
 * answers it passes on as it is, and keeps none of it.
 */
const name = 'wireroom-offline'
/** Milliseconds between two looks for what is new. */
const pause = 3_600_000
/** Milliseconds after which a network that says nothing counts as none. */
const patience = 10_000

const readers =
  /^(?:\/[a-z]{2,3}(?:-[a-z\d]{2,8})*)?\/?(?:$|\d{4}\/\d\d\/\d\d\/[^/.]+$|offline(?:\/stories)?$|(?:releases|topics|places|languages|corrections|archive)(?:\/[^.]*)?$)/

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))

/** Whether the reader erased what is kept since they last wanted it. */
let isErased = false

// A page that is open asks: with an address, to keep what stands there; without one, to look for what is new. Or it says
// that all of it is erased: what is being fetched at that moment may not come back.
addEventListener('message', (event) => {
  const { stories, erase } = event.data
  if (stories || erase) isErased = !stories
  if (erase) return event.waitUntil(caches.delete(name))
  const done = stories ? fetchStories(stories) : renew()
  event.waitUntil(done.then((isKept) => event.ports[0]?.postMessage(isKept)))
})

addEventListener('fetch', (event) => {
  const { method, mode, url, referrer } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (mode === 'navigate' && readers.test(pathname)) event.respondWith(page(event, pathname))
  else if (pathname.startsWith('/assets/') && /\/offline\/stories(?:[?#]|$)/.test(referrer))
    event.respondWith(caches.match(url).then((kept) => kept ?? fetch(event.request)))
})

async function page(event, pathname) {
  const kept = await keptStories()
  const asked = fetch(event.request)
  if (!kept) return asked
  const answered = await Promise.race([asked, late()]).catch(() => undefined)
  if (!answered) return offline(kept, pathname)
  // A story that is gone here may be gone because it was withdrawn: what is kept is looked at now.
  if (answered.status === 404 || answered.status === 410) event.waitUntil(renew(0))
  return answered
}

function late() {
  return new Promise((resolve) => setTimeout(resolve, patience))
}

/** The kept page, at the story that was asked for. */
function offline({ url, answer }, pathname) {
  if (pathname === new URL(url).pathname) return answer
  const [story] = /\d{4}\/\d\d\/\d\d\/[^/]+$/.exec(pathname) ?? []
  return Response.redirect(story ? `${url}#${story.replaceAll('/', '-')}` : url)
}

async function keptStories() {
  if (!(await caches.has(name))) return undefined
  const cache = await caches.open(name)
  const request = (await cache.keys()).find(({ url }) => /\/offline\/stories$/.test(url))
  const answer = request && (await cache.match(request))
  return answer && { url: request.url, answer }
}

/** Looks whether there is another page by now; the one that is kept goes with all that was withdrawn. */
async function renew(after = pause) {
  const kept = await keptStories()
  if (!kept || Date.now() - Number(kept.answer.headers.get('x-looked')) < after) return false
  return await fetchStories(kept.url, kept.answer)
}

/** What the page's own tags ask for. A story may write whatever it likes, but no tag of these. */
const needed = /<(?:link|script)\b[^<>]*? (?:href|src)="(\/assets\/[\w.-]+)"/g

async function fetchStories(address, kept) {
  const isKept = await fetchWhole(address, kept)
  if (isErased) await caches.delete(name)
  return isKept && !isErased
}

async function fetchWhole(address, kept) {
  const etag = kept?.headers.get('etag')
  const answer = await ask(address, etag ? { 'if-none-match': etag } : {}).catch(() => undefined)
  // What was erased meanwhile stays erased.
  if (kept && !(await caches.has(name))) return false
  if (kept && answer?.status === 304) return await put(address, await kept.text(), kept.headers)
  if (!answer?.ok) return false
  const text = await answer.text()
  const assets = [...new Set(Array.from(text.matchAll(needed), ([, asset]) => asset))]
  const files = await Promise.all(assets.map((asset) => ask(asset).catch(() => undefined)))
  if (files.some((file) => !file?.ok)) return false
  const cache = await caches.open(name)
  for (const [at, file] of files.entries()) await cache.put(assets[at], file)
  await put(address, text, answer.headers)
  // Only now: there is a whole page at every moment.
  const wanted = new Set([address, ...assets].map((path) => new URL(path, location.href).href))
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
  return true
}

async function put(address, text, told) {
  const headers = new Headers(told)
  for (const gone of ['content-encoding', 'content-length']) headers.delete(gone)
  headers.set('x-looked', String(Date.now()))
  const cache = await caches.open(name)
  await cache.put(address, new Response(text, { headers }))
  return true
}

/** Without cookies, and past the browser's own cache, which no page can erase. */
function ask(address, headers = {}) {
  return fetch(address, { headers, credentials: 'omit', cache: 'no-store' })
}
