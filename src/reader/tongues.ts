/**
 * Which page is for readers of which language, as search engines ask (`hreflang`). A story that stands here in several
 * languages names those stories, each with the pages around it in its own language; any other names itself in the
 * languages its pages can be read in. The two never mix: every page of a set has to name the same ones.
 */
import { canonicalLanguage } from '../core/language.ts'
import type { Story } from '../core/story/story.ts'
import { storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import type { Tongue } from '../web/head.ts'
import { inLanguage } from '../web/language-path.ts'
import { translationsOf } from '../web/ui/translations.ts'

/** Undefined for a story that stands here in one language. */
export function tonguesOf(frame: Frame, story: Story): readonly Tongue[] | undefined {
  const own = canonicalLanguage(story.language)
  const others = translationsOf(story)
  if (!own || others.length === 0) return undefined
  const all = [{ ...story, language: own }, ...others].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const named = all.map((one) => ({ language: one.language, href: hrefOf(frame, one) }))
  const [oldest] = named
  // For who reads none of them: the network's own language, or whichever came first.
  const home = named.find(({ language }) => language === frame.languages[0]) ?? oldest
  return home ? [...named, { language: 'x-default', href: home.href }] : named
}

function hrefOf({ network, url, languages }: Frame, at: { language: string; day: string; slug: string }): string {
  const base = at.language.split('-')[0] ?? ''
  const spoken = languages.find((one) => one === at.language) ?? languages.find((one) => one === base) ?? languages[0]
  return url + inLanguage(network, spoken ?? '', storyHref(at))
}
