/** Feeds of the shapes that publications emit, made up, the same every time. */
const languages: Record<string, string> = {
  en: 'The court ruled that the archive may keep its name and its boxes, after six years and four adjournments.',
  de: 'Das Gericht entschied, dass das Archiv seinen Namen und seine Kisten behalten darf, nach sechs Jahren.',
  ru: 'Суд постановил, что архив может сохранить своё имя и свои коробки после шести лет разбирательств.',
  ar: 'قضت المحكمة بأن الأرشيف يمكنه الاحتفاظ باسمه وصناديقه بعد ست سنوات وأربعة تأجيلات.',
  ja: '裁判所は、六年と四回の延期の後、アーカイブがその名前と箱を保持できると判断した。',
}

export function madeFeeds(): Uint8Array[] {
  const encoder = new TextEncoder()
  return Object.entries(languages).flatMap(([language, words]) =>
    [rssWithCdata, rssEscaped, atom].map((make) => encoder.encode(make(language, words))),
  )
}

const body = (words: string, n: number) =>
  Array.from(
    { length: Math.ceil(4_600 / (words.length + 60)) },
    (_, i) => `<p>${words} <a href="https://paper.example/${n}/${i}">${i}</a> &amp; more.</p>`,
  ).join('\n')
const items = (make: (n: number) => string) => Array.from({ length: 30 }, (_, n) => make(n)).join('\n')
const escaped = (html: string) => html.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))

function rssWithCdata(language: string, words: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Paper</title><link>https://paper.example/</link><description>d</description><language>${language}</language>
${items((n) => `<item><title>${words.slice(0, 60)}</title><link>https://paper.example/${n}</link><dc:creator><![CDATA[A. Writer]]></dc:creator><pubDate>Tue, 24 Nov 2026 10:${String(n).padStart(2, '0')}:00 +0000</pubDate><category><![CDATA[law]]></category><guid isPermaLink="false">https://paper.example/?p=${n}</guid><description><![CDATA[<p>${words}</p>]]></description><content:encoded><![CDATA[${body(words, n)}]]></content:encoded></item>`)}
</channel></rss>`
}

function rssEscaped(language: string, words: string): string {
  return `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Paper</title><link>https://paper.example/</link><description>d</description><language>${language}</language>
${items((n) => `<item><title>${words.slice(0, 60)}</title><link>https://paper.example/${n}</link><pubDate>Tue, 24 Nov 2026 10:${String(n).padStart(2, '0')}:00 GMT</pubDate><guid>https://paper.example/${n}</guid><description>${escaped(body(words, n))}</description></item>`)}
</channel></rss>`
}

function atom(language: string, words: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><title>Paper</title><id>https://paper.example/</id><updated>2026-11-24T10:00:00Z</updated>
${items((n) => `<entry><title>${words.slice(0, 60)}</title><id>tag:paper.example,2026:${n}</id><link rel="alternate" href="https://paper.example/${n}"/><updated>2026-11-24T10:${String(n).padStart(2, '0')}:00Z</updated><author><name>A. Writer</name></author><content type="html">${escaped(body(words, n))}</content></entry>`)}
</feed>`
}
