import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { testClock } from '../../test/support/clock.ts'
import type { Route } from '../routes.ts'
import { page, respond, text } from './answer.ts'
import { clientAddress } from './client-address.ts'
import { createEditions } from './editions.ts'
import { securityHeaders } from './security-headers.ts'
import { createWebServer } from './server.ts'

const body = `<!doctype html><title>News</title>${'<p>Something happened.</p>'.repeat(100)}`

async function serving(
  handle?: (request: Request) => Promise<Response>,
  admits: (route: Route, headers: Headers) => Promise<boolean> = async () => false,
) {
  const clock = testClock()
  const editions = createEditions({ clock, maxBytes: 1024 * 1024 })
  let rendered = 0
  const errors: string[] = []
  const error = (message: string, fields: Record<string, unknown> = {}) => void errors.push(`${message} ${fields.path}`)
  const log = { debug() {}, info() {}, warning() {}, error }
  const own = async (request: Request) => {
    rendered += 1
    if (request.method !== 'GET') return text(`got ${(await request.arrayBuffer()).byteLength}`)
    return page(body, { tags: ['front'], lastModified: new Date('2026-11-20T08:00:00Z') })
  }
  const web = createWebServer({
    editions,
    handle: handle ?? (async (request) => respond(await own(request))),
    keyOf: (url) => url,
    admits,
    headers: securityHeaders(true),
    client: clientAddress([]),
    log,
  })
  const { port } = await web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  return { port, editions, clock, errors, rendered: () => rendered, [Symbol.asyncDispose]: () => web.close() }
}

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Asks without the conveniences of fetch, which decompresses. */
async function ask(
  port: number,
  headers: Record<string, string> = {},
  options: { method?: string; path?: string; body?: string | Buffer; chunked?: boolean } = {},
): Promise<Got> {
  const asked = httpRequest({
    port,
    host: '127.0.0.1',
    path: options.path ?? '/',
    method: options.method ?? 'GET',
    headers,
    agent: false,
  })
  asked.on('error', () => undefined)
  if (options.chunked) asked.flushHeaders()
  asked.end(options.body)
  const [answer] = await once(asked, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
}

test('a page is rendered once and answered in the encoding each reader takes', async () => {
  await using site = await serving()
  const plain = await ask(site.port)
  const gzip = await ask(site.port, { 'accept-encoding': 'gzip' })
  const br = await ask(site.port, { 'accept-encoding': 'gzip, deflate, br;q=0.9' })
  const refused = await ask(site.port, { 'accept-encoding': 'br;q=0, gzip;q=0.0' })
  assert.equal(site.rendered(), 1)
  assert.equal(plain.body.toString(), body)
  assert.equal(gunzipSync(gzip.body).toString(), body)
  assert.equal(brotliDecompressSync(br.body).toString(), body)
  assert.equal(refused.headers['content-encoding'], undefined)
  assert.equal(new Set([plain, gzip, br].map((got) => got.headers.etag)).size, 3)
  for (const got of [plain, gzip, br]) {
    assert.equal(got.headers.vary, 'accept-encoding')
    assert.match(got.headers['cache-control'] ?? '', /^public, max-age=0, s-maxage=\d+/)
    assert.equal(got.headers['cache-tag'], 'front')
  }
})

test('every answer carries a request id of its own and the security headers, also a kept one and a 304', async () => {
  await using site = await serving()
  const first = await ask(site.port)
  const again = await ask(site.port)
  const unchanged = await ask(site.port, { 'if-none-match': String(first.headers.etag) })
  assert.equal(unchanged.status, 304)
  const ids = [first, again, unchanged].map((got) => String(got.headers['x-request-id']))
  assert.equal(new Set(ids).size, 3)
  for (const got of [first, again, unchanged]) {
    assert.match(String(got.headers['x-request-id']), /^[0-9a-f-]{36}$/)
    assert.match(String(got.headers['content-security-policy']), /default-src 'none'/)
    assert.equal(got.headers['x-content-type-options'], 'nosniff')
    assert.equal(got.headers['set-cookie'], undefined)
  }
})

test('who has the content hears 304: by tag in a list, weak, of another encoding, by the date told', async () => {
  await using site = await serving()
  const { headers } = await ask(site.port, { 'accept-encoding': 'gzip' })
  const etag = String(headers.etag)
  const answers = async (conditions: Record<string, string>) => (await ask(site.port, conditions)).status
  assert.equal(await answers({ 'if-none-match': `"other", W/${etag}` }), 304)
  assert.equal(await answers({ 'if-none-match': etag, 'accept-encoding': 'br' }), 304)
  assert.equal(await answers({ 'if-none-match': '*' }), 304)
  assert.equal(await answers({ 'if-none-match': '"other"' }), 200)
  assert.equal(await answers({ 'if-modified-since': String(headers['last-modified']) }), 304)
  assert.equal(
    await answers({ 'if-none-match': '"other"', 'if-modified-since': String(headers['last-modified']) }),
    200,
  )
  const same = await ask(site.port, { 'if-none-match': etag, 'accept-encoding': 'gzip' })
  assert.deepEqual([same.body.length, same.headers.etag, same.headers['content-length']], [0, etag, undefined])
})

test('who asks by date alone hears that a list lost a story', async () => {
  await using site = await serving()
  const { headers } = await ask(site.port)
  site.clock.advance(60)
  site.editions.drop(['front'])
  assert.equal((await ask(site.port, { 'if-modified-since': String(headers['last-modified']) })).status, 200)
})

test('HEAD says what GET would, and fills the edition', async () => {
  await using site = await serving()
  const head = await ask(site.port, { 'accept-encoding': 'gzip' }, { method: 'HEAD' })
  const get = await ask(site.port, { 'accept-encoding': 'gzip' })
  assert.equal(head.body.length, 0)
  assert.equal(head.headers.etag, get.headers.etag)
  assert.equal(head.headers['content-length'], String(get.body.length))
  assert.equal(site.rendered(), 1)
})

test('HEAD tells the length also of what nobody keeps', async () => {
  await using site = await serving()
  const head = await ask(site.port, { authorization: 'Bearer secret' }, { method: 'HEAD' })
  assert.deepEqual([head.status, head.body.length], [200, 0])
  assert.equal(head.headers['content-length'], String(Buffer.byteLength(body)))
})

test('what is made anew each time tells no date but its own', async () => {
  const lastModified = new Date('2026-11-20T08:00:00Z')
  const picture = { status: 200, type: 'image/png', body: 'bytes', cache: 'immutable', tags: [] } as const
  await using dated = await serving(async () => respond({ ...picture, lastModified }))
  await using undated = await serving(async () => respond(picture))
  assert.equal((await ask(undated.port)).headers['last-modified'], undefined)
  assert.equal((await ask(undated.port, { 'if-modified-since': lastModified.toUTCString() })).status, 200)
  assert.equal((await ask(dated.port)).headers['last-modified'], lastModified.toUTCString())
  assert.equal((await ask(dated.port, { 'if-modified-since': lastModified.toUTCString() })).status, 304)
})

test('who leaves in the middle of what they send is no failure of ours', async () => {
  await using site = await serving()
  const socket = connect(site.port, '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc')
  await ask(site.port)
  socket.destroy()
  await once(socket, 'close')
  await ask(site.port)
  assert.deepEqual(site.errors, [])
})

test('a person we know neither reads nor fills editions, and nobody keeps what they see', async () => {
  await using site = await serving()
  const known: Record<string, string>[] = [
    { cookie: 'a=b; __Host-wireroom=secret' },
    { authorization: 'Bearer secret' },
  ]
  for (const headers of known) {
    const got = await ask(site.port, headers)
    assert.equal(got.headers['cache-control'], 'private, no-store')
    assert.equal(got.headers['cache-tag'], undefined)
  }
  assert.equal(site.editions.counts().editions, 0)
  await ask(site.port)
  await ask(site.port, known[0])
  assert.equal(site.rendered(), 4)
  assert.match(String((await ask(site.port, { cookie: 'not__Host-wireroom=1' })).headers['cache-control']), /^public/)
})

test('a body over a megabyte is refused, whether it says its length or not', async () => {
  await using site = await serving()
  const large = Buffer.alloc(1024 * 1024 + 1)
  const refused = await ask(site.port, { 'content-length': String(large.length) }, { method: 'POST' })
  assert.equal(refused.status, 413)
  assert.match(refused.body.toString(), /<html lang="en" dir="ltr">.*This is more than the form takes\. Go back/)
  const chunked = { 'transfer-encoding': 'chunked' }
  assert.equal((await ask(site.port, chunked, { method: 'POST', body: large })).status, 413)
  const fits = await ask(site.port, chunked, { method: 'POST', body: large.subarray(1) })
  assert.equal(fits.body.toString(), 'got 1048576')
  assert.equal((await ask(site.port, {}, { method: 'TRACE' })).status, 405)
})

test('a list of feeds may be larger, from whoever may hand one in: a cookie alone is no proof', async () => {
  await using site = await serving(
    undefined,
    async (_route, headers) => headers.get('cookie') === 'wireroom=administrator',
  )
  const path = '/settings/sources/import'
  const large = Buffer.alloc(1024 * 1024 + 1)
  const send = (cookie: string, headers = {}) =>
    ask(site.port, { cookie, ...headers }, { method: 'POST', path, body: large })
  assert.equal((await send('wireroom=administrator')).body.toString(), 'got 1048577')
  assert.equal((await send('wireroom=made-up')).status, 413)
  assert.equal((await send('wireroom=made-up', { 'transfer-encoding': 'chunked' })).status, 413)
  const tooMuch = { 'content-length': String(9 * 1024 * 1024) }
  assert.equal(
    (await ask(site.port, { cookie: 'wireroom=administrator', ...tooMuch }, { method: 'POST', path })).status,
    413,
  )
})

test('what is logged of a request that broke is its path: a key may stand behind it', async () => {
  await using site = await serving(() => Promise.reject(new Error('broken')))
  await ask(site.port, {}, { path: '/sign-in/link?key=secret' })
  assert.deepEqual(site.errors, ['A request could not be answered. /sign-in/link'])
})

test('a router that throws answers 500 and shows nothing of it', async () => {
  await using site = await serving(() => Promise.reject(new Error('password=hunter2')))
  const got = await ask(site.port)
  assert.equal(got.status, 500)
  assert.doesNotMatch(got.body.toString(), /hunter2/)
  assert.match(got.body.toString(), /^The fault is ours\./)
  assert.ok(got.body.toString().includes(String(got.headers['x-request-id'])), 'its number finds it in the log')
})

test('what is not HTTP is answered 400 and the line is cut', async () => {
  await using site = await serving()
  const socket = connect(site.port, '127.0.0.1')
  socket.write('what?\r\n\r\n')
  let said = ''
  for await (const chunk of socket) said += chunk
  assert.match(said, /^HTTP\/1\.1 400 /)
})

test('closing ends within two seconds, also with a client that never finishes its request', async () => {
  const site = await serving()
  const socket = connect(site.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc')
  await ask(site.port)
  const began = performance.now()
  await site[Symbol.asyncDispose]()
  assert.ok(performance.now() - began < 2_000)
  socket.destroy()
})

test('a picture is answered in parts, each with what the whole is known by', async () => {
  await using site = await serving(async () =>
    respond({
      ...{ status: 200, type: 'image/png', body: Buffer.from('0123456789'), cache: 'immutable', tags: ['story:1'] },
      headers: { 'accept-ranges': 'bytes' },
    }),
  )
  const whole = await ask(site.port, { 'accept-encoding': 'gzip' })
  assert.deepEqual(
    [whole.status, whole.headers['accept-ranges'], whole.headers.etag !== undefined],
    [200, 'bytes', true],
  )
  const part = await ask(site.port, { range: 'bytes=2-5' })
  assert.deepEqual([part.status, part.body.toString()], [206, '2345'])
  assert.deepEqual([part.headers['content-range'], part.headers['content-length']], ['bytes 2-5/10', '4'])
  for (const name of ['etag', 'last-modified', 'content-type', 'cache-control', 'x-content-type-options'])
    assert.equal(part.headers[name], whole.headers[name], name)

  const beyond = await ask(site.port, { range: 'bytes=10-' })
  assert.deepEqual([beyond.status, beyond.body.length, beyond.headers['content-range']], [416, 0, 'bytes */10'])
  assert.equal(beyond.headers['cache-control'], 'no-store')

  const { etag = '' } = whole.headers
  assert.equal((await ask(site.port, { range: 'bytes=-3', 'if-range': etag })).body.toString(), '789')
  assert.equal((await ask(site.port, { range: 'bytes=-3', 'if-range': '"other"' })).status, 200)
  assert.equal((await ask(site.port, { range: 'bytes=0-1', 'if-none-match': etag })).status, 304)
  assert.equal((await ask(site.port, { range: 'bytes=0-1' }, { method: 'HEAD' })).status, 200)
})

test('a page has no parts', async () => {
  await using site = await serving()
  const got = await ask(site.port, { range: 'bytes=0-9' })
  assert.deepEqual([got.status, got.body.toString(), got.headers['accept-ranges']], [200, body, undefined])
})

test('an outdated page answers as it was once more, and then as it is', async () => {
  let news = 'old'
  let fails = false
  await using site = await serving(async () => {
    if (fails) throw new Error('no database')
    return respond(page(news, { tags: ['front'] }))
  })
  const read = async () => (await ask(site.port)).body.toString()
  assert.equal(await read(), 'old')
  news = 'new'
  site.editions.outdate(['front'])
  assert.equal(await read(), 'old')
  while ((await read()) !== 'new');

  // What cannot be made anew is told to the log; whoever comes when the moment is over is told, too.
  fails = true
  site.editions.outdate(['front'])
  assert.equal(await read(), 'new')
  while (site.errors.length === 0) await read()
  assert.equal(site.errors[0], 'An outdated page could not be made anew. /')
  site.clock.advance(1)
  assert.equal((await ask(site.port)).status, 500)
})
