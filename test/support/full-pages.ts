/** Pages as heavy as they get: a front page with everything its sections can ask for, and a story of a long afternoon. */
import type { Story, StoryLine } from '../../src/core/story/story.ts'
import type { Front } from '../../src/reader/front.ts'
import { counts, german, japanese, members, report, stories, years } from './samples.ts'

const words = `archive ballot border bridge bureau camera canvas chapter charter choir city clinic column council court
  curfew deadline debate decade district docket doorway editor election embassy evening exhibit export factory ferry
  festival fiction gallery garden harbour hearing history hospital housing inquiry island journal judgment kitchen
  language lawyer ledger letter library licence machine magazine market measure meeting memory minister minutes museum
  neighbour newsroom notebook office orchard paper parish passport petition platform poster premiere printer prison
  promise protest quarter radio rehearsal report residence reunion ruling sentence settlement shelter signature
  statement station statute street studio summer survey teacher theatre ticket tribunal typewriter union village
  volunteer wardrobe weather window winter witness workshop`.split(/\s+/)

/** `count` words that no packer knows beforehand, the same for the same `seed`. */
function prose(count: number, seed: number): string {
  let state = seed
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return words[Math.floor((state / 2 ** 32) * words.length)] ?? ''
  }
  const text = Array.from({ length: count }, (_, i) => (i % 13 === 12 ? `${next()},` : next())).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Of some 4,000 words: longer than nineteen of twenty stories of any publication. */
export const longStory: Story = {
  ...report,
  slug: 'long',
  headline:
    'What was in the boxes: a parish, a printing press and forty years of minutes, read from the first page to the last',
  body: Array.from({ length: 50 }, (_, i) => {
    const paragraph = `<p>${prose(80, i + 1)} <em>${prose(6, i + 90)}</em></p>`
    return i % 10 === 5 ? `<h2>${prose(5, i + 50)}</h2>${paragraph}` : paragraph
  }).join(''),
}

const scripts = [
  german,
  japanese,
  ...stories.filter(({ language }) => ['ar', 'ru', 'ko', 'zh', 'he'].includes(language)),
]

function line(n: number): StoryLine {
  const base = n % 4 === 3 ? (scripts[(n >> 2) % scripts.length] ?? report) : report
  const own = base === report
  return {
    ...base,
    id: base.id.replace(/....$/, String(7000 + n)) as Story['id'],
    slug: `full-${n}`,
    member: members[n % members.length] ?? base.member,
    headline: own ? prose(12, n + 300) : `${base.headline} ${n}`,
    standfirst: own ? prose(40, n + 600) : base.standfirst,
    language: base === japanese ? (['ja', 'ko', 'zh'][n % 3] ?? 'ja') : base.language,
  }
}

/** Every section full, and the languages of all three sheets of their own among the stories. */
export const fullFront: Front = {
  newest: Array.from({ length: 40 }, (_, n) => line(n)),
  releases: Array.from({ length: 12 }, (_, n) => ({ ...line(n + 40), genre: 'release' as const })),
  blocks: Array.from({ length: 12 }, (_, n) => ({
    name: prose(2, n),
    language: undefined,
    list: '/topics/human-rights',
    stories: [line(3 * n + 60), line(3 * n + 61), line(3 * n + 62)],
  })),
  corrected: stories.filter(({ change }) => change === 'correction'),
  members: Array.from({ length: 24 }, (_, n) => members[n % members.length]).filter((one) => one !== undefined),
  years,
  counts,
}
