import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readRobots } from './robots.ts'

const allowed = (text: string, path: string, agent = 'Wireroom') => readRobots(text).allows(agent, path)

test('a program keeps to the rules in its own name, else to those for all', () => {
  const text = 'User-agent: *\nDisallow: /\n\nUser-agent: wireroom\nUser-agent: other\nDisallow: /private\n'
  assert.equal(allowed(text, '/news'), true)
  assert.equal(allowed(text, '/private/1'), false)
  assert.equal(allowed(text, '/private/1', 'Other'), false)
  assert.equal(allowed(text, '/news', 'FeedReader'), false)
})

test('groups in one name are one group, and a version behind the name does not matter', () => {
  const text =
    'User-agent: Wireroom/1.0\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUSER-AGENT: wireroom\nDisallow: /b\n'
  assert.equal(allowed(text, '/a'), false)
  assert.equal(allowed(text, '/b'), false)
  assert.equal(allowed(text, '/c'), true)
})

test('the longest rule counts, and of two as long the one that allows', () => {
  const text = 'User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /same\nAllow: /same\n'
  assert.equal(allowed(text, '/news/closed'), false)
  assert.equal(allowed(text, '/news/open/1'), true)
  assert.equal(allowed(text, '/same'), true)
})

test('a star stands for anything, a dollar for the end', () => {
  const text = 'User-agent: *\nDisallow: /*.php$\nDisallow: /a/*/c\nDisallow: /exact$\n'
  assert.equal(allowed(text, '/x/index.php'), false)
  assert.equal(allowed(text, '/x/index.php?page=2'), true)
  assert.equal(allowed(text, '/a/b/b/c/d'), false)
  assert.equal(allowed(text, '/a/c'), true)
  assert.equal(allowed(text, '/exact'), false)
  assert.equal(allowed(text, '/exactly'), true)
})

test('a path is the same however it is escaped', () => {
  const text = 'User-agent: *\nDisallow: /caf%c3%a9\nDisallow: /über\nDisallow: /%61bc\n'
  assert.equal(allowed(text, '/café'), false)
  assert.equal(allowed(text, '/caf%C3%A9/x'), false)
  assert.equal(allowed(text, '/%C3%BCber'), false)
  assert.equal(allowed(text, '/abc'), false)
})

test('comments, empty rules, unknown lines and every kind of line end are read over', () => {
  const text =
    '\ufeff# hello\rUser-agent: * # all\r\nCrawl-delay: 9\nDisallow:\nSitemap: https://x.example/s.xml\nDisallow: /x # no'
  assert.equal(allowed(text, '/y'), true)
  assert.equal(allowed(text, '/x'), false)
  assert.equal(allowed('', '/x'), true)
  assert.equal(allowed('Disallow: /x', '/x'), true)
  assert.equal(allowed('User-agent: *\nDisallow: /', '/robots.txt'), true)
})

test('whatever is in a robots.txt, it is read', () => {
  const lines = fc.constantFrom('User-agent: ', 'Allow: ', 'Disallow: ', 'x: ')
  const text = fc
    .array(fc.tuple(lines, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 30 })
    .map((rows) => rows.map(([key, value]) => key + value).join('\n'))
  fc.assert(fc.property(text, fc.webPath(), (robots, path) => typeof allowed(robots, `/${path}`) === 'boolean'))
})

test('a rule of nothing but stars costs no more than its length', () => {
  const text = `User-agent: *\nDisallow: /${'*a'.repeat(900)}b$\n`
  assert.equal(allowed(text, `/${'a'.repeat(50_000)}`), true)
})
