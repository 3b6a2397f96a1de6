import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { Unavailable } from '../core/errors.ts'
import { withDatabase } from './with-database.ts'

test('a full disk of the database is told as that; what else fails is passed on', async () => {
  await using world = await newsroom()
  const failing = (error: Error) => withDatabase(world.config, () => Promise.reject(error))
  await assert.rejects(
    failing(Object.assign(new Error('could not extend file "base/5/1"'), { code: '53100' })),
    (error) => error instanceof Unavailable && /^The disk of the database is full: make room/.test(error.message),
  )
  await assert.rejects(failing(new Error('something else')), /^Error: something else$/)
})
