/**
 * Documents made to hurt. Each repeats one thing a million letters long: a reader whose time grows with the square of
 * the length would still be at the first when the run gives up.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read.ts'

const length = 1_000_000
const repeated = (piece: string) => piece.repeat(Math.ceil(length / piece.length))
const numbered = (piece: (n: number) => string) =>
  Array.from({ length: Math.ceil(length / piece(1).length) }, (_, n) => piece(n)).join('')
const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`
const item = (inside: string) => rss(`<item>${inside}</item>`)
const cdata = (inside: string) => item(`<description><![CDATA[${inside}]]></description>`)

const documents: Readonly<Record<string, () => string>> = {
  'tags that open and never close': () => rss(repeated('<item><media:group><b>')),
  'tags that close what is not open': () => item(repeated('</a></b></item2>')),
  'the less-than and nothing else': () => repeated('<'),
  'references that are none': () => item(`<title>${repeated('&abc &;&#')}</title>`),
  'one attribute after the other': () => rss(`<item ${numbered((n) => `a${n}="b" `)}/>`),
  'quotes that are not closed': () => rss(repeated('<item a="b\n')),
  'namespaces declared anew by every item': () =>
    `<rss ${numbered((n) => `xmlns:a${n}="u${n}" `)}><channel>${numbered((n) => `<item xmlns:b="u${n}"/>`)}</channel></rss>`,
  'a namespace of slashes': () => `<rss xmlns="${repeated('/')}x"/>`,
  'CDATA without end': () => rss(repeated('<item><title><![CDATA[')),
  'entities without end': () => `<!DOCTYPE rss [${repeated('<!ENTITY a "')}`,
  'markup escaped beside markup': () => cdata(repeated('<code>&lt;p&gt;<p>&lt;a b=&quot;')),
  'declarations that are none': () => cdata(repeated('<!<![CDATA[<!doctype')),
  'tags in a title': () => item(`<title><![CDATA[${repeated('<a b="<!--<script>')}]]></title>`),
  'pictures without number': () => item(`<media:group>${repeated('<media:content url="a"/>')}</media:group>`),
  'categories and people without number': () => item(numbered((n) => `<category>${n}</category><author>${n}</author>`)),
  'dates without number': () => rss(repeated('<item><pubDate>1 2 3 4 5</pubDate><dc:date>soon</dc:date></item>')),
  'an address of letters and at-signs': () => item(`<author>${repeated('a@')}</author><link>${repeated('a.')}</link>`),
  'JSON that goes ever deeper': () => repeated('{"items":['),
  'JSON that breaks off in a string': () => `{"items":[${repeated('{"id":"1"},')}"${repeated('\\')}`,
  'outlines within outlines': () => `<opml><body>${repeated('<outline text="a" xmlUrl="b">')}`,
  'a page of elements that never close': () => `<html><body class="h-entry">${repeated('<b>').repeat(4)}`,
  'a page that says much in many names': () =>
    `<html><body>${'<div class="h-entry p-name p-summary p-a p-b p-c">'.repeat(200)}${repeated('x<br>')}`,
  'blanks, and a root behind them': () => `${repeated(' \n')}<rss/>`,
  'a root that is looked for in vain': () => repeated('< rss <a b '),
}

for (const [what, document] of Object.entries(documents))
  test(`hostile: ${what}`, () => {
    const { problems, items } = readText(document(), { base: 'https://paper.example/' })
    assert.ok(!problems.some((problem) => problem.startsWith('reading failed')), problems.join())
    assert.ok(problems.join().length < 5_000)
    for (const one of items.slice(0, 100)) assert.ok((one.media?.length ?? 0) + (one.categories?.length ?? 0) <= 400)
  })
