import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { frame, samplePages } from '../../test/support/sample-pages.ts'
import {
  barePortrait,
  fullPortrait,
  hostile,
  members,
  network,
  report,
  stories,
  withdrawn,
} from '../../test/support/samples.ts'
import { splitLanguage } from '../web/language-path.ts'
import { messages } from '../web/messages/messages.ts'
import { routeAt } from '../web/route-at.ts'
import { sheets } from '../web/stylesheet.ts'
import { aboutPage } from './about.ts'
import { archiveDayPage, archivePage, archiveYearPage } from './archive.ts'
import { correctionsPage } from './corrections.ts'
import { failedPage, gonePage, notFoundPage } from './errors.ts'
import { memberPage } from './members.ts'

const everyPage = network.languages.flatMap((language) =>
  [false, true].flatMap((textOnly) =>
    samplePages(language, { textOnly }).map((page) => ({ ...page, language, textOnly })),
  ),
)

test('every page: one heading of the first rank, a title, a language, no inline style, no script but ours, no foreign request', () => {
  for (const { name, html, language } of everyPage) {
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, name)
    assert.match(html, new RegExp(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`), name)
    assert.doesNotMatch(
      html,
      / style="|<style|<script(?! type="(?:application\/ld\+json"|module" src="\/assets\/)| id="faces">)| on\w+="/,
      name,
    )
    assert.doesNotMatch(html, /<(?:img|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="(?:https?:)?\/\//, name)
    assert.doesNotMatch(html, /undefined|\[object |NaN/, name)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    assert.deepEqual(ids, [...new Set(ids)], `${name}: an id stands once`)
  }
})

test('every link to a page keeps the language and the edition of the page it stands on', () => {
  for (const { name, html, language, textOnly } of everyPage) {
    const links = [...html.matchAll(/<(?:a|form)\b[^>]*(?:href|action)="(\/[^"]*)"[^>]*>/g)]
    assert.ok(links.length > 10, name)
    for (const [link, address = ''] of links) {
      // The ways to another language and to the other edition are meant to leave.
      if (link.includes('hreflang=') || isWayOut(html, link)) continue
      const { pathname, searchParams } = new URL(address.replaceAll('&amp;', '&'), 'https://lambda.example')
      const at = splitLanguage(pathname)
      if (!routeAt(at.path)?.speaks) continue
      assert.equal(at.language ?? 'en', language, `${name}: ${link}`)
      assert.equal(searchParams.has('text'), textOnly, `${name}: ${link}`)
    }
  }
})

test('every page says where it stands, in which other languages, and where its original is', () => {
  for (const { name, html, language } of everyPage) {
    const [, canonical] = /<link rel="canonical" href="([^"]+)">/.exec(html) ?? []
    const others = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)]
    if (/name="robots" content="noindex"/.test(html)) {
      assert.deepEqual([canonical, others.length], [undefined, 0], name)
      continue
    }
    // A story that stands here in other languages names those stories, and not the pages around this one.
    const tongues = /^story-report\b/.test(name) ? ['en', 'de', 'ar'] : network.languages
    assert.deepEqual(
      others.map(([, tag]) => tag),
      [...tongues, 'x-default'],
      name,
    )
    const own = others.find(([, tag]) => tag === language)?.[2]
    assert.equal(others.at(-1)?.[2], others[0]?.[2], name)
    assert.doesNotMatch(own ?? '', /[?&]text/, name)
    const isCopy = /"isBasedOn":/.test(html)
    if (isCopy) assert.ok(canonical && !canonical.startsWith('https://lambda.example'), name)
    else assert.equal(canonical, own, name)
    assert.match(html, /<meta property="og:title" content="[^"]+">/, name)
    assert.match(html, /<meta property="og:locale" content="[a-z]{2}_[A-Z]{2}">/, name)
  }
})

test('the text-only edition is words and links, and says no less', () => {
  for (const { name, html, textOnly } of everyPage) {
    const pictures = html.match(/<(?:img|svg|picture|video|audio)\b|rel="icon"|wire\.css|fonts-/g)
    if (textOnly) assert.equal(pictures, null, name)
    else assert.ok(pictures, name)
    // Without a stylesheet nothing else keeps them apart, or the mark of an item on the page.
    assert.doesNotMatch(html, /<\/span><a |<li [^>]*dir=/, name)
  }
  const [whole, words] = [false, true].map((textOnly) =>
    samplePages('en', { textOnly }).find(({ path }) => path.includes('/report')),
  )
  for (const said of [
    'letters nobody meant to keep',
    'Read the original',
    'CC\u00a0BY-SA\u00a04.0',
    'Achieng Wanjiru',
    'How it reached us',
  ])
    assert.ok(whole?.html.includes(said) && words?.html.includes(said), said)
  assert.match(words?.html ?? '', /The picture shows: <bdi>A crowd at dusk[^<]+<\/bdi><br><bdi>Volunteers outside/)
})

/** Pages that are a drawing, or a list of a thousand names. */
const heavy = /^(?:archive|story-long|members-(?:many-)?(?:map|kind|country)|members-many)/

// The tables of the great scripts' fonts belong to the fonts.
test('a page with its stylesheets weighs less than 20 KB on its way, in every script; what is drawn less than 40', () => {
  const rules = sheets.filter(({ name }) => !name.startsWith('fonts-'))
  const sizes = new Map(rules.map(({ name, css }) => [name, gzipSync(css((file) => `/assets/${file}`)).length]))
  for (const { name, html } of everyPage) {
    const linked = [...html.matchAll(/rel="stylesheet" href="\/assets\/(?!fonts-)([^"]+)"/g)].map(([, sheet = '']) =>
      sizes.get(sheet),
    )
    assert.ok(linked.length > 0 && linked.every((size) => size !== undefined), name)
    const bytes = linked.reduce((sum: number, size = 0) => sum + size, gzipSync(html).length)
    assert.ok(bytes < (heavy.test(name) ? 40_000 : 20_000), `${name} weighs ${bytes} bytes`)
  }
})

test('a member’s page has its feed, its site and its stories', () => {
  const [member] = members
  assert.ok(member)
  const page = memberPage(frame('/'), {
    ...barePortrait,
    member,
    stories: stories.slice(0, 1),
    more: true,
    isFirst: true,
  })
  assert.match(
    page,
    /<link rel="alternate" type="application\/atom\+xml" title="Border Rights Forum" href="\/members\/border-rights-forum\/feed\.atom">/,
  )
  assert.match(page, /Visit border-rights-forum\.example/)
  assert.match(page, /<a rel="next" href="\/members\/border-rights-forum\?before=\d+-0199/)
  const hostileMember = memberPage(frame('/'), {
    ...barePortrait,
    member: { ...member, name: '<i>', siteUrl: 'javascript:x' },
    stories: [],
    more: false,
    isFirst: true,
  })
  assert.doesNotMatch(hostileMember, /<i>|javascript:/)
})

test('a member with much tells it: other names, facts, homes with a mark where they link back, public contacts', () => {
  const [member] = members
  assert.ok(member)
  const page = memberPage(frame('/'), { ...fullPortrait, member, stories: [], more: false, isFirst: true })
  assert.match(page, /<bdi lang="ar" dir="rtl">منتدى حقوق الحدود<\/bdi>/)
  assert.match(page, /<a href="https:\/\/social\.example\/@border" rel="me">[\s\S]*?verified/)
  assert.match(page, /<a href="https:\/\/video\.example\/border-rights-forum" rel="nofollow ugc">/)
  assert.equal(page.match(/class="verified"/g)?.length, 1)
  const asWords = frame('/', { query: { text: '' } })
  const words = memberPage(asWords, { ...fullPortrait, member, stories: [], more: false, isFirst: true })
  assert.match(words, /verified<\/span> · <span class="soft address">/)
  assert.match(page, /href="mailto:press@border\.example"/)
  assert.match(page, /href="\/topics\/human-rights"/)
  const [, data = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? []
  const told = JSON.parse(data) as Record<string, unknown>
  assert.deepEqual(
    [told['@type'], told.sameAs, told.foundingDate],
    ['Organization', ['https://social.example/@border'], '1998'],
  )
  const hidden = { ...fullPortrait, profile: { ...fullPortrait.profile, placeShown: false } }
  assert.match(page, /Kisumu/)
  assert.doesNotMatch(memberPage(frame('/'), { ...hidden, member, stories: [], more: false, isFirst: true }), /Kisumu/)
})

test('the archive leads from years to a day', () => {
  const whole = archivePage(frame('/archive'), new Map([['2026-02-03', 3]]))
  assert.match(whole, /<a href="\/archive\/2026">2026<\/a>/)
  assert.match(whole, /<a href="\/archive\/2026\/02" title="February 2026: 3 stories">/)
  assert.match(
    archiveYearPage(frame('/'), '2026', [{ period: '2026-02', stories: 3 }]),
    /<a href="\/archive\/2026\/02"><span>February</,
  )
  const day = archiveDayPage(frame('/'), '2026-11-22', [report], false)
  assert.match(day, /<h1>Sunday, 22\u00a0November 2026<\/h1>/)
  assert.match(day, /<a href="\/archive\/2026\/11">November<\/a>/)
  assert.match(archiveDayPage(frame('/'), '2026-11-22', [], false), /Nothing was published on this day/)
})

test('corrections are told in their own words', () => {
  const page = correctionsPage(
    frame('/'),
    stories.filter((story) => story.change === 'correction'),
    false,
  )
  assert.match(
    page,
    /<b>Correction, <time [^>]+>22 Nov 2026, 13:41 UTC<\/time>\.<\/b> <span dir="auto">The first version named the wrong city\.<\/span>/,
  )
  assert.match(correctionsPage(frame('/'), [], false), /Nothing has been corrected so far/)
})

test('what is not here offers the day it would have been', () => {
  assert.match(
    notFoundPage(frame('/2013/09/02/x')),
    /<a href="\/archive\/2013\/09\/02">What was published on 2\u00a0September 2013<\/a>/,
  )
  assert.doesNotMatch(notFoundPage(frame('/2013/19/02/x')), /What was published on/)
  assert.doesNotMatch(notFoundPage(frame('/<script>alert(1)</script>')), /<script>/)
})

test('what was withdrawn says by whom; of what was killed not even that', () => {
  assert.match(
    gonePage(frame('/x'), withdrawn),
    /Its publisher, <a href="\/members\/casa-abierta"><bdi>Casa Abierta<\/bdi><\/a>, took it back/,
  )
  assert.match(gonePage(frame('/x'), withdrawn), /More from <bdi>Casa Abierta<\/bdi>/)
  const killed = gonePage(frame('/x'), { ...withdrawn, kind: 'kill' })
  assert.match(killed, /recalled on .* for law or safety/)
  assert.doesNotMatch(killed, /Casa Abierta|casa-abierta/)
})

test('a failure shows a number to quote, where to, and nothing of our inside', () => {
  const page = failedPage(frame('/topics'), 503, 'r-1f3c')
  assert.match(page, /<a href="\/topics">Try again<\/a>/)
  assert.match(page, /<li><a href="\/notice">Report a problem<\/a><\/li><\/ul><p class="mono">/)
  assert.match(page, /r-1f3c/)
  assert.match(page, /<p class="error">503</)
  assert.match(page, /noindex/)
})

test('the network tells where else it is, but follows no hostile address there', () => {
  assert.match(
    aboutPage(frame('/about'), { stories: 1, members: 2 }),
    /<a rel="me" href="https:\/\/social\.example\/@lambda"><bdi>Mastodon<\/bdi><\/a>/,
  )
  const forged = aboutPage(
    frame('/about', { of: { ...network, homes: [{ name: hostile.headline, url: 'javascript:x' }] } }),
    {
      stories: 1,
      members: 2,
    },
  )
  assert.doesNotMatch(forged, /javascript:|<script>alert/)
})

/** Whether a link in the foot leads to the other edition of this very page. */
function isWayOut(html: string, link: string): boolean {
  return network.languages.some((language) => {
    const t = messages(language, 'UTC')
    return [t('footer.text'), t('footer.whole')].some((words) => html.includes(`${link}${words}</a>`))
  })
}
