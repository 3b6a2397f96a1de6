import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const commands = [
  'start',
  'serve',
  'work',
  'migrate',
  'member',
  'source',
  'release',
  'story',
  'topic',
  'network',
  'parse',
  'sanitise',
  'backup',
  'restore',
  'stats',
  'doctor',
]

test('the menu names every command', async () => {
  const { said, status } = await wireroom(['--help'])
  assert.equal(status, 0)
  for (const command of commands) assert.match(said, new RegExp(`^ {2}${command} `, 'm'))
})

test('each command tells how it is called', async () => {
  const answers = await Promise.all(['source', 'backup', 'parse'].map((name) => wireroom([name, '--help'])))
  for (const { said, status } of answers) {
    assert.equal(status, 0)
    assert.match(said, /^usage: wireroom \w+/m)
    assert.match(said, /--json/)
  }
})

test('a wrong call ends with status 2, one sentence, and the name that was meant', async () => {
  const [command, option] = await Promise.all([wireroom(['strat']), wireroom(['stats', '--jsno'])])
  assert.deepEqual(command, {
    status: 2,
    said: '',
    complained: 'wireroom: There is no command "strat" (did you mean "start"?). "wireroom --help" lists them.\n',
  })
  assert.deepEqual(option, {
    status: 2,
    said: '',
    complained:
      'wireroom: "stats" has no option --jsno (did you mean "--json"?). "wireroom stats --help" tells more.\n',
  })
})

test('what follows in vain is refused, not passed over', async () => {
  const [extra, value, flag, nobody, json] = await Promise.all([
    wireroom(['stats', 'all']),
    wireroom(['source', 'list', '--member']),
    wireroom(['stats', '--json=yes']),
    wireroom(['help', 'strat']),
    wireroom(['start', '--json']),
  ])
  for (const { status, said } of [extra, value, flag, nobody, json])
    assert.deepEqual({ status, said }, { status: 2, said: '' })
  assert.match(extra.complained, /"all" is one word too many\. "wireroom stats --help" tells more\.\n$/)
  assert.match(value.complained, /--member lacks its value\. "wireroom source --help" tells more\.\n$/)
  assert.match(flag.complained, /--json takes no value\./)
  assert.match(nobody.complained, /There is no command "strat" \(did you mean "start"\?\)/)
  assert.match(json.complained, /"start" has no option --json/)
})

test('all mistakes of the environment are told at once, with status 1 and no stack trace', async () => {
  const { status, complained } = await wireroom(['stats'], { PORT: 'three', LOG_LEVEL: 'loud' })
  assert.equal(status, 1)
  assert.match(complained, /2 settings are wrong:\n {2}PORT is "three".*\n {2}LOG_LEVEL is "loud"/)
  assert.doesNotMatch(complained, /\n\s+at /)
})

test('a command that lacks a word says which', async () => {
  const { status, complained } = await wireroom(['restore'])
  assert.equal(status, 2)
  assert.match(complained, /Say which file to restore/)
})

async function wireroom(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), ...words], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const status = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { status: await status, said, complained }
}
