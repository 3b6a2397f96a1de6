import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frame } from '../../test/support/sample-pages.ts'
import {
  advisory,
  arabic,
  german,
  headlineOnly,
  hostile,
  japanese,
  release,
  report,
} from '../../test/support/samples.ts'
import type { Story } from '../core/story/story.ts'
import { storyHref } from '../routes.ts'
import { shownBody } from './shown-body.ts'
import { type Around, storyPage } from './story.ts'

const nothing = { more: [], topics: [], countries: [], copies: [] }
const pageOf = (story: Story, around: Around = nothing) => {
  const here = frame(storyHref(story))
  return storyPage(here, story, shownBody(story, here), around)
}

test('granted in full, the whole text stands with credit, link and licence', () => {
  const page = pageOf(report)
  assert.match(page, /The ruling was read in eleven minutes/)
  assert.match(page, /First published by <a href="\/members\/upande-press"><bdi>Upande Press<\/bdi><\/a>/)
  assert.match(page, /<a class="end" href="https:\/\/upande-press\.example\/report">Read the original<\/a>/)
  assert.match(
    page,
    /free to republish with credit \(<a rel="license" href="[^"]+"><bdi>CC\u00a0BY-SA\u00a04\.0<\/bdi><\/a>\)/,
  )
  assert.match(page, /by <bdi>Achieng Wanjiru<\/bdi>/)
  assert.doesNotMatch(page, /Read the whole story/)
})

test('how long it takes to read is said where all of it stands, and not of a part', () => {
  const body = `<p>${'word '.repeat(1_100)}</p>`
  assert.match(pageOf({ ...report, body }), / · <span class="minutes" dir="ltr">5 min to read<\/span>/)
  assert.doesNotMatch(pageOf({ ...german, body }), /min to read/)
})

test('it is passed on by links that ask nobody until they are followed, and name the address of the page in its language', () => {
  const page = pageOf(report)
  const links = [...page.matchAll(/<a href="((?:https:\/\/(?:wa|t)\.me|https:\/\/bsky|mailto:)[^"]+)"/g)].map(
    ([, to]) => to,
  )
  assert.equal(links.length, 4)
  for (const link of links) assert.match(link ?? '', /https%3A%2F%2Flambda\.example%2F2026%2F11%2F22%2Freport/)
  const here = frame(storyHref(report), { language: 'es', query: { text: '' } })
  assert.match(
    storyPage(here, report, shownBody(report, here), nothing),
    /<span class="address" dir="ltr">https:\/\/lambda\.example\/<wbr>es\/<wbr>2026\/<wbr>11\/<wbr>22\/<wbr>report<\/span>/,
  )
})

test('granted as an excerpt, it says where the rest is and why', () => {
  const page = pageOf({ ...german, body: '<p>never to be seen</p>' })
  assert.match(page, /Wer in den achtziger Jahren/)
  assert.doesNotMatch(page, /never to be seen/)
  assert.match(page, /Read the whole story at <bdi>Nordlicht Magazin<\/bdi>/)
  assert.match(page, /lets us show the beginning of this story/)
})

test('granted as a headline, nothing but headline, credit and link', () => {
  const page = pageOf(headlineOnly)
  assert.match(page, /<h1 id="headline"[^>]*>Clinic opened in Durban/)
  assert.match(page, /lets us show the headline of this story/)
  assert.doesNotMatch(page, /class="body"|class="standfirst"|name="description"/)
})

test('a release is unmistakably a release, and its issuer is named', () => {
  const page = pageOf(release)
  assert.match(page, /<span class="mark mark-release">Press release<\/span>/)
  assert.match(page, /Issued by <a href="\/members\/border-rights-forum">/)
  assert.doesNotMatch(pageOf(report), /mark-release/)
})

test('what stands beside a release has the headings of the page’s language, whole and as text alone', () => {
  const headings = {
    en: ['Quotes', 'Supported by', 'Notes to editors', 'About <bdi>House of Liberty</bdi>', 'Media contact'],
    es: [
      'Declaraciones',
      'Con el apoyo de',
      'Notas para las redacciones',
      'Acerca de <bdi>House of Liberty</bdi>',
      'Contacto de prensa',
    ],
    ar: ['اقتباسات', 'بدعم من', 'ملاحظات لهيئات التحرير', 'نبذة عن <bdi>House of Liberty</bdi>', 'للتواصل الإعلامي'],
  }
  for (const [language, wanted] of Object.entries(headings))
    for (const query of [{}, { text: '' }]) {
      const here = frame('/release', { language, query })
      const page = storyPage(here, release, shownBody(release, here), nothing)
      const told = [...page.matchAll(/<h2 id="(?:quotes|supporters|notes|about-2|contact)">(.*?)(?: <span|<\/h2>)/g)]
      assert.deepEqual(
        told.map(([, heading]) => heading),
        wanted,
      )
      assert.match(page, /Nobody is asked for courage here, only for a sentence/)
      assert.match(page, /<a href="https:\/\/northern\.example\/" rel="nofollow"><bdi>Northern LGBT Network<\/bdi>/)
      assert.match(page, /<a href="tel:\+3225550100" rel="nofollow"><bdi dir="ltr">\+32 2 555 01 00<\/bdi>/)
    }
})

test('a dateline is told in the language of its text, an event in that of the page', () => {
  const page = pageOf({ ...advisory, language: 'ar-EG' })
  assert.match(page, /<bdi class="place">نيروبي<\/bdi> · <time datetime="2026-11-22">22 نوفمبر<\/time> –/)
  assert.match(page, /<dt>starts<\/dt><dd><time [^>]*>1 Dec 2026, 07:00 UTC<\/time>/)
  assert.match(page, /<div class="contacts" lang="ar-EG" dir="rtl">/)
})

test('a correction stands before the text, and in the list of versions', () => {
  const page = pageOf(release)
  const repair = page.indexOf('class="repair"')
  assert.ok(repair > 0 && repair < page.indexOf('class="body"'))
  assert.equal(page.match(/gave the wrong year for the treason law/g)?.length, 3)
  assert.match(page, /<h2 id="versions">Versions<\/h2>/)
  assert.match(page, /2 · <a href="#versions">what changed<\/a>/)
})

test('the origin record: canonical, JSON-LD and OpenGraph say what the page says', () => {
  const page = pageOf(report)
  assert.match(page, /<link rel="canonical" href="https:\/\/upande-press\.example\/report">/)
  const data = dataOf(page)
  assert.equal(data['@type'], 'NewsArticle')
  assert.equal(data.isBasedOn, 'https://upande-press.example/report')
  assert.deepEqual(data.publisher, {
    '@type': 'Organization',
    name: 'Upande Press',
    url: 'https://upande-press.example/',
  })
  assert.equal(data.license, 'https://creativecommons.org/licenses/by-sa/4.0/')
  assert.equal(data.genre, 'report')
  assert.equal(data.version, 1)
  assert.match(page, /<meta property="og:url" content="https:\/\/lambda\.example\/2026\/11\/22\/report">/)
})

test('a story of ours is its own original', () => {
  assert.match(
    pageOf(release),
    /<link rel="canonical" href="https:\/\/lambda\.example\/2026\/11\/22\/nine-organisations[^"]*">/,
  )
})

test('pictures are shown as the gate allows, with credit, and none from elsewhere', () => {
  assert.match(pageOf(report), /<img src="\/media\/sample-banner\.svg" alt="A crowd at dusk/)
  assert.match(pageOf(report), /Picture: <bdi>A\. Wanjiru \/ Upande Press<\/bdi>, free to republish with credit/)
  assert.doesNotMatch(pageOf({ ...report, pictureUse: 'none' }), /<img|og:image" content="[^"]*\/media\//)
  const tracked = pageOf({ ...report, body: '<p>a</p><img src="https://track.example/p.gif" alt="">' })
  assert.doesNotMatch(tracked, /track\.example/)
})

test('text in another language says so, and runs its own way', () => {
  assert.match(pageOf(arabic), /<h1 id="headline" class="title" lang="ar" dir="rtl">/)
  assert.match(pageOf(arabic), /<div class="body" lang="ar" dir="rtl">/)
  assert.match(pageOf(japanese), /<link rel="stylesheet" href="\/assets\/fonts-ja\.css">/)
  assert.match(pageOf({ ...report, language: 'und' }), /<h1 id="headline" class="title" lang="" dir="auto">/)
  assert.doesNotMatch(pageOf(report), /<h1[^>]* (?:lang|dir)=/)
})

test('markup in a headline, a name, an address is text, nothing else', () => {
  const page = pageOf(hostile)
  assert.doesNotMatch(page, /<script>alert|<img src=x|<u>|<b>nobody|<i>nowhere|<s>terms|href="javascript:/)
  assert.match(page, /&lt;script&gt;alert\(&quot;headline&quot;\)&lt;\/script&gt;/)
  assert.match(page, /Where the whole story can be read, we were not told/)
  assert.equal(dataOf(page).headline, hostile.headline)
  assert.equal(dataOf(page).isBasedOn, undefined)
  assert.equal(page.match(/<\/title>/g)?.length, 1)
})

test('hands it went through are named', () => {
  assert.match(
    pageOf(report),
    /How it reached us[\s\S]*<a href="https:\/\/upande-press\.example\/feed"><bdi>Upande Press, Atom feed/,
  )
})

function dataOf(page: string): Record<string, unknown> {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? []
  return JSON.parse(json) as Record<string, unknown>
}
