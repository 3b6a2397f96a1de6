/** The worker of the offline edition without a browser: what it fetches for the page it keeps, and that an end is an end. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { frame } from '../../test/support/sample-pages.ts'
import { report } from '../../test/support/samples.ts'
import { offlineStoriesPage } from './offline-stories.ts'

const source = readFileSync(new URL('./offline-worker.js', import.meta.url), 'utf8')
const home = 'https://wire.example'

/** A browser's caches: as one is deleted, whoever still holds it writes into nothing. */
function fakeCaches() {
  const all = new Map<string, Map<string, Response>>()
  const full = (asked: string | { url: string }) => new URL(typeof asked === 'string' ? asked : asked.url, home).href
  const open = async (name: string) => {
    const cache = all.get(name) ?? new Map<string, Response>()
    all.set(name, cache)
    return {
      keys: async () => [...cache.keys()].map((url) => ({ url })),
      match: async (asked: string | { url: string }) => cache.get(full(asked))?.clone(),
      put: async (asked: string, answer: Response) => void cache.set(full(asked), answer),
      delete: async (asked: { url: string }) => cache.delete(full(asked)),
    }
  }
  return {
    all,
    caches: { open, has: async (name: string) => all.has(name), delete: async (name: string) => all.delete(name) },
  }
}

function worker(answer: (path: string) => Promise<Response>) {
  const { all, caches } = fakeCaches()
  const hears = new Map<string, (event: unknown) => void>()
  const asked: string[] = []
  const context = createContext({
    ...{ caches, Response, Headers, URL, Set, Array, setTimeout, Date },
    location: { href: `${home}/offline-worker.js`, origin: home },
    addEventListener: (type: string, act: (event: unknown) => void) => hears.set(type, act),
    fetch: (address: string) => {
      const { pathname } = new URL(address, home)
      asked.push(pathname)
      return answer(pathname)
    },
  })
  runInContext(source, context)
  /** What is done about a message. */
  const say = (data: unknown) => {
    const works: Promise<unknown>[] = []
    hears.get('message')?.({ data, ports: [], waitUntil: (work: Promise<unknown>) => works.push(work) })
    return Promise.all(works)
  }
  return { all, caches, asked, say }
}

function edition(body: string): string {
  return offlineStoriesPage(frame('/offline/stories'), [{ ...report, shows: 'full', body }])
}

test('no story can have it fetch what the page does not need, and so keep it from ever being renewed', async () => {
  const page = edition(
    '<p>Write href="/assets/nothing.css" or src="/assets/../account" there.</p><p><a href="/assets/none.js">here</a></p>',
  )
  assert.match(page, /Write href="\/assets\/nothing\.css"/)
  const { asked, say, all } = worker(async (path) =>
    /nothing|none|account/.test(path)
      ? new Response('', { status: 404 })
      : new Response(path.endsWith('stories') ? page : ''),
  )
  await say({ stories: '/offline/stories' })
  assert.equal(asked[0], '/offline/stories')
  assert.match(asked.slice(1).sort().join(' '), /^\/assets\/offline\S*\.js \/assets\/text\S*\.css$/)
  assert.deepEqual([...(all.get('wireroom-offline')?.keys() ?? [])].length, 3)
})

test('what is erased while it is still being fetched is not there afterwards', async () => {
  for (const slow of ['stories', '.css']) {
    const waiting = Promise.withResolvers<void>()
    const { say, caches, all } = worker(async (path) => {
      if (path.endsWith(slow)) await waiting.promise
      return new Response(path.endsWith('stories') ? edition('<p>Fog on the bay.</p>') : '')
    })
    const kept = say({ stories: '/offline/stories' })
    await new Promise((resolve) => setImmediate(resolve))
    // As the page does it.
    const erased = say({ erase: true })
    await caches.delete('wireroom-offline')
    waiting.resolve()
    await Promise.all([kept, erased])
    assert.deepEqual([...all.keys()], [], slow)
  }
})
