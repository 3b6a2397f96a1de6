/** The record of origin is the same wherever it is told: the story's page, every feed, every file. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { entryOf, type FeedOut } from '../../src/core/formats/feed-out.ts'
import { writeAtom } from '../../src/core/formats/write-atom.ts'
import { writeJsonFeed } from '../../src/core/formats/write-json-feed.ts'
import { writeNinjs, writeNinjsFeed } from '../../src/core/formats/write-ninjs.ts'
import { writeRss } from '../../src/core/formats/write-rss.ts'
import { writeStoryMarkdown, writeText } from '../../src/core/formats/write-story.ts'
import { writeStoryHtml } from '../../src/core/formats/write-story-html.ts'
import { tagUri } from '../../src/core/network.ts'
import type { Story } from '../../src/core/story/story.ts'
import { storyMetadata } from '../../src/reader/story-metadata.ts'
import { storyHref } from '../../src/routes.ts'
import { backMatterWords } from '../../src/syndication/feeds/back-matter-words.ts'
import { factWords } from '../../src/syndication/stories/fact-words.ts'
import { render } from '../../src/web/html.ts'
import { messages } from '../../src/web/messages/messages.ts'
import { frame } from '../support/sample-pages.ts'
import { network, now, stories } from '../support/samples.ts'

type Told = {
  readonly publisher: unknown
  readonly url: unknown
  readonly published: unknown
  readonly licence: unknown
  readonly terms: unknown
  readonly language: unknown
  readonly genre: unknown
  readonly version: unknown
}

test('the page, every feed and every file tell the same origin of every story', () => {
  for (const story of stories) {
    const page = ofPage(story)
    assert.ok(page.publisher && page.published && page.terms && page.language, story.slug)
    assert.equal(page.published, story.origin.publishedAt.toISOString())
    const feed = feedOf(story)
    assert.deepEqual(ofXml(writeRss(feed), 'item', 'dc:rights', 'cc:license'), page, `RSS: ${story.slug}`)
    assert.deepEqual(ofXml(writeAtom(feed), 'entry', 'rights'), page, `Atom: ${story.slug}`)
    assert.deepEqual(ofJson(writeJsonFeed(feed)), page, `JSON Feed: ${story.slug}`)
    const [entry] = feed.entries
    assert.ok(entry)
    const file = { entry, standfirst: story.standfirst, changes: [] }
    const words = factWords(messages('en', 'UTC'), story, network.name)
    assert.deepEqual(ofNinjs(JSON.parse(writeNinjs(entry))), page, `ninjs: ${story.slug}`)
    assert.deepEqual(ofNinjs(JSON.parse(writeNinjsFeed(feed)).associations[0]), page, `ninjs feed: ${story.slug}`)
    assert.deepEqual(ofMarkdown(writeStoryMarkdown(file, words)), page, `Markdown: ${story.slug}`)
    assert.deepEqual(ofHtml(writeStoryHtml(file, words)), page, `HTML: ${story.slug}`)
    assert.deepEqual(ofText(writeText(file, words)), page, `text: ${story.slug}`)
  }
})

test('no way out calls an address first that nobody may follow', () => {
  for (const story of stories) {
    const { url } = ofPage(story)
    assert.ok(url === undefined || /^https?:/.test(String(url)), story.slug)
  }
})

function feedOf(story: Story): FeedOut {
  return {
    id: tagUri(network, 'feed', 'front'),
    title: network.name,
    subtitle: network.tagline,
    page: 'https://lambda.example/',
    self: 'https://lambda.example/feed',
    next: undefined,
    icon: 'https://lambda.example/favicon.svg',
    language: 'en',
    updated: now,
    tombstones: [],
    entries: [
      entryOf(
        story,
        { id: tagUri(network, 'story', story.id), url: `https://lambda.example${storyHref(story)}` },
        backMatterWords(story.language, 'UTC'),
      ),
    ],
  }
}

function ofPage(story: Story): Told {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(render(storyMetadata(frame('/'), story)))
  const data = JSON.parse(text?.[1] ?? '')
  return {
    publisher: data.publisher.name,
    url: data.isBasedOn,
    published: data.datePublished,
    licence: data.license,
    terms: data.usageInfo,
    language: data.inLanguage,
    genre: data.genre,
    version: data.version,
  }
}

function ofJson(text: string): Told {
  const [item] = JSON.parse(text).items
  const { _origin: origin } = item
  assert.equal(item.external_url, origin.url)
  return {
    publisher: origin.publisher,
    url: origin.url,
    published: origin.published,
    licence: origin.licence_url,
    terms: origin.usage_terms,
    language: item.language,
    genre: origin.genre,
    version: origin.version,
  }
}

function ofNinjs(document: ReturnType<typeof JSON.parse>): Told {
  assert.equal(document.copyrightHolder, document.infoSources[0].name)
  return {
    publisher: document.infoSources[0].name,
    url: document.altIds?.[0].value,
    published: document.firstCreated,
    licence: document.rightsInfo?.linkedRights,
    terms: document.usageTerms,
    language: document.language,
    genre: document.genres[0].name,
    version: Number(document.version),
  }
}

function ofMarkdown(text: string): Told {
  const facts = parse(text.split('---\n')[1] ?? '')
  return {
    publisher: facts.publisher,
    url: facts.original,
    published: facts.first_published,
    licence: facts.licence,
    terms: facts.usage_terms,
    language: facts.language,
    genre: facts.genre,
    version: facts.version,
  }
}

function ofText(text: string): Told {
  const facts = new Map(
    (text.split('\n-- \n')[1] ?? '').split('\n').map((line) => {
      const at = line.indexOf(': ')
      return [line.slice(0, at), line.slice(at + 2)] as const
    }),
  )
  const [, terms, licence] = /^(.*?)(?: <(.*)>)?$/.exec(facts.get('Licence') ?? '') ?? []
  const publisher = facts.get('Published by') ?? facts.get('Issued by')
  return {
    publisher: publisher?.replace(/ <[^>]*>$/, ''),
    url: facts.get('Read the original'),
    published: facts.get('First published'),
    licence,
    terms,
    language: facts.get('Language'),
    genre: facts.get('Genre'),
    version: Number(facts.get('Version')),
  }
}

/** What people paste into their own site, read without its words: values are where programs look for them. */
function ofHtml(html: string): Told {
  const [, foot = ''] = /<footer>(.*)<\/footer>/s.exec(html) ?? []
  const first = (what: RegExp) => unescaped(what.exec(foot)?.[1])
  const values = [...foot.matchAll(/<data value="([^"]*)">/g)].map(([, value]) => unescaped(value))
  const [genre, language] = values
  return {
    publisher: first(/^<p>(?:Published|Issued) by: (?:<a href="[^"]*">)?([^<·]*?)(?:<\/a>)? ·/),
    url: first(/<a href="([^"]*)">Read the original<\/a>/),
    published: first(/<time datetime="([^"]*)">/),
    licence: first(/<a rel="license" href="([^"]*)">/),
    terms: first(/Licence: (?:<a [^>]*>)?([^<·]*?)(?:<\/a>)? ·/),
    language,
    genre,
    version: Number(values.at(-1)),
  }
}

/** Read by hand, so that a fault of our own reader cannot hide one of our writers. */
function ofXml(xml: string, entry: string, terms: string, licence?: string): Told {
  const [, within = ''] = new RegExp(`<${entry}>(.*)</${entry}>`, 's').exec(xml) ?? []
  const textOf = (name: string) => unescaped(new RegExp(`<${name}>([^<]*)</${name}>`).exec(within)?.[1])
  const linkOf = (rel: string) => unescaped(new RegExp(`link rel="${rel}"[^>]* href="([^"]*)"`).exec(within)?.[1])
  return {
    publisher: textOf('dc:publisher'),
    url: linkOf('via'),
    published: textOf('dcterms:issued'),
    licence: licence ? textOf(licence) : linkOf('license'),
    terms: textOf(terms),
    language: textOf('dc:language'),
    genre: textOf('dc:type'),
    version: Number(textOf('prism:versionIdentifier')),
  }
}

function unescaped(text: string | undefined): string | undefined {
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
