/** Feeds of many publications, made up as blog programs write them: no two items alike, the same every time. */

/** Letters of words that look like those of a language; what they mean does not matter here, how they vary does. */
const scripts: readonly { language: string; letters: string; space: string }[] = [
  { language: 'en', letters: 'etaoinshrdlucmfwyp', space: ' ' },
  { language: 'es', letters: 'eaosrnidlctumpáéí', space: ' ' },
  { language: 'de', letters: 'enisratdhulcgmäöü', space: ' ' },
  { language: 'ru', letters: 'оеаинтсрвлкмдпуяы', space: ' ' },
  { language: 'ar', letters: 'اليمنرتبةكعدسف', space: ' ' },
  { language: 'ja', letters: 'のにはをたがでと会人年大国日本語新聞記事市民', space: '' },
]

/** Numbers that look thrown, from a seed. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0
    return (state >>> 1) % below
  }
}

/** A feed of `items` items of about `bytes` bytes each; where its build date belongs stands `mark`. */
export function madeFeed(n: number, items: number, bytes: number, mark: string): string {
  const site = `https://paper-${n}.example`
  const script = scripts[n % 10 < 5 ? 0 : n % scripts.length] ?? scripts[0]
  const { language, letters, space } = script as (typeof scripts)[number]
  const roll = dice(n + 1)
  // Words follow Zipf's law roughly: a few often, most hardly ever.
  const word = () => {
    const rank = Math.floor(20_000 ** (roll(10_000) / 10_000))
    const spell = dice(rank * 7 + (n % scripts.length))
    return Array.from({ length: 2 + (rank % 7) }, () => letters[spell(letters.length)]).join('')
  }
  const sentence = () => Array.from({ length: 9 + roll(12) }, word).join(space)
  const item = (i: number) => {
    const slug = `${site}/2026/11/${String(1 + (i % 24)).padStart(2, '0')}/story-${i}`
    const title = sentence().slice(0, 80).trim()
    const summary = `<p>${sentence()}. ${sentence()}. [&#8230;]</p>`
    const end = `<p>The post <a href="${slug}/">${title}</a> appeared first on <a href="${site}">Paper ${n}</a>.</p>`
    let body = ''
    while (Buffer.byteLength(body) < bytes - 900)
      body += `<p class="wp-block-paragraph">${sentence()}, <a href="${site}/tag/${roll(99)}?utm_source=rss">${word()}</a>. ${sentence()} &amp; <em>${word()}</em>. ${sentence()}.</p>\n`
    return `<item><title>${title}</title><link>${slug}/?utm_source=rss&#038;utm_medium=rss</link><dc:creator><![CDATA[${word()} ${word()}]]></dc:creator><pubDate>${new Date(Date.UTC(2026, 10, 1 + (i % 24), i % 24, n % 60)).toUTCString()}</pubDate><category><![CDATA[${word()}]]></category><category><![CDATA[News]]></category><guid isPermaLink="false">${site}/?p=${n * 100 + i}</guid><description><![CDATA[${summary}${end}]]></description><content:encoded><![CDATA[${body}${end}]]></content:encoded></item>`
  }
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Paper ${n}</title><atom:link href="${site}/feed/" rel="self" type="application/rss+xml" /><link>${site}</link><description>Made up</description><lastBuildDate>${mark}</lastBuildDate><language>${language}</language>
${Array.from({ length: items }, (_, i) => item(i)).join('\n')}
</channel></rss>`
}
