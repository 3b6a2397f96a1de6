/** What stands on the picture of a story's link, and whether we have letters for it. */
import { directionOf } from '../language.ts'
import { narrow } from './gate.ts'
import type { StoryLine } from './story.ts'

/** As the networks that show such pictures want them, in pixels. */
export const previewSize = { width: 1200, height: 630 } as const

export type PreviewText = {
  readonly headline: string
  readonly publisher: string
  readonly language: string
  readonly fromRight: boolean
}

/** Undefined for a story whose words our faces cannot set: it has no picture then, rather than a wrong one. */
export function previewText(story: StoryLine): PreviewText | undefined {
  if (narrow({ ...story, licence: story.origin.licence }, 'preview').shows === 'nothing') return undefined
  const [headline, publisher] = [story.headline, story.origin.publisher].map(withoutEmoji) as [string, string]
  if (!settable.test(headline) || !settable.test(publisher)) return undefined
  const { language } = story
  return { headline, publisher, language, fromRight: directionOf(language) === 'rtl' }
}

/** The scripts there are faces for. */
const settable =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]+$/u

function withoutEmoji(words: string): string {
  return words
    .replace(
      /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u20e3)\u200d?/gu,
      (mark) => (/[©®™]/.test(mark) ? mark : ''),
    )
    .replace(/\s+/g, ' ')
    .trim()
}
