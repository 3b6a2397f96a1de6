import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frame, samplePages } from '../../test/support/sample-pages.ts'
import {
  emptyNetwork,
  hostile,
  members,
  network,
  report,
  stories,
  withdrawn,
  years,
} from '../../test/support/samples.ts'
import { aboutPage } from './about.ts'
import { archiveDayPage, archivePage, archiveYearPage } from './archive.ts'
import { correctionsPage } from './corrections.ts'
import { failedPage, gonePage, notFoundPage } from './errors.ts'
import { memberPage, membersPage } from './members.ts'

test('every page: one heading of the first rank, a title, a language, no inline style, script or foreign request', () => {
  for (const { name, html } of samplePages()) {
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, name)
    assert.match(html, /<html lang="\w+" dir="(?:ltr|rtl)">/, name)
    assert.doesNotMatch(html, / style="|<style|<script(?! type="application\/ld\+json")| on\w+="/, name)
    assert.doesNotMatch(html, /<(?:img|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="(?:https?:)?\/\//, name)
    assert.doesNotMatch(html, /undefined|\[object |NaN/, name)
  }
})

test('members are listed with what they are; a country only where it was chosen', () => {
  const page = membersPage(
    frame('/members'),
    members.map((member, i) => ({ member, stories: i })),
  )
  assert.match(page, /Newspaper · Kenya · 1 story/)
  assert.match(page, /Organisation · nothing yet/)
  assert.match(membersPage(frame('/members', emptyNetwork), []), /The network has no members yet/)
})

test('a member without a logo has a mark of its own, in any script', () => {
  const page = membersPage(
    frame('/members'),
    members.map((member) => ({ member, stories: 1 })),
  )
  for (const initial of ['B', 'Р', 'ن', '虹', 'P'])
    assert.match(page, new RegExp(`<text[^>]*>${initial}</text>`), initial)
})

test('a member’s page has its feed, its site and its stories', () => {
  const [member] = members
  assert.ok(member)
  const page = memberPage(frame('/'), { member, stories: stories.slice(0, 1), more: true, isFirst: true })
  assert.match(
    page,
    /<link rel="alternate" type="application\/atom\+xml" title="Border Rights Forum" href="\/members\/border-rights-forum\/feed\.atom">/,
  )
  assert.match(page, /Visit border-rights-forum\.example/)
  assert.match(page, /<a rel="next" href="\/members\/border-rights-forum\?before=\d+-0199/)
  const hostileMember = memberPage(frame('/'), {
    member: { ...member, name: '<i>', siteUrl: 'javascript:x' },
    stories: [],
    more: false,
    isFirst: true,
  })
  assert.doesNotMatch(hostileMember, /<i>|javascript:/)
})

test('the archive leads from years to a day', () => {
  assert.match(archivePage(frame('/archive'), years), /<a href="\/archive\/2026"><span>2026<\/span>/)
  assert.match(
    archiveYearPage(frame('/'), '2026', [{ period: '2026-02', stories: 3 }]),
    /<a href="\/archive\/2026\/02"><span>February<\/span>/,
  )
  const day = archiveDayPage(frame('/'), '2026-11-22', [report], false)
  assert.match(day, /<h1>Sunday, 22 November 2026<\/h1>/)
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
    /<b>Correction, <time [^>]+>22 Nov 2026, 13:20 UTC<\/time>\.<\/b> <span dir="auto">The first version named the wrong city\.<\/span>/,
  )
  assert.match(correctionsPage(frame('/'), [], false), /Nothing has been corrected so far/)
})

test('what is not here offers the day it would have been', () => {
  assert.match(
    notFoundPage(frame('/2013/09/02/x')),
    /<a href="\/archive\/2013\/09\/02">what was published on 2 September 2013<\/a>/,
  )
  assert.doesNotMatch(notFoundPage(frame('/2013/19/02/x')), /what was published on/)
  assert.doesNotMatch(notFoundPage(frame('/<script>alert(1)</script>')), /<script>/)
})

test('what was withdrawn says by whom; of what was killed not even that', () => {
  assert.match(
    gonePage(frame('/x'), withdrawn),
    /Its publisher, <a href="\/members\/casa-abierta"><bdi>Casa Abierta<\/bdi><\/a>, took it back/,
  )
  const killed = gonePage(frame('/x'), { ...withdrawn, kind: 'kill' })
  assert.match(killed, /recalled on .* for law or safety/)
  assert.doesNotMatch(killed, /Casa Abierta|casa-abierta/)
})

test('a failure shows a number to quote and nothing of our inside', () => {
  const page = failedPage(frame('/'), 503, 'r-1f3c')
  assert.match(page, /r-1f3c/)
  assert.match(page, /<p class="error">503</)
  assert.match(page, /noindex/)
})

test('the network tells where else it is, but follows no hostile address there', () => {
  assert.match(
    aboutPage(frame('/about'), { stories: 1, members: 2 }),
    /<a rel="me" href="https:\/\/social\.example\/@lambda">Mastodon<\/a>/,
  )
  const forged = aboutPage(frame('/about', { ...network, homes: [{ name: hostile.headline, url: 'javascript:x' }] }), {
    stories: 1,
    members: 2,
  })
  assert.doesNotMatch(forged, /javascript:|<script>alert/)
})
