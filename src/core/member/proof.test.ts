import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  afterHomeLook,
  afterLook,
  covers,
  feedProves,
  fileProves,
  isOnSite,
  mailboxAt,
  pageProves,
  proofLine,
  proofRecord,
  recordsProve,
  siteAddress,
} from './proof.ts'

const token = 'aBcDeFgHiJkLmNoPqRsTuV'
const ours = 'https://wire.example/members/harbour-times'
const site = 'https://harbour.example/'
const page = (body: string) => `<!doctype html><html><head><title>Harbour</title></head><body>${body}</body></html>`

test('a page proves by a link that calls our page its own other face', () => {
  for (const link of [
    `<a rel="me" href="${ours}">wire</a>`,
    `<a href='${ours}/' REL="noopener ME nofollow">wire</a>`,
    `<link rel=me href=${ours}#top>`,
    '<base href="https://wire.example/"><a rel=me href="members/harbour-times">wire</a>',
  ])
    assert.ok(pageProves(page(link), site, [ours]), link)
})

test('a page proves nothing by what its visitors wrote, what nobody sees, and what leads elsewhere', () => {
  for (const link of [
    `<a href="${ours}">wire</a>`,
    `<a rel="me ugc" href="${ours}">by a visitor</a>`,
    `<a rel="meagre" href="${ours}">wire</a>`,
    `<!-- <a rel="me" href="${ours}">wire</a> -->`,
    `<script>'<a rel="me" href="${ours}">'</script>`,
    `<textarea><a rel="me" href="${ours}"></textarea>`,
    `<template><a rel="me" href="${ours}"></a></template>`,
    `&lt;a rel="me" href="${ours}"&gt;`,
    `<a rel="me" href="https://wire.example.evil.example/members/harbour-times">wire</a>`,
    `<a rel="me" href="https://evil.example/?to=${ours}">wire</a>`,
    `<a rel="me" href="${ours}-too">wire</a>`,
    `<p title='<a rel="me" href="${ours}">'>`,
  ])
    assert.ok(!pageProves(page(link), site, [ours]), link)
})

test('a page made to break its reader is read to an end', () => {
  assert.ok(!pageProves('<div>'.repeat(200_000) + page(`<a rel="me" href="${ours}">`), site, [ours]))
  assert.ok(!pageProves('<a rel="me" href="http://[">', site, [ours]))
  assert.ok(!pageProves('\0<a rel="', 'no address', [ours]))
})

test('a file proves by a line of its own in plain text; a page that answers for every address does not', () => {
  assert.ok(fileProves(`# two networks\r\n${proofLine('another')}\r\n  ${proofLine(token)}  \r\n`, token))
  for (const text of [
    token,
    `see ${proofLine(token)}`,
    `${proofLine(token)}x`,
    page(`<pre>\n${proofLine(token)}\n</pre>`),
    `  <p>\n${proofLine(token)}\n`,
    '',
  ])
    assert.ok(!fileProves(text, token), text)
})

test('a record proves when all of it is the token, in however many pieces it comes', () => {
  assert.ok(recordsProve([['v=spf1 -all'], ['wireroom-proof=', token]], token))
  assert.ok(!recordsProve([[`x ${proofLine(token)}`], []], token))
  assert.equal(proofRecord('https://www.harbour.example/en/'), '_wireroom.harbour.example')
  assert.equal(proofRecord('https://192.0.2.7/'), undefined)
  assert.equal(proofRecord('https://[2001:db8::1]/'), undefined)
})

test('a feed proves around its items or in one of its own, never by what it carries for others', () => {
  const url = 'https://harbour.example/feed'
  const item = (link: string | undefined) => ({ url: link, raw: `<item>${proofLine(token)}</item>` })
  assert.ok(feedProves({ url, frame: `<channel><wireroom>${proofLine(token)}</wireroom>`, items: [] }, token))
  assert.ok(feedProves({ url, frame: '', items: [item('https://www.harbour.example/one')] }, token))
  assert.ok(!feedProves({ url, frame: '', items: [item('https://blog.example/one'), item(undefined)] }, token))
  const comments = 'https://harbour.example/comments/feed'
  assert.ok(!feedProves({ url: comments, frame: '', items: [item('https://harbour.example/one#c1')] }, token))
})

test('a proof speaks for as much as whoever made it must keep', () => {
  const proof = (way: 'file' | 'rel-me' | 'feed', address: string, seen = address) => ({ way, address, seen })
  assert.ok(covers(proof('file', 'https://harbour.example/en'), 'https://www.harbour.example/rss.xml'))
  assert.ok(!covers(proof('file', 'https://harbour.example/'), 'https://harbour.example.evil.example/'))
  assert.ok(!covers(proof('file', 'https://harbour.example/'), 'https://harbour.example:8443/'))
  assert.ok(!covers(proof('file', 'https://blogs.example/'), 'https://anna.blogs.example/'))
  assert.ok(covers(proof('rel-me', 'https://blogs.example/@anna'), 'https://blogs.example/@anna/feed'))
  for (const other of ['@annabel/feed', '@ben/feed', ''])
    assert.ok(!covers(proof('rel-me', 'https://blogs.example/@anna'), `https://blogs.example/${other}`), other)
  assert.ok(!covers(proof('rel-me', 'https://blogs.example/?u=anna'), 'https://blogs.example/feed'))
  assert.ok(covers(proof('rel-me', 'https://harbour.example/index.html'), 'https://harbour.example/feed'))
  assert.ok(
    covers(proof('feed', 'https://harbour.example/', 'https://blogs.example/a/feed'), 'https://blogs.example/a/feed'),
  )
  assert.ok(!covers(proof('feed', 'https://blogs.example/a/feed'), 'https://blogs.example/a/feed/all'))
  assert.ok(isOnSite('https://blogs.example/anna/', 'https://blogs.example/anna/rss'))
  assert.ok(!isOnSite('https://blogs.example/anna/', 'https://blogs.example/ben/rss'))
  assert.ok(!isOnSite(null, 'https://blogs.example/'))
})

test('mail proves only where the mailbox is at the very host, and where not anybody gets one', () => {
  assert.equal(mailboxAt('news', 'https://www.harbour.example/'), 'news@harbour.example')
  assert.equal(mailboxAt('Anna@Harbour.example', site), 'Anna@harbour.example')
  for (const typed of [
    'anna@evil.example',
    'anna@mail.harbour.example',
    'a@evil.example,b@harbour.example',
    'x\r\nBcc: y@evil.example@harbour.example',
    'harbour.example@evil.example',
    '',
    '@harbour.example',
  ])
    assert.equal(mailboxAt(typed, site), undefined, typed)
  assert.equal(mailboxAt('news', 'https://gmail.com/'), undefined)
  assert.equal(mailboxAt('news', 'https://192.0.2.7/'), undefined)
  for (const host of ['yahoo.co.uk', 'hotmail.fr', 'live.com.mx', 'gmx.at', 'outlook.es', 'yandex.by'])
    assert.equal(mailboxAt('me', `https://${host}/`), undefined, host)
  assert.equal(mailboxAt('news', 'https://live.harbour.example/'), 'news@live.harbour.example')
})

test('what is typed becomes a site, or nothing', () => {
  assert.equal(siteAddress(' Harbour.example '), site)
  assert.equal(siteAddress('http://harbour.example/feed#x'), 'http://harbour.example/feed')
  for (const typed of ['', 'harbour', 'ftp://harbour.example', 'javascript:alert(1)', 'https://a:b@harbour.example'])
    assert.equal(siteAddress(typed), undefined, typed)
})

test('two looks that find nothing end a proof; a silent site lapses after a month, and comes back when it is seen', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 10, n))
  const fresh = { failures: 0, failingSince: null, lapsedAt: null }
  const once = afterLook(fresh, 'gone', day(1))
  assert.deepEqual([once.lapsedAt, once.nextCheckAt], [null, day(4)])
  assert.deepEqual(afterLook(once, 'gone', day(4)).lapsedAt, day(4))
  const silent = afterLook(afterLook(fresh, 'silent', day(1)), 'silent', day(4))
  assert.deepEqual([silent.lapsedAt, silent.failures], [null, 0])
  const long = afterLook(silent, 'silent', day(31))
  assert.deepEqual(long.lapsedAt, day(31))
  assert.deepEqual(afterLook(long, 'seen', day(40)), { ...fresh, nextCheckAt: day(70) })
})

test('a home is verified once its link back is seen; before that nothing lapses, after that what is gone does', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 10, n))
  const fresh = { failures: 0, failingSince: null, lapsedAt: null, verifiedAt: null }
  const still = afterHomeLook(afterHomeLook(fresh, 'gone', day(1)), 'gone', day(5))
  assert.deepEqual(still, { ...fresh, nextCheckAt: new Date(day(5).getTime() + 30 * 86_400_000) })
  const seen = afterHomeLook(still, 'seen', day(6))
  assert.deepEqual(seen.verifiedAt, day(6))
  assert.deepEqual(afterHomeLook(seen, 'seen', day(7)).verifiedAt, day(6))
  const once = afterHomeLook(seen, 'gone', day(8))
  assert.deepEqual([once.lapsedAt, once.nextCheckAt], [null, day(11)])
  const lapsed = afterHomeLook(once, 'gone', day(11))
  assert.deepEqual([lapsed.lapsedAt, lapsed.verifiedAt], [day(11), day(6)])
  const again = afterHomeLook(lapsed, 'seen', day(20))
  assert.deepEqual([again.lapsedAt, again.verifiedAt], [null, day(20)])
})
