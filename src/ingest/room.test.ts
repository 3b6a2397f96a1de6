import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRoom } from './room.ts'

const patient = new AbortController().signal

test('those who find no place wait their turn', async () => {
  const room = createRoom(2)
  const first = await room.take(patient)
  await room.take(patient)
  const order: string[] = []
  const third = room.take(patient).then((giveBack) => {
    order.push('third')
    return giveBack
  })
  const fourth = room.take(patient).then(() => order.push('fourth'))
  await Promise.resolve()
  assert.deepEqual(order, [])
  first()
  first()
  const giveBack = await third
  assert.deepEqual(order, ['third'])
  giveBack()
  await fourth
  assert.deepEqual(order, ['third', 'fourth'])
})

test('who gives up waiting takes nobody’s place', async () => {
  const room = createRoom(1)
  const giveBack = await room.take(patient)
  const leaving = new AbortController()
  const left = room.take(leaving.signal)
  const next = room.take(patient)
  leaving.abort(new Error('enough'))
  await assert.rejects(left, /enough/)
  giveBack()
  await next
  await assert.rejects(room.take(leaving.signal), /enough/)
})
