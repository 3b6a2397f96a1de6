/** The faces in a real browser: what they weigh, and that nobody waits for them. What moves: test/journeys/no-shift.test.ts. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { charactersIn } from '../../src/web/cut-face.ts'
import { cutFaces, readCut } from '../../src/web/cut-faces.ts'
import { commonFaces } from '../../src/web/fonts.ts'
import { faceFile } from '../../src/web/hashed.ts'
import { openBrowser } from '../support/browser.ts'
import { type Gallery, openGallery } from '../support/gallery.ts'
import { samplePages } from '../support/sample-pages.ts'
import { settling } from '../support/settled.ts'

let browser: Browser
let cut: string
let gallery: Gallery
const pages = samplePages()

before(async () => {
  cut = await mkdtemp(join(tmpdir(), 'wireroom-faces-'))
  await cutFaces(cut)
  gallery = await openGallery(new Map(pages.map(({ path, html }) => [path, html])), new Map(), cut)
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await gallery.close()
  await rm(cut, { recursive: true })
})

test('a Latin page fetches no more than 100 KB of faces, and no page asks anybody else or leaves a cookie', async () => {
  const latin = pages.filter(({ html }) => isLatin(html))
  assert.ok(latin.some(({ name }) => name === 'story-report') && latin.some(({ name }) => name === 'story-long'))
  for (const { name, path } of latin.filter(({ name }) => /^(?:front|story|about|release|topics)/.test(name))) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const faces: Promise<number>[] = []
    const fetched: string[] = []
    const foreign: string[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.woff2')) {
        faces.push(response.body().then(({ length }) => length))
        fetched.push(response.url().replace(/^.*\//, ''))
      }
      if (!response.url().startsWith(gallery.url)) foreign.push(response.url())
    })
    const settled = settling(page)
    const asked = page.waitForRequest(/\.woff2$/)
    await page.goto(gallery.url + path)
    await asked
    await settled()
    const bytes = (await Promise.all(faces)).reduce((sum, one) => sum + one, 0)
    assert.ok(bytes > 40_000 && bytes <= 100_000, `${name} fetches ${bytes} bytes of ${fetched.join(', ')}`)
    assert.deepEqual([foreign, await context.cookies()], [[], []], name)
    await context.close()
  }
  assert.deepEqual(gallery.foreign, [])
})

type Asked = { readonly words: number; readonly face: number; readonly setIn: string }

/** When the first words stood and the first face was asked for (milliseconds), and what the headline is set in. */
const whenAsked = `({
  words: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  face: Math.min(...performance.getEntriesByType('resource').flatMap(({ name, startTime }) =>
    name.endsWith('.woff2') ? [startTime] : [])),
  setIn: getComputedStyle(document.querySelector('h1')).fontFamily,
})`

test('where a visit begins words go before faces; where it goes on, or no script runs, faces are asked for at once', async () => {
  const { path } = pages.find(({ name }) => name === 'story-report') as (typeof pages)[0]
  const { path: before } = pages.find(({ name }) => name === 'not-found') as (typeof pages)[0]
  const opened = async (javaScriptEnabled: boolean, { from = {}, after = '' } = {}) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    if (after) await page.goto(gallery.url + after)
    const asked = page.waitForRequest(/\.woff2$/)
    await page.goto(gallery.url + path, from)
    await asked
    await page.waitForLoadState('networkidle')
    const seen = (await page.evaluate(whenAsked)) as Asked
    await context.close()
    return seen
  }
  const begun = await opened(true)
  assert.ok(begun.face >= begun.words, JSON.stringify(begun))
  assert.match(begun.setIn, /^"Wire Serif Fallback"/)
  for (const [way, how] of [
    ['from another page', await opened(true, { from: gallery.along })],
    ['after another page, without a referrer', await opened(true, { after: before })],
    ['without a script', await opened(false)],
  ] as const) {
    assert.ok(how.face < how.words, `${way}: ${JSON.stringify(how)}`)
    assert.match(how.setIn, /^"Wire Serif",/, way)
  }
})

test('a face that was cut sets every character it is asked for as the whole one does, in every weight', async () => {
  const whole = await openGallery(new Map([['/empty', '<!doctype html>']]))
  const page = await browser.newPage()
  await page.goto(`${whole.url}/empty`)
  for (const face of commonFaces().filter(({ isSimple }) => isSimple)) {
    const files = await Promise.all([readFile(face.path), readCut(cut, faceFile(face))])
    const [before = 0, after = before] = files.map((bytes) => bytes?.length)
    assert.ok(after < before, `${face.file}: ${after} of ${before} bytes`)
    const asked = {
      ...{ characters: [...charactersIn(face.range)], weights: face.weight.split(' '), style: face.style },
      fonts: files.map((bytes) => Buffer.from(bytes ?? '').toString('base64')),
    }
    const different = await page.evaluate(`(${setDifferently})(${JSON.stringify(asked)})`)
    assert.deepEqual(different, [], face.file)
  }
  await page.close()
  await whole.close()
})

/** In the browser: which characters the two fonts set with another width. What is in neither is as wide in both. */
const setDifferently = `async ({ characters, weights, style, fonts }) => {
  const names = fonts.map((font) => 'Face ' + font.length)
  for (const [i, font] of fonts.entries()) {
    const bytes = Uint8Array.from(atob(font), (byte) => byte.charCodeAt(0))
    document.fonts.add(await new FontFace(names[i], bytes, { weight: weights.join(' '), style }).load())
  }
  const pen = document.createElement('canvas').getContext('2d')
  const widthsIn = (name, weight) => {
    pen.font = style + ' ' + weight + ' 200px "' + name + '", monospace'
    return characters.map((character) => pen.measureText(character).width)
  }
  return weights.flatMap((weight) => {
    const [whole, cut] = names.map((name) => widthsIn(name, weight))
    return characters.filter((_, i) => Math.abs(whole[i] - cut[i]) > 1).map((character) => character + ' ' + weight)
  })
}`

/** Written in what Western Europe writes, the names of languages apart. */
function isLatin(html: string): boolean {
  const words = html
    .replace(/<nav class="tongues"[\s\S]*?<\/nav>|<a[^>]* hreflang=[^>]*>[^<]*<\/a>/g, '')
    .replace(/<head>[\s\S]*?<\/head>|<[^>]+>/g, '')
  return /^[\u0000-\u00ff\u2000-\u206f\u20ac\u2122œŒ]*$/.test(words)
}
