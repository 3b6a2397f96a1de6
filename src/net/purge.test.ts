import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strangers } from '../../test/support/strangers.ts'
import { Unavailable } from '../core/errors.ts'
import { createPurge } from './purge.ts'

test('the hook is told the tags; where it does not answer well, the task comes again', async () => {
  await using net = await strangers()
  const site = await net.site()
  const bodies: string[] = []
  let status = 204
  site.serve('/purge', (request, response) => {
    request.on('data', (chunk) => bodies.push(`${request.method} ${request.headers['content-type']} ${chunk}`))
    request.on('end', () => {
      response.statusCode = status
      response.end()
    })
  })
  const purge = createPurge(`${site.url}/purge`)
  await purge(['front', 'story:1'])
  assert.deepEqual(bodies, ['POST application/json {"tags":["front","story:1"]}'])
  for (status of [302, 404, 500]) await assert.rejects(purge(['front']), Unavailable, String(status))
})

test('without a hook there is nothing to tell', async () => {
  await createPurge(undefined)(['front'])
})
