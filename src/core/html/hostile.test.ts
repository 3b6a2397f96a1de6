/** The sanitiser against a real browser: what it wrote is read by Chromium, in every place markup may stand. */
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../../test/support/browser.ts'
import { hostileMarkup, places } from '../../../test/support/hostile-markup.ts'
import { markup } from '../../../test/support/markup.ts'
import { allowed, globalAttributes } from './allowed.ts'
import { sanitise } from './sanitise.ts'

type Case = readonly [html: string, name: string]

const may = Object.fromEntries(
  [...allowed].map(([name, attributes]) => [
    name,
    [...attributes, ...globalAttributes, ...(name === 'a' ? ['rel'] : [])],
  ]),
)
const clean = (html: string) => sanitise(html, { base: 'https://paper.example/news/' })
const madeUp = (kind: 'sound' | 'any', count: number) => fc.sample(markup(kind), { numRuns: count, seed: 2026 })

let browser: Browser
let page: Page
/** What the page asked the network for, pictures apart: those are the gate's. */
const asked: string[] = []

before(async () => {
  browser = await openBrowser()
  page = await inspection()
})
after(() => browser?.close())
const home = 'https://wire.example/'

/** A page that can look at markup, with nobody else on its network. */
async function inspection(): Promise<Page> {
  const opened = await browser.newPage()
  await opened.route('**/*', (route) => {
    const request = route.request()
    if (request.url() === home) return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' })
    if (request.resourceType() !== 'image') asked.push(`${request.resourceType()} ${request.url()}`)
    return route.abort()
  })
  await opened.goto(home)
  await opened.addScriptTag({ path: createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js') })
  await opened.addScriptTag({ path: fileURLToPath(import.meta.resolve('../../../test/support/inspect-markup.js')) })
  return opened
}

/** Calls a function of inspect-markup.js. */
function ask<T>(name: string, ...given: readonly unknown[]): Promise<T> {
  return askIn(page, name, ...given)
}

function askIn<T>(where: Page, name: string, ...given: readonly unknown[]): Promise<T> {
  return where.evaluate(`${name}(${given.map((one) => JSON.stringify(one)).join(', ')})`)
}

/** Every vector, alone and where it may stand, sanitised. */
async function hostile(): Promise<Case[]> {
  const vectors = hostileMarkup(await ask<string[]>('handlerNames'))
  assert.ok(vectors.length > 500, `${vectors.length} vectors`)
  const found = new Map<string, string>()
  for (const vector of vectors)
    for (const [place, [start, end]] of Object.entries(places)) {
      const once = clean(start + vector + end)
      assert.equal(clean(once), once, vector)
      if (!found.has(once)) found.set(once, `${vector} in ${place}`)
    }
  return [...found]
}

test('the inspection sees what acts', async () => {
  const bad: Case[] = [
    ['<img src="https://a.example/" onerror="ran(1)">', 'handler'],
    ['<script>1</script>', 'script'],
    ['<a href="javascript:1">x</a>', 'address'],
    ['<p title="</noscript><b onclick=1>">x</p>', 'noscript'],
  ]
  // What acts does so later: a page of its own.
  const other = await inspection()
  const wrong = await askIn<string[]>(other, 'inspect', bad, places, may)
  for (const [, name] of bad)
    assert.ok(
      wrong.some((line) => line.startsWith(name)),
      name,
    )
  assert.ok((await askIn<string[]>(other, 'secondOpinion', bad, may)).length >= 3)
  await other.waitForFunction('ranOf.length > 0')
  await other.close()
})

test('nothing hostile acts, whatever it stood in and whatever it is put into', async () => {
  assert.deepEqual(await ask('inspect', await hostile(), places, may), [])
  await page.waitForTimeout(300)
  assert.deepEqual(await page.evaluate('ranOf'), [])
  assert.deepEqual(asked, [])
})

test('nor does markup that nobody meant', async () => {
  const cases = madeUp('any', 3_000).map((html): Case => [clean(html), html])
  assert.deepEqual(await ask('inspect', cases, places, may), [])
  assert.deepEqual(await page.evaluate('ranOf'), [])
})

test('DOMPurify, in the same browser, finds nothing left to remove', async () => {
  const cases = [...(await hostile()), ...madeUp('any', 3_000).map((html): Case => [clean(html), html])]
  assert.deepEqual(await ask('secondOpinion', cases, may), [])
})

test('of markup without tricks both keep the same words', async () => {
  const kept = madeUp('sound', 2_000).filter((html) => !/style=|hidden|script|alt="👍"|cite=/.test(html))
  const [ours, theirs] = await Promise.all([
    ask<string[]>('wordsOf', kept.map(clean)),
    ask<string[]>('purified', kept, may).then((pure) => ask<string[]>('wordsOf', pure)),
  ])
  assert.ok(kept.length > 500)
  kept.forEach((html, at) => {
    assert.equal(ours[at], theirs[at], html)
  })
})
