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
