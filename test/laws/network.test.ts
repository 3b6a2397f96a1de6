/** What a network says of itself (name, line, colour, homes, day of founding) stands on every page, feed and error. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Parser } from 'htmlparser2'
import { contrast, readColour } from '../../src/core/colour.ts'
import type { Network } from '../../src/core/network.ts'
import { updateNetwork } from '../../src/db/network.ts'
import { routes, storyHref } from '../../src/routes.ts'
import { accentSheet } from '../../src/web/accent.ts'
import { catalogues } from '../../src/web/messages/messages.ts'
import { withdraw } from '../../src/wire/recall.ts'
import { newsroom } from '../support/newsroom.ts'
import { samplePages } from '../support/sample-pages.ts'
import { network, now } from '../support/samples.ts'

const name = `</script><b>“Kiosk” & 'Söhne'</b> صحيفة`
const home = { name: '<i>Masto</i>', url: 'https://social.example/@x?a=1&b="2"' }
const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)

/** As awkward as the settings take it: markup and quotes, two directions, yellow, no line, a day that is to come. */
const awkward: Network = {
  ...network,
  name,
  tagline: '',
  foundedOn: tomorrow,
  accent: '#ffee00',
  homes: [home],
  languages: ['ar', ...Object.keys(catalogues).filter((language) => language !== 'ar')],
}

// What is fixed when a network is set up stays as it is.
const { tagAuthority: _fixed, timeZone: _set, ...facts } = awkward

test('a network with an awkward name and no line looks and reads like itself on every page', () => {
  for (const language of Object.keys(catalogues))
    for (const textOnly of [false, true])
      for (const page of samplePages(language, { textOnly, network: awkward })) {
        const { words, title } = read(page.html)
        assert.ok(words.includes(name), `${page.name} says the network's name`)
        assert.ok(title.includes(name), `${page.name} has it in its title`)
        assert.doesNotMatch(page.html, /<b>“|<i>Masto|class="tagline"| content=""/, page.name)
        if (page.html.includes('<footer'))
          assert.ok(page.html.includes('rel="me" href="https://social.example/@x?a=1&amp;b=&quot;2&quot;"'), page.name)
        // What is words alone has no colours.
        assert.equal(page.html.includes('/accent/ffee00.css'), page.html.includes('/assets/wire.css'), page.name)
        assert.match(page.html, new RegExp(`^<!doctype html>\n<html lang="${language}" `), page.name)
        for (const [, data = ''] of page.html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g))
          assert.doesNotThrow(() => JSON.parse(data), page.name)
      }
})

test('a colour no text could stand in is made one that it can, on light and on dark paper', () => {
  const [, light = '', dark = ''] = /light-dark\((#\w+),(#\w+)\)/.exec(accentSheet(awkward.accent) ?? '') ?? []
  for (const [colour, paper] of [
    [light, '#fbfaf6'],
    [dark, '#131211'],
  ] as const) {
    const [ink, ground] = [readColour(colour), readColour(paper)]
    assert.ok(ink && ground && contrast(ink, ground) >= 4.5, `${colour} on ${paper}`)
  }
})

test('its feeds, files and errors say it too, each error in the language of its address', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { ...facts, languages: ['en', 'ar', 'de'] }))
  const id = await world.story()
  const gone = await world.story({ headline: 'Taken back' })
  const context = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, context, gone, 'why'))
  const told = async (path: string) => await (await world.get(path)).text()

  for (const path of ['/feed', '/feed.atom', '/opensearch.xml', '/members.opml', '/releases/feed']) {
    const text = await told(path)
    assert.ok(textOf(text).includes(name), `${path} names the network`)
    assert.doesNotMatch(text, /<b>“/, path)
  }
  assert.equal(JSON.parse(await told('/feed.json')).title, name)
  const icon = await told(routes.favicon.href({}))
  assert.match(icon, /fill="#ffee00"/)
  assert.doesNotMatch(icon, /<b>/)
  const preview = await world.get(routes.preview.href({ id, version: '1' }))
  assert.deepEqual([preview.status, preview.headers.get('content-type')], [200, 'image/png'])

  const address = storyHref({ day: '2026-11-24', slug: 'taken-back' })
  for (const [path, status] of [
    ['/nonsense', 404],
    [address, 410],
  ] as const)
    for (const [prefix, language] of [
      ['', 'en'],
      ['/ar', 'ar'],
      ['/de', 'de'],
    ] as const) {
      const answer = await world.get(prefix + path)
      assertOwn(await answer.text(), language, prefix + path)
      assert.equal(answer.status, status, prefix + path)
    }
})

test('who sends too much is told so by the network, in the language of the address', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { ...facts, languages: ['en', 'ar'] }))
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  for (const [path, language] of [
    ['/notice', 'en'],
    ['/ar/notice', 'ar'],
  ] as const) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: 'x'.repeat(1024 * 1024 + 1),
    })
    assert.equal(answer.status, 413)
    assertOwn(await answer.text(), language, path)
  }
})

function assertOwn(page: string, language: string, path: string): void {
  assert.match(page, new RegExp(`<html lang="${language}" `), path)
  assert.ok(read(page).words.includes(name), path)
  assert.ok(page.includes('/accent/ffee00.css'), path)
}

/** What a reader sees of a page, and its title. */
function read(html: string): { words: string; title: string } {
  const [, title = ''] = /<title>([\s\S]*?)<\/title>/.exec(html) ?? []
  return { words: textOf(html.slice(html.indexOf('<body>'))), title: textOf(title) }
}

function textOf(markup: string): string {
  let words = ''
  const parser = new Parser({ ontext: (text) => (words += text) }, { decodeEntities: true })
  parser.end(markup)
  return words
}
