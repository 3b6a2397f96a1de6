/**
 * What a page weighs on the way: HTML, styles and scripts as they are sent, pictures and fonts apart. A page that is too
 * heavy is no opinion: nobody on a slow line reads it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogues } from '../../src/web/messages/messages.ts'
import { longStory } from '../support/full-pages.ts'
import { samplePages } from '../support/sample-pages.ts'
import { inKilobytes, weigh } from '../support/weigh.ts'

const languages = Object.keys(catalogues)
const limits = { front: 60_000, story: 50_000 }

test('a front page and a story weigh little, for browsers without Brotli too', async () => {
  const found = new Map<string, number>()
  for (const page of languages.flatMap((language) => samplePages(language))) {
    const [kind = ''] = /^(?:front|story)/.exec(page.name) ?? []
    if (!(kind in limits)) continue
    for (const encoding of ['br', 'gzip'] as const) {
      const weight = await weigh(page.html, encoding)
      found.set(`${page.name} ${encoding}`, weight.all)
      const most = limits[kind as keyof typeof limits]
      assert.ok(
        weight.all <= most,
        `${page.name} weighs ${inKilobytes(weight)} in ${encoding}: at most ${most / 1000} KB`,
      )
    }
  }
  // The heaviest are among them: else the limits say nothing.
  assert.ok((found.get('front-full gzip') ?? 0) > (found.get('front gzip') ?? 0))
  assert.ok((found.get(`story-${longStory.slug} gzip`) ?? 0) > 15_000)
})

test('what every page brings besides its words fits into one first window of the network', async () => {
  // Some 14 KB reach a reader before the first answer to them is waited for (RFC 6928).
  const { css, script } = await weigh(samplePages()[0]?.html.replace(/<link[^>]*fonts-[^>]*>/g, '') ?? '', 'gzip')
  assert.ok(css + script <= 14_000, `styles and scripts weigh ${css + script} bytes`)
})

test('a page without pictures, styles and scripts of its own is words alone', async () => {
  for (const page of samplePages('en', { textOnly: true }))
    if (/^(?:front|story)/.test(page.name)) {
      const { all } = await weigh(page.html, 'gzip')
      assert.ok(all < 25_000, `${page.name} weighs ${all} bytes`)
    }
})
