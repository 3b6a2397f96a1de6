import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

const scripts = ['./assets/reader.js', './assets/offline.js', '../reader/offline-worker.js'].map((path) => ({
  path,
  text: readFileSync(new URL(path, import.meta.url), 'utf8'),
}))

test('the script of every page for readers weighs less than 4 KB', () => {
  const bytes = gzipSync(scripts[0]?.text ?? '').length
  assert.ok(bytes > 1_000 && bytes < 4_096, `reader.js weighs ${bytes} bytes`)
})

test('readers’ scripts write no markup, ask nobody elsewhere, and set no cookie', () => {
  for (const { path, text } of scripts) {
    assert.doesNotMatch(
      text,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(|new Function/,
      path,
    )
    assert.doesNotMatch(text, /https?:\/\/|cookie\s*=|sendBeacon|XMLHttpRequest|EventSource|WebSocket/, path)
  }
  const [reader] = scripts
  assert.doesNotMatch(reader?.text ?? '', /\bfetch\(/, 'what a reader does stays in their browser')
})
