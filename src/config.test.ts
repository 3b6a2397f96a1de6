import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { test } from 'node:test'
import { ConfigError, environment, readConfig } from './config.ts'

test('with nothing set, everything has its usual value', () => {
  const config = readConfig({})
  assert.deepEqual(
    [config.host, config.port, config.url, config.databaseUrl, config.minPollSeconds, config.webProcesses],
    ['127.0.0.1', 3000, 'http://localhost:3000', undefined, 300, 1],
  )
  assert.equal(readConfig({ PORT: '8000' }).url, 'http://localhost:8000')
  assert.equal(readConfig({ WIREROOM_URL: 'https://wire.example/' }).url, 'https://wire.example')
})

test('every mistake is told at once, each with what to do, and no secret is repeated', () => {
  const env = {
    PORT: '70000',
    WIREROOM_URL: 'wire.example',
    DATABASE_URL: 'mysql://desk:hunter2@db.example/wire',
    WIREROOM_SECRET: 'hunter2',
    SMTP_URL: 'mailto:hunter2@mail.example',
    S3_BUCKET: 'pictures',
    WIREROOM_ALLOW_PRIVATE_NETWORKS: 'perhaps',
    WIREROOM_ALLOWED_PORTS: '80,http',
    WIREROOM_MIN_POLL_SECONDS: '0',
    WIREROOM_TRUSTED_PROXIES: '127.0.0.1, proxy.example, 10.0.0.0/40',
    LOG_LEVEL: 'loud',
  }
  const mistakes = mistakesOf(env)
  const named = Object.keys(env).map((name) => (name === 'S3_BUCKET' ? 'S3_ENDPOINT' : name))
  for (const name of named) assert.equal(mistakes.filter((mistake) => mistake.startsWith(name)).length, 1, name)
  assert.equal(mistakes.length, named.length, mistakes.join('\n'))
  assert.doesNotMatch(mistakes.join('\n'), /hunter2/)
})

test('the public address is where the site begins: a path, a query or a password in it is a mistake', () => {
  for (const url of [
    'https://example.org/wire',
    'https://example.org/?a=b',
    'https://desk:x@example.org',
    'https://example.org/#x',
  ])
    assert.match(mistakesOf({ WIREROOM_URL: url })[0] ?? '', /^WIREROOM_URL .*https:\/\/example\.org/, url)
})

test('a proxy is an address or a range', () => {
  const proxies = ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8']
  assert.deepEqual(readConfig({ WIREROOM_TRUSTED_PROXIES: proxies.join(', ') }).trustedProxies, proxies)
  for (const wrong of ['10.0.0.0/33', '::1/129', '10.0.0.0/', '10.0.0.0/x', '10.0.0.0/8/8', 'localhost'])
    assert.match(mistakesOf({ WIREROOM_TRUSTED_PROXIES: wrong })[0] ?? '', /^WIREROOM_TRUSTED_PROXIES/, wrong)
})

test('what a system would take for something else is a mistake', () => {
  const table: [env: Record<string, string>, told: RegExp][] = [
    [{ PORT: '0x10' }, /^PORT is "0x10": give a whole number from 1 to 65535/],
    [{ WIREROOM_ALLOWED_PORTS: '80,4e2' }, /^WIREROOM_ALLOWED_PORTS is "80, 4e2"/],
    [{ WIREROOM_DATA: '~/wire' }, /^WIREROOM_DATA is "~\/wire": only a shell knows/],
    [{ DATABASE_LISTEN_URL: 'postgres://db/x' }, /^DATABASE_LISTEN_URL is set and DATABASE_URL is not/],
    [{ WIREROOM_MAIL_FROM: 'nobody' }, /^WIREROOM_MAIL_FROM is "nobody": give a mail address/],
  ]
  for (const [env, told] of table) assert.match(mistakesOf(env).join('\n'), told)
  assert.equal(readConfig({ PORT: ' ', HOST: '' }).port, 3000, 'an empty setting is none')
  const from = 'The Wire <wire@example.org>'
  assert.equal(readConfig({ WIREROOM_MAIL_FROM: from }).mailFrom, from)
})

test('a media store lacks what was not given, not what was given wrongly', () => {
  assert.deepEqual(mistakesOf({ S3_ENDPOINT: 'store.example', S3_BUCKET: 'wire' }), [
    'S3_ENDPOINT is not an address this can use: it must start with http:// or https://.',
    'S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY are missing: the media store needs all four S3 settings, or none.',
  ])
})

test('a file .env adds to the environment, which wins; one that cannot be read is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wr-'))
  const before = process.cwd()
  process.chdir(folder)
  try {
    assert.equal(environment().PATH, process.env.PATH)
    await writeFile('.env', 'PORT="4000"\nPATH=/nowhere\n')
    assert.equal(environment().PORT, '4000')
    assert.equal(environment().PATH, process.env.PATH)
    await rm('.env')
    await mkdir('.env')
    assert.throws(environment, /\.env cannot be read \(EISDIR\): change its owner or mode, or move it away\./)
  } finally {
    process.chdir(before)
    await rm(folder, { recursive: true })
  }
})

function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error))
    return error.mistakes
  }
  return []
}

test('name servers are addresses, with a port or without', () => {
  const resolvers = '9.9.9.9, 127.0.0.1:5353, 2620:fe::fe, [2620:fe::fe]:53'
  assert.deepEqual(readConfig({ WIREROOM_RESOLVERS: resolvers }).resolvers, resolvers.split(', '))
  for (const wrong of ['dns.example', '9.9.9', '9.9.9.9:0', '9.9.9.9:99999', '[9.9.9.9]:53', '2620:fe::fe]:53'])
    assert.throws(() => readConfig({ WIREROOM_RESOLVERS: wrong }), /WIREROOM_RESOLVERS has/, wrong)
})
