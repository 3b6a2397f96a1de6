import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { cleanLines } from './sanitise.ts'

async function answers(lines: readonly string[]): Promise<{ printed: string[]; noted: string[] }> {
  const printed: string[] = []
  const noted: string[] = []
  const out = { print: (line: string) => void printed.push(line), note: (line: string) => void noted.push(line) }
  await cleanLines(Readable.from([`${lines.join('\n')}\n`]), { base: 'https://a.example/b/' }, out)
  return { printed, noted }
}

test('every line is a JSON string in and out, in its turn', async () => {
  const { printed } = await answers(['"<p onclick=x>one</p>"', String.raw`"<a href=c>\ud83d\udc4d</a>\n<b>two"`])
  assert.deepEqual(
    printed.map((line): unknown => JSON.parse(line)),
    ['<p>one</p>', '<a href="https://a.example/b/c" rel="nofollow noopener ugc">👍</a>\n<b>two</b>'],
  )
})

test('a line that is no JSON string is answered too, and said', async () => {
  const { printed, noted } = await answers(['nonsense', '{"a":1}', '"<i>still here</i>"'])
  assert.deepEqual(printed, ['""', '""', '"<i>still here</i>"'])
  assert.deepEqual(noted, ['Line 1 is no JSON string.', 'Line 2 is no JSON string.'])
})
