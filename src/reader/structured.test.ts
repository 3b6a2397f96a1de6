/** What machines read in our pages: each thing with what its kind needs, whole addresses, and no markup. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frame, samplePages } from '../../test/support/sample-pages.ts'
import { german, headlineOnly, hostile, release, report, stories } from '../../test/support/samples.ts'
import type { Story } from '../core/story/story.ts'
import { render } from '../web/html.ts'
import { storyMetadata } from './story-metadata.ts'

/** What each kind of thing must say of itself, as search engines ask for it. */
const needed: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: [
    ...['@context', '@id', 'headline', 'url', 'mainEntityOfPage', 'datePublished', 'dateModified', 'author'],
    ...['publisher', 'creditText', 'copyrightHolder', 'usageInfo', 'acquireLicensePage', 'genre', 'version'],
  ],
  ImageObject: ['url'],
  workTranslation: ['@id', 'url', 'headline', 'inLanguage'],
  Person: ['name'],
  Organization: ['name'],
  NewsMediaOrganization: ['name', 'url'],
  CorrectionComment: ['text', 'datePublished'],
  Place: ['name'],
  WebSite: ['@context', 'name', 'url', 'potentialAction'],
  SearchAction: ['target', 'query-input'],
  EntryPoint: ['urlTemplate'],
}
const addresses = new Set('url mainEntityOfPage isBasedOn license acquireLicensePage urlTemplate sameAs'.split(' '))

function told(page: string): Record<string, unknown> {
  const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
  assert.ok(text)
  return JSON.parse(text)
}

const articleOf = (story: Story) => told(render(storyMetadata(frame('/'), story)))

function check(thing: unknown, path: string): void {
  if (typeof thing !== 'object' || thing === null) return
  if (Array.isArray(thing)) {
    for (const one of thing) check(one, path)
    return
  }
  const all = thing as Record<string, unknown>
  const fields = needed[path.endsWith('.workTranslation') ? 'workTranslation' : String(all['@type'])]
  assert.ok(fields, `${path} is a ${all['@type']}: say in structured.test.ts what one needs`)
  for (const field of fields) assert.ok(all[field] !== undefined && all[field] !== '', `${path} lacks ${field}`)
  for (const [name, value] of Object.entries(all)) {
    if (addresses.has(name))
      for (const one of [value].flat()) assert.match(String(one), /^https?:\/\/[^/]/, `${path}.${name}`)
    if (/^date/.test(name)) assert.equal(new Date(String(value)).toISOString(), value, `${path}.${name}`)
    check(value, `${path}.${name}`)
  }
}

test('every story is told whole, with whole addresses', () => {
  for (const story of stories) check(articleOf(story), story.slug)
})

test('translations are told as such', () => {
  const translation = { id: german.id, language: 'de', headline: german.headline, day: german.day, slug: german.slug }
  const article = articleOf({ ...report, translations: [translation] })
  check(article, 'translated')
  assert.equal((article.workTranslation as unknown[]).length, 1)
})

test('front page and members, too', () => {
  const pages = samplePages().filter(({ name }) => /^(front|member-full|member)$/.test(name))
  assert.equal(pages.length, 3)
  for (const { name, html } of pages) check(told(html), name)
})

test('whoever has no name in a byline is their publication; free is what is here in full', () => {
  assert.deepEqual((articleOf(report).author as { name: string }).name, 'Achieng Wanjiru')
  const bare = articleOf({ ...report, byline: '' })
  assert.deepEqual(bare.author, bare.publisher)
  assert.equal(bare.isAccessibleForFree, true)
  for (const story of [german, headlineOnly]) assert.ok(!('isAccessibleForFree' in articleOf(story)))
})

test('a member’s logo stands with its name, and not with anybody else’s', () => {
  const logo = 'a'.repeat(64)
  const member = { ...report.member, logo }
  const own = articleOf({ ...report, member }).publisher
  assert.deepEqual((own as { logo: unknown }).logo, {
    '@type': 'ImageObject',
    url: `https://lambda.example/media/${logo}`,
  })
  const others = articleOf({ ...report, member, origin: { ...report.origin, publisher: 'Agencia Norte' } }).publisher
  assert.ok(!('logo' in (others as object)))
})

test('pictures are told where they are free, with licence and where it is had; corrections with their words', () => {
  const licenceUrl = 'https://creativecommons.org/licenses/by/4.0/'
  const pictures = report.pictures.map((picture) => ({ ...picture, licenceUrl }))
  const [image] = articleOf({ ...report, pictures }).image as Record<string, unknown>[]
  assert.deepEqual(
    [image?.url, image?.license, image?.acquireLicensePage],
    [
      'https://lambda.example/media/sample-banner.svg',
      licenceUrl,
      'https://lambda.example/2026/11/22/report/republish',
    ],
  )
  const unknown = articleOf({ ...report, pictures: pictures.map((one) => ({ ...one, licence: 'headline' as const })) })
  assert.doesNotMatch(JSON.stringify(unknown), /sample-banner/)
  assert.match(JSON.stringify(articleOf(release).correction), /the wrong year/)
})

test('no words of a story end the script or act in it', () => {
  for (const headline of ['</script><script>alert(1)</script>', '<!--', '\u2028"}', ']]>']) {
    const metadata = render(storyMetadata(frame('/'), { ...hostile, headline, byline: headline, located: headline }))
    assert.equal(metadata.match(/<\/script>/g)?.length, 1)
    assert.doesNotMatch(/ld\+json">(.*)<\/script>/s.exec(metadata)?.[1] ?? '<', /[<>\u2028]/)
    assert.equal(told(metadata).headline, headline)
  }
})
