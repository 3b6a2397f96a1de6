import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { Unavailable } from '../core/errors.ts'
import { openDatabase } from './database.ts'

test('a database that cannot be reached is told with the reason, without codes', async () => {
  const table: [url: string, told: RegExp][] = [
    [
      `postgres://127.0.0.1:${await closedPort()}/wire`,
      /cannot be reached: nothing takes connections there, is it running\?$/,
    ],
    [`postgres:///wire?host=${encodeURIComponent(tmpdir())}`, /there is no socket in that folder, is it running\?$/],
    ['postgres://nowhere.invalid/wire', /there is no machine of that name\.$|cannot be looked up now\.$/],
  ]
  for (const [databaseUrl, told] of table)
    await assert.rejects(
      openDatabase({ data: tmpdir(), databaseUrl, databaseListenUrl: undefined }, { role: 'command' }),
      (error) => {
        assert.ok(error instanceof Unavailable)
        assert.match(error.message, told)
        return true
      },
    )
})

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
