import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { test } from 'node:test'
import { call } from '../../test/support/commands.ts'
import { readConfig } from '../config.ts'
import { command } from './doctor.ts'

test('what is wrong is told beside what is well, each with what to do, and the status is 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wr-'))
  await writeFile(join(folder, 'media'), 'no folder')
  process.env.WIREROOM_DTA = '/var/lib/wire'
  try {
    const config = readConfig({
      WIREROOM_DATA: folder,
      WIREROOM_URL: 'http://wire.example',
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      WIREROOM_SECRET: 'a secret of tests alone, 32 characters',
      SMTP_URL: 'smtp://127.0.0.1:1',
    })
    const { printed } = await call(command, [], {}, config)
    const told = printed.join('\n')
    assert.match(told, /^look {3}settings .*WIREROOM_DTA is no setting \(did you mean "WIREROOM_DATA"\?\)\.$/m)
    assert.match(told, /^look {3}address .*not https/m)
    assert.match(told, /^ok {5}disk /m)
    assert.match(told, /^WRONG {2}database .*nothing takes connections there/m)
    assert.match(told, /^WRONG {2}mail .*127\.0\.0\.1:1 takes no connection: check SMTP_URL/m)
    assert.match(told, /^WRONG {2}media .*media cannot be a folder/m)
    assert.equal(process.exitCode, 1)
  } finally {
    process.exitCode = 0
    delete process.env.WIREROOM_DTA
    await rm(folder, { recursive: true })
  }
})
