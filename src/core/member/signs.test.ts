import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isHard, isSameSite, likeness, type Others, shingles, signsOf } from './signs.ts'

const english =
  'We are a small monthly magazine about housing and the people who live in it, written by tenants for tenants since 2009, and we would like to share our reports.'
const russian =
  'Мы небольшой независимый журнал о жизни в северных городах, пишем о людях, которых не видно в новостях, и хотим делиться репортажами.'
const chinese =
  '我们是一家独立的小型杂志，报道北方城市里人们的日常生活，关注新闻中看不见的人群，希望与大家分享我们的报道、采访、摄影作品和评论文章，也希望读到别人的故事。'
const arabic =
  'نحن مجلة صغيرة مستقلة تكتب عن الحياة في المدن الساحلية وعن الناس الذين لا تراهم نشرات الأخبار ونود أن نشارك تقاريرنا'
const nobody: Others = { refused: [], applicants: [], members: [] }
const applying = { words: english, siteUrl: 'https://tenants.example/', feedUrl: 'https://tenants.example/feed' }
const codes = (words: string, others: Partial<Others> = {}) =>
  signsOf({ ...applying, words }, { ...nobody, ...others }).map(({ code }) => code)

test('words of a refused application are known again in every script, also when a name in them is another', () => {
  for (const words of [english, russian, chinese, arabic]) {
    const refused = [
      {
        id: 'other',
        name: 'Other',
        words: 'Quite another text about rivers, boats, and the harbours between them; nothing of the kind.',
      },
      { id: 'same', name: 'Same', words: `The Best Gazette. ${words.toUpperCase()}` },
    ]
    const [sign] = signsOf({ ...applying, words }, { ...nobody, refused })
    assert.ok(sign?.code === 'like-refused' && sign.application === 'same' && sign.percent > 90, words)
    assert.ok(isHard(sign))
  }
})

test('texts of one language and one trade are no copies of each other', () => {
  const other =
    'A monthly magazine of the trans community in the south: reports, interviews and letters since 2012. We would like to share our news with others and to read theirs.'
  assert.deepEqual(codes(english, { refused: [{ id: 'x', name: 'X', words: other }] }), [])
  assert.deepEqual(codes('We publish news.', { refused: [{ id: 'x', name: 'X', words: 'We publish news.' }] }), [])
})

test('likeness is the same both ways, whole for a text and itself, and none for what says too little', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 0, maxLength: 400 }), fc.string({ minLength: 0, maxLength: 400 }), (a, b) => {
      const [one, two] = [shingles(a), shingles(b)]
      const share = likeness(one, two)
      assert.ok(share >= 0 && share <= 1)
      assert.equal(share, likeness(two, one))
      assert.equal(likeness(one, one), one.size < 40 ? 0 : 1)
    }),
  )
})

test('one host is one site, unless both name a place of their own on it', () => {
  assert.ok(isSameSite('https://www.harbour.example/', 'http://harbour.example/en/news'))
  assert.ok(isSameSite('https://platform.example/Harbour', 'https://platform.example/harbour/about'))
  assert.ok(!isSameSite('https://platform.example/harbour', 'https://platform.example/lantern'))
  assert.ok(!isSameSite('https://a.harbour.example', 'https://b.harbour.example'))
  assert.ok(!isSameSite('', 'https://b.harbour.example'))
})

test('whose site is that of others is told who they are; that of a refused one weighs', () => {
  const siteUrl = 'https://tenants.example/about'
  const applicants = [
    { id: 'a', name: 'A', siteUrl, refused: false },
    { id: 'b', name: 'B', siteUrl, refused: true },
  ]
  const signs = signsOf(applying, { ...nobody, applicants, members: [{ slug: 'm', name: 'M', siteUrl }] })
  assert.deepEqual(
    signs.map((sign) => [sign.code, isHard(sign)]),
    [
      ['site-of-member', false],
      ['site-of-applicant', false],
      ['site-of-applicant', true],
    ],
  )
})

test('links in numbers or written for search engines are told; what they sell weighs, and only on a link', () => {
  assert.deepEqual(codes('See https://tenants.example and www.tenants.example/about.'), [])
  assert.deepEqual(codes('https://a.example https://b.example [c](https://c.example)'), ['links'])
  assert.deepEqual(codes('<a href="https://a.example">us</a>'), ['links'])
  for (const words of [
    'Read [best online casino](https://a.example)',
    'https://kazino.example/казино',
    '<a href="https://a.example">Payday Loans</a>',
    '[url=https://a.example]赌场[/url]',
    'https://a.example/apuestas-deportivas',
    '[مراهنات](https://a.example)',
  ])
    assert.ok(codes(words).includes('commerce'), words)
  assert.deepEqual(codes('We report on casinos, escort agencies and payday loans: https://tenants.example/casino'), [
    'commerce',
  ])
  assert.deepEqual(codes('We report on casinos, escort agencies and payday loans.'), [])
})

test('no site and no feed are told, and weigh nothing', () => {
  const siteless = signsOf({ ...applying, siteUrl: null, feedUrl: null }, nobody)
  assert.deepEqual(siteless, [{ code: 'no-site' }])
  assert.deepEqual(signsOf({ ...applying, feedUrl: null }, nobody), [{ code: 'no-feed' }])
  assert.deepEqual(signsOf({ ...applying, feedUrl: null, seen: 'unread' }, nobody), [{ code: 'site-unread' }])
  assert.ok(!siteless.some(isHard))
})

test('hostile words are read in no time', () => {
  const began = process.cpuUsage().user
  for (const piece of ['<a ', '[', '[a](', '[url', 'https://', 'www.', 'e\u0301\u0301\u0301'])
    signsOf(
      { ...applying, words: piece.repeat(200_000) },
      { ...nobody, refused: [{ id: 'x', name: '', words: piece.repeat(200_000) }] },
    )
  assert.ok(process.cpuUsage().user - began < 3_000_000)
})
