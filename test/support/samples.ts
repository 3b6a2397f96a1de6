/**
 * An invented network to look at: publications that do not exist, with content as awkward as the real thing: long
 * German headlines, scripts in both directions, no picture, excerpts only, corrections, hostile markup.
 */
import type { SafeHtml } from '../../src/core/html/sanitise.ts'
import type { MemberId, StoryId } from '../../src/core/id.ts'
import type { Member } from '../../src/core/member/member.ts'
import { emptyProfile } from '../../src/core/member/profile.ts'
import type { Network } from '../../src/core/network.ts'
import type { NoticeNumber } from '../../src/core/notice.ts'
import type { Expired, Story, StoryLine, Withdrawn } from '../../src/core/story/story.ts'
import type { Notice } from '../../src/db/notices.ts'
import { catalogues } from '../../src/web/messages/messages.ts'
import type { Portrayed } from '../../src/web/ui/portrait.ts'

export const now = new Date('2026-11-22T14:07:30Z')

export const network: Network = {
  name: 'The Lambda Wire',
  tagline: 'News and press releases of the LGBTQ press, shared by the people who make it.',
  foundedOn: '2001-11-01',
  timeZone: 'UTC',
  tagAuthority: 'lambda.example,2026',
  languages: Object.keys(catalogues),
  accent: '#7a1f6b',
  homes: [
    { name: 'Mastodon', url: 'https://social.example/@lambda' },
    { name: 'Bluesky', url: 'https://sky.example/lambda' },
  ],
}

/** Made a moment ago, with nothing in it. */
export const emptyNetwork: Network = {
  ...network,
  name: 'Newsroom',
  tagline: '',
  foundedOn: null,
  homes: [],
  languages: ['en'],
}

function member(n: number, slug: string, name: string, kind: Member['kind'], more: Partial<Member> = {}): Member {
  const id = `0199aaaa-0000-7000-8000-${String(n).padStart(12, '0')}` as MemberId
  return {
    id,
    slug,
    name,
    kind,
    siteUrl: `https://${slug}.example/`,
    about: '',
    languages: ['en'],
    country: null,
    logo: null,
    logoAlt: '',
    logoCredit: '',
    leftAt: null,
    ...more,
  }
}

/** All a member may tell of itself, and nothing of it. */
export const fullPortrait: Omit<Portrayed, 'member'> = {
  profile: {
    ...emptyProfile,
    names: [
      { language: 'ar', name: 'منتدى حقوق الحدود' },
      { language: 'ru', name: 'Форум прав на границах' },
    ],
    abouts: [
      {
        language: 'en',
        words: 'Legal help at four borders, and a record of what happens there.\n\nWe answer within a day.',
      },
      { language: 'ar', words: 'مساعدة قانونية عند أربعة حدود، وسجل لما يحدث هناك.' },
    ],
    covers: ['KE', 'UG'],
    founded: 1998,
    audience: '800 printed copies a month, and whoever reads on',
    place: 'Kisumu',
    placeShown: true,
  },
  homes: [
    {
      url: 'https://social.example/@border',
      name: 'Border Rights on Mastodon',
      verifiedAt: new Date(0),
      lapsedAt: null,
    },
    { url: 'https://video.example/border-rights-forum', name: '', verifiedAt: null, lapsedAt: null },
  ],
  topics: [{ slug: 'human-rights', name: 'Human rights' }],
  contacts: [
    { purpose: 'press', words: 'press@border.example' },
    { purpose: 'syndication', words: '+254 20 555 0100' },
  ],
  hasMore: true,
}
export const barePortrait: Omit<Portrayed, 'member'> = {
  profile: emptyProfile,
  ...{ homes: [], topics: [], contacts: [], hasMore: false },
}

export const members: readonly Member[] = [
  member(1, 'border-rights-forum', 'Border Rights Forum', 'organisation', {
    about: 'Legal help at four borders, and a record of what happens there.',
    languages: ['en', 'ru', 'ar'],
  }),
  member(2, 'upande-press', 'Upande Press', 'newspaper', {
    about: 'Nairobi’s independent weekly for everyone the dailies leave out.',
    country: 'KE',
    languages: ['en', 'sw'],
  }),
  member(3, 'le-point-rose', 'Le Point Rose', 'magazine', { languages: ['fr'], country: 'CA' }),
  member(4, 'triangle-radio', 'Triangle Radio', 'radio', { country: 'ZA' }),
  member(5, 'raduga-sever', 'Радуга Север', 'website', { languages: ['ru'], about: 'Новости для тех, о ком молчат.' }),
  member(6, 'nordlicht-magazin', 'Nordlicht Magazin', 'magazine', { languages: ['de'], country: 'DE' }),
  member(7, 'nafidha', 'نافذة', 'website', { languages: ['ar'], about: 'أخبار وحكايات من المنطقة.' }),
  member(8, 'nijiiro-tsushin', '虹色通信', 'journal', { languages: ['ja'], country: 'JP' }),
  member(9, 'queer-archive-quarterly', 'Queer Archive Quarterly', 'journal'),
  member(10, 'casa-abierta', 'Casa Abierta', 'organisation', { languages: ['es'], country: 'EC' }),
  member(11, 'housing-first-coalition', 'Housing First Coalition', 'press-office'),
  member(
    12,
    'an-association-with-a-name',
    'Arbeitsgemeinschaft der Regenbogen- und Selbsthilfezeitschriften im deutschsprachigen Raum e. V.',
    'organisation',
    { languages: ['de'] },
  ),
]

function carrier(slug: string): StoryLine['member'] {
  const found = members.find((one) => one.slug === slug)
  if (!found) throw new Error(`No sample member ${slug}`)
  return { id: found.id, slug: found.slug, name: found.name, logo: found.logo }
}

type Given = Partial<Omit<Story, 'origin' | 'member'>> & {
  readonly headline: string
  readonly by: string
  readonly at: string
  readonly origin?: Partial<Story['origin']>
}

let made = 0

function story({ by, at, origin, ...given }: Given): Story {
  made += 1
  const from = carrier(by)
  const publishedAt = new Date(at)
  const slug = given.slug ?? `story-${made}`
  return {
    id: `0199bbbb-0000-7000-8000-${String(made).padStart(12, '0')}` as StoryId,
    genre: 'report',
    sponsored: false,
    shows: 'full',
    pictureUse: 'none',
    standfirst: '',
    excerpt: '',
    byline: '',
    language: 'en',
    located: '',
    keywords: [],
    pictures: [],
    version: 1,
    day: at.slice(0, 10),
    publishedAt,
    updatedAt: publishedAt,
    change: 'first',
    body: '',
    backMatter: null,
    hops: [],
    versions: [{ number: 1, kind: 'first', note: '', at: publishedAt }],
    reason: 'The member grants the full text.',
    ...given,
    slug,
    member: from,
    origin: {
      publisher: from.name,
      publisherUrl: `https://${by}.example/`,
      url: `https://${by}.example/${slug}`,
      publishedAt: new Date(publishedAt.getTime() - 9 * 60_000),
      licence: 'unknown',
      licenceUrl: null,
      usageTerms: '',
      ...origin,
    },
  }
}

export const release = story({
  headline: 'Nine organisations ask G20 leaders to raise the “propaganda” law in St. Petersburg',
  slug: 'nine-organisations-ask-g20-leaders',
  by: 'border-rights-forum',
  at: '2026-11-22T14:02:00Z',
  genre: 'release',
  located: 'St. Petersburg',
  keywords: ['human rights', 'Russia'],
  standfirst:
    'Leaders meeting this week should speak about the laws that silence civil society, say Russian and international groups launching a joint campaign.',
  version: 2,
  change: 'correction',
  versions: [
    { number: 1, kind: 'first', note: '', at: new Date('2026-11-22T14:02:00Z') },
    {
      number: 2,
      kind: 'correction',
      note: 'An earlier version gave the wrong year for the treason law. It was passed in 2012.',
      at: new Date('2026-11-22T14:06:00Z'),
    },
  ],
  origin: {
    licence: 'free',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    url: null,
    publishedAt: new Date('2026-11-22T14:02:00Z'),
  },
  body: `<p>A new campaign opens today with a plain request: that heads of state who come to the summit use the room they are given. In the past year, organisers say, a series of laws has narrowed what associations may do, whom they may accept money from, and what they may say to the young.</p>
<p>The organisations do not ask for sanctions. They ask that the subject be <a href="https://border-rights-forum.example/laws">named, in public</a>, by people who cannot be fined for naming it.</p>
<p>The campaign will publish a daily record of what each delegation said, in four languages.</p>`,
  backMatter: {
    dated: '2026-11-22',
    event: null,
    quotes: [
      {
        words: '“Silence is also a policy. We would like to see the other one tried.”',
        speaker: 'Irina M.',
        role: 'coordinator (name changed at her request)',
      },
      { words: '“Nobody is asked for courage here, only for a sentence.”', speaker: 'Joost van Aerde', role: '' },
    ],
    supporters: [
      { name: 'Civic Defence Network', url: 'https://civic-defence.example/' },
      { name: 'House of Liberty', url: null },
      { name: 'Front Desk Defenders', url: null },
      { name: 'Northern LGBT Network', url: 'https://northern.example/' },
      { name: 'Committee for the Right to Assemble and to Be Counted', url: null },
      { name: 'Médecins du Quartier', url: null },
      { name: 'Archiv für ungehörte Stimmen', url: null },
      { name: 'Фонд «Открытая площадь»', url: null },
      { name: 'Border Rights Forum', url: null },
    ],
    notesToEditors:
      `<p>The daily record appears at 18:00 Central European Time on <a href="https://border-rights-forum.example/record" rel="nofollow noopener ugc">the campaign’s own page</a>.</p>
<ul><li>Interviews in English, Russian and Arabic can be arranged.</li><li>Portraits of two coordinators are available; faces of others may not be shown.</li></ul>` as SafeHtml,
    boilerplate: [
      {
        name: 'Border Rights Forum',
        text: '<p>Legal help at four borders since 2009, and a record of what happens there.</p>' as SafeHtml,
      },
      { name: 'House of Liberty', text: '<p>A library with a law clinic on its second floor.</p>' as SafeHtml },
    ],
    contacts: [
      {
        name: 'Press desk',
        role: 'Border Rights Forum',
        ways: [
          { words: 'press@border-rights-forum.example', href: 'mailto:press@border-rights-forum.example' },
          { words: '+32 2 555 01 00', href: 'tel:+3225550100' },
        ],
      },
      {
        name: 'Leïla Benslimane',
        role: 'for media in Arabic and French',
        ways: [{ words: 'border-rights-forum.example/press', href: 'https://border-rights-forum.example/press' }],
      },
    ],
  },
})

/** An invitation in a script that runs the other way, with everything beside it that a release can have. */
export const advisory = story({
  slug: 'advisory',
  headline: 'مؤتمر صحفي: تسعة أرشيفات تفتح أبوابها في يوم واحد',
  by: 'nafidha',
  at: '2026-11-22T09:30:00Z',
  genre: 'advisory',
  language: 'ar',
  located: 'نيروبي',
  keywords: ['أرشيف'],
  standfirst: 'ندعو الصحفيين إلى قاعة القراءة صباح الثلاثاء، حيث تُعرض صناديق لم تُفتح منذ ثلاثين عامًا.',
  origin: { licence: 'free', url: null, publishedAt: new Date('2026-11-22T09:30:00Z') },
  body: '<p>تبدأ الجولة بعد المؤتمر مباشرة، ويمكن التصوير في كل القاعات عدا واحدة.</p>',
  backMatter: {
    dated: '2026-11-22',
    event: {
      starts: '2026-12-01T07:00:00.000Z',
      ends: '2026-12-01T09:00:00.000Z',
      venue: 'قاعة القراءة، شارع المكتبة 4، نيروبي',
    },
    quotes: [{ words: '«الصندوق المغلق رأيٌ أيضًا، ونحن نغيّره.»', speaker: 'ليلى حداد', role: 'أمينة الأرشيف' }],
    supporters: [
      { name: 'نافذة', url: null },
      { name: 'Upande Press', url: 'https://upande-press.example/' },
      { name: 'Queer Archive Quarterly', url: null },
    ],
    notesToEditors: '<p>يرجى إحضار بطاقة صحفية.</p>' as SafeHtml,
    boilerplate: [{ name: 'نافذة', text: '<p>أخبار وحكايات من المنطقة.</p>' as SafeHtml }],
    contacts: [
      {
        name: 'مكتب الصحافة',
        role: '',
        ways: [
          { words: 'press@nafidha.example', href: 'mailto:press@nafidha.example' },
          { words: '+254 20 555 0100', href: 'tel:+254205550100' },
        ],
      },
    ],
  },
})

export const report = story({
  slug: 'report',
  headline: 'Court lets a community archive keep its name, and its boxes',
  by: 'upande-press',
  at: '2026-11-22T13:48:00Z',
  located: 'Nairobi',
  keywords: ['law', 'archives'],
  standfirst:
    'After six years and four adjournments, judges ruled that a collection of letters, posters and parish newsletters may be registered under the word its founders chose.',
  byline: 'Achieng Wanjiru',
  pictureUse: 'republish',
  pictures: [
    {
      url: '/media/sample-banner.svg',
      alt: 'A crowd at dusk below a banner that says: we are the archive.',
      caption: 'Volunteers outside the reading room on the day of the ruling.',
      credit: 'A. Wanjiru / Upande Press',
      licence: 'free',
      width: 1240,
      height: 600,
      colour: '#5f4560',
      renditions: ['image/avif', 'image/webp'].flatMap((type, i) =>
        [480, 960, 1240].map((width) => ({
          hash: `${i}`.repeat(60) + String(width).padStart(4, '0'),
          type,
          width,
          height: Math.round((width * 600) / 1240),
        })),
      ),
    },
  ],
  origin: { licence: 'free', licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  hops: [
    { name: 'Upande Press, Atom feed', url: 'https://upande-press.example/feed', at: new Date('2026-11-22T13:48:00Z') },
  ],
  body: '<p>The ruling was read in eleven minutes. Outside, somebody had already painted the banner.</p><p>The archive began in a wardrobe in 1994. It holds <em>letters nobody meant to keep</em>, three sets of minutes in the same hand, and a typewriter with two letters missing.</p>',
})

export const german = story({
  slug: 'german',
  headline:
    'Bundesverfassungsgericht verhandelt über Personenstandsrechtsanpassungsgesetz: Selbsthilfezeitschriften fordern Übergangsregelungen für Altfälle',
  by: 'nordlicht-magazin',
  at: '2026-11-22T12:12:00Z',
  genre: 'opinion',
  language: 'de',
  shows: 'excerpt',
  reason: 'The member grants an excerpt.',
  standfirst: 'Ein Kommentar zu Fristen, Formularen und der Frage, wer sich beides leisten kann.',
  excerpt:
    'Wer in den achtziger Jahren einen Antrag stellte, bekam eine Nummer. Wer heute einen stellt, bekommt eine Eingangsbestätigung, und darin steht, dass die Nummer von damals nicht mehr gilt.',
  origin: { licence: 'excerpt' },
})

export const arabic = story({
  slug: 'arabic',
  headline: 'محكمة نيروبي تسمح للأرشيف بالاحتفاظ باسمه',
  by: 'nafidha',
  at: '2026-11-22T11:20:00Z',
  language: 'ar',
  located: 'نيروبي',
  keywords: ['قضاء'],
  standfirst: 'بعد ست سنوات وأربعة تأجيلات، قضت المحكمة بأن المجموعة يجوز أن تُسجَّل بالكلمة التي اختارها مؤسسوها.',
  byline: 'ليلى حداد',
  body: '<p>استغرقت قراءة الحكم إحدى عشرة دقيقة. وفي الخارج كان أحدهم قد رسم اللافتة بالفعل.</p><blockquote><p>«الأرشيف هو المكان الذي لا يستطيع أحد أن يقول فيه إننا لم نكن هنا.»</p></blockquote><p>بدأ الأرشيف في خزانة ملابس عام 1994، ويضم رسائل وملصقات ونشرات.</p>',
})

export const headlineOnly = story({
  slug: 'headline-only',
  headline: 'Clinic opened in Durban, not in Cape Town',
  by: 'triangle-radio',
  at: '2026-11-22T13:20:00Z',
  located: 'Durban',
  shows: 'headline',
  reason: 'The member grants the headline.',
  version: 2,
  change: 'correction',
  versions: [
    { number: 1, kind: 'first', note: '', at: new Date('2026-11-22T13:20:00Z') },
    {
      number: 2,
      kind: 'correction',
      note: 'The first version named the wrong city.',
      at: new Date('2026-11-22T13:41:00Z'),
    },
  ],
  origin: { licence: 'headline' },
})

export const hostile = story({
  slug: 'hostile',
  headline: '<script>alert("headline")</script> & other "news" </title>',
  by: 'queer-archive-quarterly',
  at: '2026-11-20T08:00:00Z',
  standfirst: '"><img src=x onerror=alert(1)>',
  shows: 'excerpt',
  excerpt: '</p><script>alert(2)</script>',
  byline: '<b>nobody</b>',
  located: '<i>nowhere</i>',
  keywords: ['</span><script>'],
  origin: {
    publisher: '<u>Evil & Sons</u>',
    publisherUrl: 'javascript:alert(3)',
    url: 'javascript:alert(4)',
    usageTerms: '<s>terms</s>',
  },
})

export const japanese = story({
  slug: 'japanese',
  headline: '名前を守った地域アーカイブ、六年越しの判決',
  by: 'nijiiro-tsushin',
  at: '2026-11-22T10:05:00Z',
  language: 'ja',
  located: 'ナイロビ',
  standfirst: '手紙、ポスター、会報を集めた資料が、創設者の選んだ言葉で登録できることになった。',
  body: '<p>判決の読み上げは十一分で終わった。外では、もう誰かが横断幕を描いていた。</p>',
})

/** The wire of the sample network, newest first. */
export const stories: readonly Story[] = [
  release,
  report,
  story({
    headline: 'Montréal choir finds the scores its founders hid in 1987',
    by: 'le-point-rose',
    at: '2026-11-22T13:31:00Z',
    located: 'Montréal',
    standfirst: 'Forty pages in a piano bench, and a bass part nobody remembers singing.',
  }),
  headlineOnly,
  story({
    headline: 'Shelter network publishes winter capacity in eleven cities',
    by: 'housing-first-coalition',
    at: '2026-11-22T12:57:00Z',
    genre: 'release',
    standfirst: 'Beds, hours and languages spoken, updated daily until March.',
    origin: { licence: 'free' },
  }),
  story({
    headline: 'Первый региональный кинофестиваль прошёл без адреса на афише',
    by: 'raduga-sever',
    at: '2026-11-22T12:44:00Z',
    language: 'ru',
    standfirst: 'Адрес зрители узнавали за час до начала.',
    body: '<p>Зрители узнавали адрес за час до начала.</p>',
  }),
  story({
    headline: 'Trans runners keep their club, lose their track',
    by: 'triangle-radio',
    at: '2026-11-22T12:30:00Z',
    located: 'Cape Town',
  }),
  german,
  story({
    headline: '“We printed it by hand”: the zine that outlived its censors',
    by: 'queer-archive-quarterly',
    at: '2026-11-22T12:05:00Z',
    genre: 'interview',
    standfirst: 'Two editors on thirty years of carbon paper, and on what they would not print.',
  }),
  story({
    headline: 'A newsroom is a place you can be found. That is the trouble',
    by: 'queer-archive-quarterly',
    at: '2026-11-22T11:58:00Z',
    genre: 'opinion',
    standfirst: 'On addresses, bylines, and the right to take both back.',
  }),
  story({
    headline: 'Health ministers receive first joint report on PrEP access',
    by: 'housing-first-coalition',
    at: '2026-11-22T11:40:00Z',
    genre: 'release',
    located: 'Geneva',
  }),
  arabic,
  story({
    headline: 'La biblioteca que presta vestidos',
    by: 'casa-abierta',
    at: '2026-11-22T10:40:00Z',
    language: 'es',
    located: 'Guayaquil',
    standfirst: 'Cuarenta trajes, tres espejos y un cuaderno de préstamos.',
  }),
  japanese,
  advisory,
  story({
    headline: 'Statement on the closure of two youth centres',
    by: 'casa-abierta',
    at: '2026-11-22T09:15:00Z',
    genre: 'release',
    located: 'Guayaquil',
  }),
  story({
    headline: 'Once ciudades publican sus plazas de invierno',
    by: 'casa-abierta',
    at: '2026-11-21T18:00:00Z',
    language: 'es',
  }),
  story({
    headline: 'La chorale retrouve les partitions cachées en 1987',
    by: 'le-point-rose',
    at: '2026-11-21T16:31:00Z',
    language: 'fr',
    standfirst: 'Quarante pages dans un banc de piano.',
  }),
  story({
    headline: 'Как читать новости, если сайт закрыт',
    by: 'raduga-sever',
    at: '2026-11-21T12:00:00Z',
    language: 'ru',
  }),
  story({
    headline: 'Un procès, quatre renvois, un nom',
    by: 'le-point-rose',
    at: '2026-11-21T11:00:00Z',
    language: 'fr',
  }),
  story({ headline: 'كيف تقرأ الأخبار حين يُحجب الموقع', by: 'nafidha', at: '2026-11-21T10:00:00Z', language: 'ar' }),
  story({
    headline: 'Annual gathering moves to Taipei; programme published',
    by: 'border-rights-forum',
    at: '2026-11-21T09:02:00Z',
    genre: 'release',
    located: 'Taipei',
    sponsored: true,
  }),
  story({
    headline: 'Obituary: the bookseller who kept a second catalogue',
    by: 'upande-press',
    at: '2026-11-20T15:00:00Z',
    genre: 'obituary',
    standfirst: 'She sold hymn books in front and everything else behind.',
    origin: {
      publisher: 'Kisumu Letters',
      publisherUrl: 'https://kisumu-letters.example/',
      url: 'https://kisumu-letters.example/bookseller',
    },
  }),
  hostile,
]

export const years = Array.from({ length: 26 }, (_, i) => ({
  period: String(2001 + i),
  stories:
    [
      310, 2100, 3900, 5200, 5900, 8400, 9800, 12400, 11900, 14700, 17200, 19800, 22400, 20100, 24600, 26300, 29800,
      31500, 35700, 33900, 37100, 41200, 43500, 46100, 49800, 41606,
    ][i] ?? 0,
}))

export const counts = {
  stories: years.reduce((sum, year) => sum + year.stories, 0),
  members: 214,
  countries: 61,
  lastEvent: '1904226',
}

export const expired: Expired = {
  id: '0199bbbb-0000-7000-8000-00000000eeee' as StoryId,
  at: new Date('2026-11-21T18:00:00Z'),
  member: { name: 'Casa Abierta', slug: 'casa-abierta' },
}

export const withdrawn: Withdrawn = {
  id: '0199bbbb-0000-7000-8000-00000000ffff' as StoryId,
  kind: 'withdrawal',
  at: new Date('2026-11-21T16:40:00Z'),
  member: { name: 'Casa Abierta', slug: 'casa-abierta' },
}

export const topics: readonly { readonly slug: string; readonly name: string }[] = [
  { slug: 'human-rights', name: 'Human rights' },
  { slug: 'archives', name: 'Archives and memory' },
]

export const topicCounts = [
  ...topics.map((topic, i) => ({ ...topic, stories: 1204 - i * 1100 })),
  { slug: 'health', name: 'Health', stories: 388 },
  { slug: 'law', name: 'Law', stories: 96 },
  { slug: 'culture', name: 'Arts, culture and entertainment', stories: 2011 },
  { slug: 'housing', name: 'Housing and homelessness, shelters and hostels', stories: 1 },
  { slug: 'sport', name: 'Sport', stories: 73 },
]

export const placeCounts = ['KE', 'ZA', 'EC', 'DE', 'JP', 'CA', 'RU', 'ID', 'GB', 'US', 'HK', 'CI', 'CD', 'BA'].map(
  (country, i) => ({ country, stories: 1 + ((i * 137) % 900) }),
)

export const languageCounts = ['en', 'es', 'ru', 'de', 'fr', 'ar', 'ja', 'he', 'sw', 'zh'].map((language, i) => ({
  language,
  stories: Math.max(1, Math.round(9000 / (i + 1) ** 3)),
}))

export const notice: Notice = {
  number: '4127-0093-5518' as NoticeNumber,
  reason: 'danger',
  storyId: null,
  memberId: null,
  language: 'en',
  receivedAt: new Date('2026-11-22T13:58:00Z'),
  address: null,
  words: null,
  contact: null,
  closed: null,
}
