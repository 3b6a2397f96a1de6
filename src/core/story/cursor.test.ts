import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoryId } from '../id.ts'
import { readCursor, writeCursor } from './cursor.ts'

const id = '0199bbbb-0000-7000-8000-000000000001' as StoryId

test('a cursor is read as it was written', () => {
  const publishedAt = new Date('2026-11-22T14:02:00.123Z')
  assert.deepEqual(readCursor(writeCursor({ publishedAt, id })), { at: publishedAt, id })
})

test('what is no cursor of ours is none', () => {
  for (const text of [undefined, '', '1', `x-${id}`, `1-${id}x`, `99999999999999-${id}`])
    assert.equal(readCursor(text), undefined, String(text))
})
