/**
 * Feeds of the shapes that publications emit, made up, the same every time: WordPress with whole texts, a newspaper's
 * headlines with pictures, Blogger's escaped Atom, a podcast, Drupal's escaped RSS, and RDF; each in five languages.
 */
type Tongue = { code: string; words: string; names: readonly string[] }

const tongues: readonly Tongue[] = [
  {
    code: 'en',
    words: 'The court ruled that the archive may keep its name and its boxes, after six years and four adjournments.',
    names: ['Ann Bell', 'Cy Dunne', 'law', 'archives'],
  },
  {
    code: 'de',
    words:
      'Das Gericht entschied nach sechs Jahren, dass das Archiv seinen Namen und seine Kisten behalten darf – endgültig.',
    names: ['Jörg Weiß', 'Anke Groß', 'Recht', 'Archive'],
  },
  {
    code: 'ru',
    words: 'Суд постановил, что архив может сохранить своё имя и свои коробки после шести лет разбирательств.',
    names: ['Анна Белова', 'Пётр Дунаев', 'право', 'архивы'],
  },
  {
    code: 'ar',
    words: 'قضت المحكمة بأن الأرشيف يمكنه الاحتفاظ باسمه وصناديقه بعد ست سنوات وأربعة تأجيلات.',
    names: ['آن بل', 'سامي دنّ', 'قانون', 'أرشيف'],
  },
  {
    code: 'ja',
    words: '裁判所は、六年と四回の延期の後、アーカイブがその名前と箱を保持できると判断した。',
    names: ['鈴木安', '田中志', '法', '記録'],
  },
]

export function madeFeeds(): Uint8Array[] {
  const encoder = new TextEncoder()
  const shapes = [wordpress, headlines, blogger, podcast, drupal, rdf]
  return tongues.flatMap((tongue) => shapes.map((make) => encoder.encode(make(tongue))))
}

const site = 'https://paper.example'
const lines = (count: number, line: (n: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, n) => line(n)).join(between)
const escaped = (html: string): string =>
  html.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'))
const two = (n: number): string => String(n % 60).padStart(2, '0')
const rfc822 = (n: number): string => `Tue, 24 Nov 2026 ${two(23 - (n % 24))}:${two(n * 7)}:${two(n * 13)} +0000`
const rfc3339 = (n: number): string => `2026-11-24T${two(23 - (n % 24))}:${two(n * 7)}:${two(n * 13)}.000-08:00`
const title = ({ words }: Tongue, n: number): string => `${words.slice(0, 56)} (${n})`

/** A text with what texts have: links, a picture with its sizes, a quotation, a list. About `length` characters. */
function text({ words }: Tongue, n: number, length: number): string {
  const paragraph = (i: number): string => {
    if (i % 7 === 2)
      return `<figure class="wp-block-image size-large"><img loading="lazy" decoding="async" width="1024" height="683" src="${site}/files/2026/11/hall-${n}-${i}-1024x683.jpg" alt="" srcset="${site}/files/2026/11/hall-${n}-${i}-1024x683.jpg 1024w, ${site}/files/2026/11/hall-${n}-${i}-300x200.jpg 300w" sizes="auto, (max-width: 1024px) 100vw, 1024px" /><figcaption class="wp-element-caption">${words.slice(0, 40)}</figcaption></figure>`
    if (i % 7 === 4) return `<blockquote class="wp-block-quote"><p>“${words}”</p></blockquote>`
    return `<p>${words} <a href="${site}/2026/11/${n}/?part=${i}&amp;from=feed" target="_blank" rel="noopener">${words.slice(0, 18)}</a>, ${words} <strong>${i}</strong> &#8211; ${words.slice(0, 50)}&hellip;</p>`
  }
  let made = ''
  for (let i = 0; made.length < length; i += 1) made += `\n${paragraph(i)}\n`
  return made
}

function wordpress(tongue: Tongue): string {
  const [author, , ...terms] = tongue.names
  const item = (n: number): string => `
	<item>
		<title>${title(tongue, n)} &#8211; Paper</title>
		<link>${site}/2026/11/24/story-${n}/</link>
					<comments>${site}/2026/11/24/story-${n}/#respond</comments>
		<dc:creator><![CDATA[${author}]]></dc:creator>
		<pubDate>${rfc822(n)}</pubDate>
		${terms.map((term) => `<category><![CDATA[${term}]]></category>`).join('\n\t\t')}
		<guid isPermaLink="false">${site}/?p=${10_000 + n}</guid>

					<description><![CDATA[<p>${tongue.words} [&#8230;]</p>
<p>The post <a href="${site}/2026/11/24/story-${n}/">${title(tongue, n)}</a> appeared first on <a href="${site}">Paper</a>.</p>
]]></description>
										<content:encoded><![CDATA[${text(tongue, n, 5_000)}]]></content:encoded>
					<wfw:commentRss>${site}/2026/11/24/story-${n}/feed/</wfw:commentRss>
			<slash:comments>${n}</slash:comments>
	</item>`
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
	>
<channel>
	<title>Paper</title>
	<atom:link href="${site}/feed/" rel="self" type="application/rss+xml" />
	<link>${site}</link>
	<description>${tongue.words}</description>
	<lastBuildDate>${rfc822(0)}</lastBuildDate>
	<language>${tongue.code}</language>
	<sy:updatePeriod>hourly</sy:updatePeriod>
	<sy:updateFrequency>1</sy:updateFrequency>
	<generator>https://wordpress.org/?v=6.9</generator>
${lines(10, item)}
</channel>
</rss>`
}

function headlines(tongue: Tongue): string {
  const item = (n: number): string => `<item>
<title><![CDATA[${title(tongue, n)}]]></title>
<description><![CDATA[${tongue.words}]]></description>
<link>${site}/news/articles/${n}?at_medium=RSS&amp;at_campaign=rss</link>
<guid isPermaLink="false">${site}/news/articles/${n}#0</guid>
<pubDate>${rfc822(n)}</pubDate>
<category domain="${site}/topics">${tongue.names[2]}</category>
<media:content url="${site}/pictures/${n}.jpg" medium="image" type="image/jpeg" width="240" height="135"><media:credit>${tongue.names[0]}</media:credit></media:content>
</item>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title><![CDATA[Paper]]></title><description><![CDATA[${tongue.words}]]></description><link>${site}/news</link><image><url>${site}/logo.png</url><title>Paper</title><link>${site}/news</link></image><generator>Paper</generator><lastBuildDate>${rfc822(0)}</lastBuildDate><atom:link href="${site}/news/rss.xml" rel="self" type="application/rss+xml"/><copyright><![CDATA[Paper]]></copyright><language><![CDATA[${tongue.code}]]></language><ttl>15</ttl>
${lines(40, item)}
</channel></rss>`
}

function blogger(tongue: Tongue): string {
  const entry = (n: number): string =>
    `<entry><id>tag:blogger.com,1999:blog-17.post-${n}</id><published>${rfc3339(n)}</published><updated>${rfc3339(n)}</updated>${lines(2, (i) => `<category scheme="http://www.blogger.com/atom/ns#" term="${tongue.names[2 + i]}"/>`, '')}<title type='text'>${title(tongue, n)}</title><content type='html'>${escaped(text(tongue, n, 3_000))}</content><link rel='replies' type='application/atom+xml' href='${site}/feeds/${n}/comments/default' title='Post Comments'/><link rel='edit' type='application/atom+xml' href='https://www.blogger.com/feeds/17/posts/default/${n}'/><link rel='self' type='application/atom+xml' href='https://www.blogger.com/feeds/17/posts/default/${n}'/><link rel='alternate' type='text/html' href='${site}/2026/11/${n}.html' title='${title(tongue, n)}'/><author><name>${tongue.names[0]}</name><uri>http://www.blogger.com/profile/1</uri><email>noreply@blogger.com</email><gd:image rel='http://schemas.google.com/g/2005#thumbnail' width='16' height='16' src='${site}/b16.gif'/></author><thr:total>${n}</thr:total></entry>`
  return `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="http://www.blogger.com/styles/atom.css" type="text/css"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:gd='http://schemas.google.com/g/2005' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-17</id><updated>${rfc3339(0)}</updated><title type='text'>Paper</title><subtitle type='html'>${tongue.words}</subtitle><link rel='self' type='application/atom+xml' href='${site}/feeds/posts/default'/><link rel='alternate' type='text/html' href='${site}/'/><link rel='next' type='application/atom+xml' href='${site}/feeds/posts/default?start-index=26'/><author><name>${tongue.names[0]}</name></author><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator><openSearch:totalResults>900</openSearch:totalResults>${lines(25, entry, '')}</feed>`
}

function podcast(tongue: Tongue): string {
  const item = (n: number): string => `    <item>
      <title>${title(tongue, n)}</title>
      <itunes:title>${title(tongue, n)}</itunes:title>
      <pubDate>${rfc822(n)}</pubDate>
      <guid isPermaLink="false">8c6a-${n}</guid>
      <link>${site}/episodes/${n}</link>
      <itunes:image href="${site}/covers/${n}.jpg"/>
      <description><![CDATA[${text(tongue, n, 900)}]]></description>
      <itunes:summary>${tongue.words}</itunes:summary>
      <itunes:author>${tongue.names[0]}</itunes:author>
      <itunes:duration>00:${two(n)}:${two(n * 3)}</itunes:duration>
      <itunes:explicit>false</itunes:explicit>
      <itunes:episode>${n}</itunes:episode>
      <enclosure url="${site}/audio/${n}.mp3" length="${31_000_000 + n}" type="audio/mpeg"/>
    </item>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Paper</title>
    <link>${site}/</link>
    <atom:link href="${site}/podcast.xml" rel="self" type="application/rss+xml"/>
    <language>${tongue.code}</language>
    <description>${tongue.words}</description>
    <itunes:author>${tongue.names[0]}</itunes:author>
    <itunes:owner><itunes:name>${tongue.names[0]}</itunes:name><itunes:email>radio@paper.example</itunes:email></itunes:owner>
    <itunes:image href="${site}/cover.jpg"/>
    <itunes:category text="News"><itunes:category text="Politics"/></itunes:category>
${lines(30, item)}
  </channel>
</rss>`
}

function drupal(tongue: Tongue): string {
  const item = (n: number): string => `<item>
  <title>${escaped(title(tongue, n))}</title>
  <link>${site}/node/${n}</link>
  <description>${escaped(`<span class="field field--name-title">${title(tongue, n)}</span>${text(tongue, n, 2_500)}`)}</description>
  <pubDate>${rfc822(n)}</pubDate>
    <dc:creator>${tongue.names[1]}</dc:creator>
    <guid isPermaLink="false">${n} at ${site}</guid>
    </item>`
  return `<?xml version="1.0" encoding="utf-8"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0" xml:base="${site}/">
  <channel>
    <title>Paper</title>
    <link>${site}/</link>
    <description>${tongue.words}</description>
    <language>${tongue.code}</language>
${lines(15, item)}
  </channel>
</rss>`
}

function rdf(tongue: Tongue): string {
  const item = (n: number): string => `<item rdf:about="${site}/archive/${n}.html">
<title>${title(tongue, n)}</title>
<link>${site}/archive/${n}.html</link>
<description>${tongue.words}</description>
<content:encoded><![CDATA[${text(tongue, n, 1_500)}]]></content:encoded>
<dc:subject>${tongue.names[2]}</dc:subject>
<dc:creator>${tongue.names[1]}</dc:creator>
<dc:date>2026-11-24T${two(n)}:00:00+01:00</dc:date>
</item>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="${site}/">
<title>Paper</title>
<link>${site}/</link>
<description>${tongue.words}</description>
<dc:language>${tongue.code}</dc:language>
<items><rdf:Seq>${lines(15, (n) => `<rdf:li rdf:resource="${site}/archive/${n}.html"/>`)}</rdf:Seq></items>
</channel>
${lines(15, item)}
</rdf:RDF>`
}
