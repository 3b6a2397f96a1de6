import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { answerLines } from './parse.ts'

test('every line is answered in its turn, whatever is wrong with it', async () => {
  const feed =
    '<rss version="2.0"><channel><title>T</title><item><description>&lt;script>1&lt;/script>&lt;a href="/x">x&lt;/a></description></item></channel></rss>'
  const lines = [
    JSON.stringify({ text: feed, base: 'https://paper.example/' }),
    'no json',
    '[]',
    '{}',
    '{"file":"/no/such/file"}',
    '',
    JSON.stringify({ text: feed, base: '::' }),
  ]
  const answers: { ok: boolean; file?: string; problems: string[]; items: { summary?: string; raw?: string }[] }[] = []
  await answerLines(Readable.from([lines.join('\n')]), { print: (line) => answers.push(JSON.parse(line)) })
  assert.deepEqual(
    answers.map((answer) => answer.ok),
    [true, false, false, false, false, true],
  )
  assert.match(answers[0]?.items[0]?.summary ?? '', /href="https:\/\/paper\.example\/x"/)
  assert.doesNotMatch(answers[0]?.items[0]?.summary ?? '', /script/)
  assert.equal(answers[0]?.items[0]?.raw, undefined)
  assert.deepEqual([answers[4]?.file, answers[4]?.problems], ['/no/such/file', ['there is no such file']])
})

test('a page answers with the feeds it offers, and is usable for them alone', async () => {
  const offers = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed"><p>Welcome</p>'
  const questions = [offers, '<p>Welcome</p>', `${offers}<article class="h-entry"><p class="p-name">One</p></article>`]
  const answers: { ok: boolean; format: string; feeds: object[]; items: object[] }[] = []
  const lines = questions.map((text) =>
    JSON.stringify({ text: `<!doctype html>${text}`, base: 'https://paper.example/' }),
  )
  await answerLines(Readable.from([lines.join('\n')]), { print: (line) => answers.push(JSON.parse(line)) })
  const found = [{ url: 'https://paper.example/feed', title: 'News', type: 'application/rss+xml' }]
  assert.deepEqual(
    answers.map(({ ok, format, feeds, items }) => ({ ok, format, feeds, items: items.length })),
    [
      { ok: true, format: 'html', feeds: found, items: 0 },
      { ok: false, format: 'html', feeds: [], items: 0 },
      { ok: true, format: 'h-feed', feeds: found, items: 1 },
    ],
  )
})
