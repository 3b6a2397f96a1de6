/** Bodies of stories in the shapes that publishing programs write, made up, the same every time. */
const sentences: Record<string, string> = {
  en: 'The court ruled that the archive may keep its name and its boxes, after six years and four adjournments.',
  fr: 'Le tribunal a jugé que les archives peuvent garder leur nom et leurs boîtes, après six ans d’attente.',
  ru: 'Суд постановил, что архив может сохранить своё имя и свои коробки после шести лет разбирательств.',
  ar: 'قضت المحكمة بأن الأرشيف يمكنه الاحتفاظ باسمه وصناديقه بعد ست سنوات وأربعة تأجيلات.',
  ja: '裁判所は、六年と四回の延期の後、アーカイブがその名前と箱を保持できると判断した。',
}

/** Of each language one body a program, about 5 KB each. */
export function madeBodies(): string[] {
  return Object.values(sentences).flatMap((words) => [blocks(words), classic(words), letter(words), old(words)])
}

const times = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join('\n')
const link = (n: number, words: string) =>
  `<a href="https://paper.example/2026/11/${n}/?utm_source=rss&amp;utm_medium=feed&amp;id=${n}" target="_blank" rel="noopener">${words}</a>`

/** A program of blocks: comments, figures, embeds, a share bar at the end. */
function blocks(words: string): string {
  return `${times(8, (n) => `<!-- wp:paragraph -->\n<p class="has-text-align-left">${words} ${link(n, words.slice(0, 20))}, &#8220;${words.slice(0, 30)}&#8221;&nbsp;&#8212; ${words}</p>\n<!-- /wp:paragraph -->`)}
<figure class="wp-block-image size-large" id="figure-1"><img fetchpriority="high" decoding="async" width="1024" height="683" src="https://paper.example/media/hall-1024x683.jpg" alt="The hall" class="wp-image-12345" srcset="https://paper.example/media/hall-1024x683.jpg 1024w, https://paper.example/media/hall-300x200.jpg 300w" sizes="(max-width: 1024px) 100vw, 1024px" /><figcaption class="wp-element-caption">${words}</figcaption></figure>
<h2 class="wp-block-heading">${words.slice(0, 40)}</h2>
<ul class="wp-block-list">${times(4, () => `<li>${words.slice(0, 60)}</li>`)}</ul>
<blockquote class="wp-block-quote"><p>${words}</p><cite>A. Person</cite></blockquote>
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper"><iframe title="Video" width="500" height="281" src="https://video.example/embed/abc" frameborder="0" allow="autoplay; encrypted-media" allowfullscreen></iframe></div></figure>
<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul>${times(3, (n) => `<li><a rel="nofollow" href="https://paper.example/${n}?share=x" class="share-x">X</a></li>`)}</ul></div>
<p>The post ${link(1, words.slice(0, 20))} appeared first on <a href="https://paper.example">The Paper</a>.</p>`
}

/** An editor of the web's middle age: paragraphs, spans with style, some of it never closed. */
function classic(words: string): string {
  return times(9, (n) =>
    n % 4 === 3
      ? `<p>${words}<br />${words}\n<p align="justify">${link(n, words.slice(0, 12))}`
      : `<p style="text-align: justify;"><span style="font-size: 12pt; color: #333333; font-family: arial,helvetica;">${words} <strong>${words.slice(0, 24)}</strong> ${words} <em>${link(n, words.slice(0, 16))}</em>.</span></p>`,
  )
}

/** A newsletter: tables in tables, everything styled, a pixel. */
function letter(words: string): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="background:#ffffff;"><tbody>${times(
    7,
    (n) =>
      `<tr><td align="left" style="font-size:0px;padding:10px 25px;word-break:break-word;"><div style="font-family:Helvetica;font-size:13px;line-height:1.4;text-align:left;color:#000000;"><p>${words} ${link(n, words.slice(0, 20))}</p><p>${words}</p></div></td></tr>`,
  )}</tbody></table><img src="https://letter.example/open?id=1" width="1" height="1" alt="">`
}

/** Markup of the first years: fonts, breaks, tags that cross. */
function old(words: string): string {
  return `<center><font face="verdana" size="2">${times(8, (n) => `${words}<br><br>${link(n, words.slice(0, 14))} ${words}<br>`)}</font></center><b>${words}<i></b>${words}</i>`
}
