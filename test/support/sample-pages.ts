/** Every kind of page, made from the samples. */
import type { SafeHtml } from '../../src/core/html/sanitise.ts'
import type { Network } from '../../src/core/network.ts'
import type { Story } from '../../src/core/story/story.ts'
import { type Front, frontPage } from '../../src/reader/front.ts'
import { storyPage } from '../../src/reader/story.ts'
import { storyHref } from '../../src/routes.ts'
import { type Frame, frameOf } from '../../src/web/context.ts'
import {
  arabic,
  counts,
  emptyNetwork,
  german,
  headlineOnly,
  japanese,
  network,
  now,
  release,
  report,
  stories,
  years,
} from './samples.ts'

export type SamplePage = { readonly name: string; readonly path: string; readonly html: string }

export function frame(path: string, of: Network = network): Frame {
  return frameOf({
    network: of,
    now,
    url: 'https://lambda.example',
    path,
    language: 'en',
    asset: (name) => `/assets/${name}`,
  })
}

export const sampleFront: Front = {
  newest: stories,
  releases: stories.filter((story) => story.genre === 'release'),
  languages: ['es', 'ru', 'fr', 'ar'].map((language) => ({
    language,
    stories: stories.filter((story) => story.language === language).slice(0, 2),
  })),
  corrected: stories.filter((story) => story.change === 'correction'),
  years,
  counts,
}

const nothing: Front = {
  newest: [],
  releases: [],
  languages: [],
  corrected: [],
  years: [],
  counts: { stories: 0, members: 0, countries: 0, lastEvent: '0' },
}

export function samplePages(): SamplePage[] {
  return [
    { name: 'front', path: '/', html: frontPage(frame('/'), sampleFront) },
    { name: 'front-empty', path: '/empty', html: frontPage(frame('/', emptyNetwork), nothing) },
    {
      name: 'front-one',
      path: '/one',
      html: frontPage(frame('/', emptyNetwork), {
        ...nothing,
        newest: [german],
        counts: { ...nothing.counts, stories: 1, members: 1 },
      }),
    },
    ...[release, report, german, arabic, japanese, headlineOnly].map((story) => storySample(story)),
  ]
}

function storySample(story: Story): SamplePage {
  const path = storyHref(story)
  const more = stories.filter((other) => other.member.id === story.member.id && other.id !== story.id).slice(0, 4)
  return { name: `story-${story.slug}`, path, html: storyPage(frame(path), story, story.body as SafeHtml, more) }
}
