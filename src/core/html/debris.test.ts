import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markup } from '../../../test/support/markup.ts'
import { removeDebris } from './debris.ts'
import { linesOf } from './lines.ts'
import { repeatedCredits } from './repeated-credits.ts'
import { sanitise } from './sanitise.ts'
import { plainText } from './text.ts'

const clean = (html: string) => removeDebris(sanitise(html, { base: 'https://paper.example/' }))
const story = '<a href="https://paper.example/x">X</a>'
const paper = '<a href="https://paper.example/">The Paper</a>'

test('the empty credit of the old network is gone', () => {
  const credit =
    '<p>Nine organisations ask.</p><p></p><center>The post appeared first on <a title="" href="" target="_blank"></a>.</center>'
  assert.deepEqual(clean(credit), { html: '<p>Nine organisations ask.</p>' })
})

test('a credit line is read as a fact and removed, in the languages of our feeds', () => {
  for (const line of [
    `The post ${story} appeared first on ${paper}.`,
    `This article ${story} was originally published in ${paper}`.replace(` ${story}`, ''),
    `La entrada ${story} se publicó primero en ${paper}.`,
    `La entrada ${story} apareció primero en ${paper}.`,
    `L’article ${story} est apparu en premier sur ${paper}.`,
    `Der Beitrag ${story} erschien zuerst auf ${paper}.`,
    `Dieser Artikel ist zuerst bei ${paper} erschienen.`,
    `O post ${story} apareceu primeiro em ${paper}.`,
    `L'articolo ${story} proviene da ${paper}.`,
    `Het bericht ${story} verscheen eerst op ${paper}.`,
    `Сообщение ${story} появились сначала на ${paper}.`,
    `Запись ${story} впервые появилась в ${paper}.`,
    `Запис ${story} спершу з’явився на ${paper}.`,
    `ظهرت المقالة ${story} أولاً على ${paper}.`,
    `הפוסט ${story} הופיע לראשונה ב-${paper}.`,
    `نوشته ${story} اولین بار در ${paper} پدیدار شد.`,
    `投稿 ${story} は ${paper} に最初に表示されました。`,
    `${story}最先出现在${paper}。`,
    `${story} 게시물이 ${paper}에 처음 등장했습니다.`,
    `Artykuł ${story} pochodzi z serwisu ${paper}.`,
    `${story} yazısı ilk önce ${paper} üzerinde ortaya çıktı.`,
    `Inlägget ${story} dök först upp på ${paper}.`,
    `Indlægget ${story} blev først udgivet på ${paper}.`,
    `Innlegget ${story} dukket først opp på ${paper}.`,
    `Artikkeli ${story} julkaistiin ensimmäisen kerran ${paper}.`,
    `Příspěvek ${story} se nejdříve objevil na ${paper}.`,
    `Articolul ${story} apare prima dată în ${paper}.`,
    `Το άρθρο ${story} εμφανίστηκε πρώτα στο ${paper}.`,
    `L’entrada ${story} ha aparegut primer a ${paper}.`,
    `Postingan ${story} pertama kali tampil pada ${paper}.`,
    `Bài viết ${story} đã xuất hiện đầu tiên vào ngày ${paper}.`,
    `A(z) ${story} bejegyzés először ${paper}-én jelent meg.`,
  ])
    for (const html of [`<p>Text.</p><p>${line}</p>`, `<p>Text.</p><hr><div><em>${line}</em></div><p>&nbsp;</p>`]) {
      const { html: rest, creditLine } = clean(html)
      assert.equal(rest, '<p>Text.</p>', html)
      assert.equal(creditLine?.publisher, 'The Paper', html)
      assert.equal(creditLine?.url, 'https://paper.example/', html)
      if (line.includes('>X<')) assert.equal(creditLine?.original, 'https://paper.example/x', html)
    }
})

test('a credit line is found before the text, in the middle, at the end of a paragraph, and without links', () => {
  for (const html of [
    `<p><i>This story first appeared in ${paper}.</i></p><p>Text.</p>`,
    `<p>Text.</p><p>The post ${story} appeared first on ${paper}.</p><p></p>`,
    `<p>Text. The post ${story} appeared first on ${paper}.</p>`,
    `<p>Text. <em>The post ${story} appeared first on ${paper}.</em></p>`,
    `<p>Text.<br><br>The post ${story} appeared first on ${paper}.</p>`,
    '<p>Text. The post Mr. Y wins! appeared first on The Paper.</p>',
    'Text. The post X appeared first on The Paper.',
  ]) {
    const { html: rest, creditLine } = clean(html)
    assert.equal(plainText(rest), 'Text.', html)
    assert.equal(creditLine?.publisher, 'The Paper', html)
  }
  assert.equal(
    clean(`<p>One.</p><p>The post ${story} appeared first on ${paper}.</p><p>About us: we write.</p>`).html,
    '<p>One.</p><p>About us: we write.</p>',
  )
})

test('what a line kept apart stays apart', () => {
  assert.equal(clean(`One.<p>The post ${story} appeared first on ${paper}.</p>Two.`).html, 'One.<br>Two.')
  assert.equal(clean(`<b>One.</b><p>The post appeared first on .</p><i>Two.</i>`).html, '<b>One.</b><br><i>Two.</i>')
})

test('"read more" is removed, and where it led is kept', () => {
  const link = (words: string) => `<a href="https://paper.example/x">${words}</a>`
  for (const words of [
    ...[
      'Read more',
      'Continue reading “X” →',
      'Read the full story at The Paper',
      'To read this article in full, please click here',
    ],
    ...[
      'Seguir leyendo',
      'Leer más »',
      'Lire la suite',
      'Weiterlesen …',
      'Ler mais',
      'Leggi tutto',
      'Lees verder',
      'Читать далее →',
    ],
    ...[
      'Читати далі',
      'اقرأ المزيد',
      'קרא עוד',
      'ادامه مطلب',
      '続きを読む',
      '阅读更多',
      '继续阅读 X',
      '계속 읽기',
      'Czytaj dalej',
      'Devamını oku',
    ],
    ...[
      'Läs mer',
      'Les mer',
      'Læs mere',
      'Lue lisää',
      'Číst dál',
      'Citește mai mult',
      'Διαβάστε περισσότερα',
      'Baca selengkapnya',
    ],
  ])
    for (const html of [
      `<p>Text and</p><p>${link(words)}</p>`,
      `<p>Text and ${link(words)}</p>`,
      `<p>Text and [&hellip;] <b>[${link(words)}]</b></p>`,
    ]) {
      const { html: rest, readMore } = clean(html)
      assert.match(rest, /^<p>Text and ?…?<\/p>$/, html)
      assert.equal(readMore, 'https://paper.example/x', html)
    }
  assert.equal(clean('<p>And so on [&#8230;]</p>').html, '<p>And so on…</p>')
})

test('share bars and links to comments and feeds go', () => {
  const share = '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a>'
  for (const debris of [
    '<p>Share this:</p><ul><li><a href="https://twitter.com/intent/tweet?url=x">Click to share on Twitter (Opens in new window)</a></li></ul>',
    `<p>${share} <a href="mailto:?subject=x">Email</a></p>`,
    '<p>Share | Tweet | Print</p>',
    '<p>Teilen</p><p>Facebook Twitter WhatsApp</p>',
    '<p><a href="/x#comments">12 Comments</a></p>',
    '<p><a href="/x#respond">Deja un comentario</a> | </p>',
    '<p><a href="/feed">Subscribe to our RSS feed</a></p>',
    '<p>* * *</p><p><a href="/x">★</a></p>',
  ])
    assert.equal(clean(`<p>Text.</p>${debris}`).html, '<p>Text.</p>', debris)
  assert.equal(
    clean(`<p>${share}</p><p>Text.</p><p>${share}</p><p>More text.</p>`).html,
    '<p>Text.</p><p>More text.</p>',
  )
})

test('what only looks like debris stays', () => {
  for (const text of [
    '<p>Text.</p><p>About Us: we help.</p>',
    '<p>Text.</p><p>Helpline: <a href="tel:123" rel="nofollow noopener ugc">123</a></p>',
    '<p>Text.</p><p>Content warning: this story speaks of violence.</p>',
    '<p>Text.</p><p>Contact: press@paper.example</p>',
    '<p>More people came than ever.</p>',
    '<p>Her memoir was first published in Paris by a small press.</p>',
    '<p>This story was first published in March 2020.</p>',
    '<p>Text.</p><p>Source: the ministry.</p>',
    '<p>Text.</p><p>The report first appeared in The Times.</p><p>Text.</p>',
    '<p>Texto.</p><p>La noticia apareció primero en El Diario.</p><p>Texto.</p>',
    '<p>Read more about it in the book, she said. It is out.</p>',
    '<p>The post office is closed. The sign appeared first.</p>',
    '<p>A</p><table><tbody><tr><td>b</td></tr></tbody></table>',
    '<ul><li>one</li></ul>',
    '<p>The Signal and the X, by post.</p>',
    '<p>قراءة الكتاب ممتعة للجميع في كل مكان.</p>',
    '<p>Text 👍</p>',
    '<p>Text.</p><p>🏳️‍🌈</p>',
  ])
    assert.equal(clean(text).html, text)
})

test('a credit in the source’s own words is known by repetition, and only what speaks of a source goes', () => {
  const about =
    '<p>About The Network: <a href="https://n.example/" rel="nofollow noopener ugc">who we are</a>.</p><p>If you need support, call 0800 123 456.</p><p>Content warning: published in full.</p>'
  const item = (n: number) => ({
    title: `Story number ${n}`,
    html: sanitise(
      `<p>Text ${n}.</p><p>Source: <a href="https://p${n}.example/">Paper ${n}</a></p>${about}<p>© 2026 The Network</p>`,
    ),
  })
  const told = removeDebris(item(3).html, repeatedCredits(() => [1, 2, 3, 4].map(item))('Story number 3'))
  assert.equal(told.html, `<p>Text 3.</p>${about}`)
  assert.deepEqual(told.creditLine, { publisher: 'Paper 3', url: 'https://p3.example/' })

  assert.equal(
    removeDebris(item(1).html, repeatedCredits(() => [1, 2].map(item))('')).html,
    item(1).html,
    'two are chance',
  )
  assert.equal(removeDebris(item(1).html).html, item(1).html, 'one is nothing')
})

test('samples are asked for where a line may be a credit line of its source, and once', () => {
  let asked = 0
  const recognise = repeatedCredits(() => {
    asked += 1
    return []
  })('')
  removeDebris(sanitise('<p>The ferry sails again.</p><p>It was frozen for weeks.</p>'), recognise)
  assert.equal(asked, 0)
  for (const name of ['Other Paper', 'Third Paper'])
    removeDebris(
      sanitise(`<p>The ferry sails again.</p><p>Source: <a href="https://o.example/">${name}</a></p>`),
      recognise,
    )
  assert.equal(asked, 1)
})

test('hostile lengths end', () => {
  for (const html of [
    `<p>${' '.repeat(200_000)}x</p><p>The post appeared first on .</p>`,
    `<p>${'The post appeared first. '.repeat(20_000)}</p>`,
    '<p>the post post appeared post appeared post appeared post appeared</p>'.repeat(2_000),
    `<p>${'<b>x</b> '.repeat(20_000)}<a href="https://a.example/">Read more</a></p>`,
    'x<br>'.repeat(20_000) + 'Share<br>'.repeat(20_000),
  ])
    assert.ok(clean(html).html.length < html.length + 100)
})

test('whatever comes: cleaning again changes nothing, and no line is made up', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(markup('sound'), fc.constantFrom(...scraps)), { maxLength: 6 }), (parts) => {
      const safe = sanitise(parts.join(''))
      const { html } = removeDebris(safe)
      assert.equal(sanitise(html), html)
      const before = plainText(safe).replace(/\s+/g, ' ')
      for (const line of linesOf(html))
        assert.ok(before.includes(line.text.replace(/…$/, '').slice(0, 40).trim()), line.text)
    }),
    { numRuns: 1_000, seed: 2026 },
  )
})
const scraps = [
  `<p>The post ${story} appeared first on ${paper}.</p>`,
  '<p>Text. <b><a href="https://a.example/">Read more</a></b></p>',
  '<div><ul><li>Share</li><li>Tweet</li></ul></div>',
  'Text [&hellip;]<br>',
  '<p>and <i>so <br> on. The post appeared first on .</i></p>',
]
