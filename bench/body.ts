/** A document of 41.7 KB that compresses as a feed does: words in sentences, the same every time. */
const words =
  'court archive letter harbour press member release summer reading room volunteers ruling name boxes posters parish founders community evening station newsroom editors clinic museum choir scores winter capacity shelter network'.split(
    ' ',
  )
let seed = 7
const next = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
  return seed
}
const sentence = () => Array.from({ length: 9 + (next() % 9) }, () => words[next() % words.length]).join(' ')

let body = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Bench</title>\n'
for (let n = 0; body.length < 41_000; n += 1)
  body += `<item><title>${sentence()}</title><link>https://wire.example/2026/11/24/${n}</link><guid isPermaLink="false">tag:wire.example,2026:story/${next()}</guid><description>${sentence()}. ${sentence()}.</description></item>\n`
export const feedBody = `${body}${' '.repeat(Math.max(0, 41_670 - body.length))}</channel></rss>\n`
