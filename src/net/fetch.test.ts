import assert from 'node:assert/strict'
import { test } from 'node:test'
import zlib from 'node:zlib'
import { type Stranger, strangers } from '../../test/support/strangers.ts'
import { createFetcher, type Fetched, type FetchOptions, type Limits } from './fetch.ts'

/** One site of strangers, and a way to it with limits of the test's own. */
async function visitor(limits: Partial<Limits> = {}, userAgent = 'Wireroom/1 (Harbour Wire)') {
  const net = await strangers()
  const site = await net.site()
  const fetcher = createFetcher({ allowPrivateNetworks: true, allowedPorts: [], userAgent, limits })
  return {
    site,
    fetch: (path: string, options: FetchOptions = { feed: true }) => fetcher.fetch(site.url + path, options),
    async [Symbol.asyncDispose]() {
      await fetcher.close()
      await net[Symbol.asyncDispose]()
    },
  }
}

const reasonOf = (answer: Fetched) => ('reason' in answer ? answer.reason : `(${answer.kind})`)
const textOf = (answer: Fetched) => (answer.kind === 'fetched' ? Buffer.from(answer.body).toString() : reasonOf(answer))
const headersAt = (site: Stranger, i = -1) => site.requests.at(i)?.headers ?? {}

/** Serves bytes as they are, headers and all. */
const raw = (text: string) => (_: unknown, response: import('node:http').ServerResponse) => {
  response.socket?.end(text.replaceAll('\n', '\r\n'), 'latin1')
}

test('a named visitor says who comes, a neutral one does not', async () => {
  await using way = await visitor()
  way.site.serve('/feed', 'hello')
  await way.fetch('/feed')
  assert.equal(headersAt(way.site)['user-agent'], 'Wireroom/1 (Harbour Wire)')
  await way.fetch('/feed', { feed: true, agent: 'neutral' })
  const { 'user-agent': agent, ...others } = headersAt(way.site)
  assert.equal(agent, 'FeedReader/1.0')
  assert.doesNotMatch(JSON.stringify(others), /wire/i)
})

test('validators go back as they were given, only to the address that gave them', async () => {
  await using way = await visitor()
  const { site } = way
  const etag = 'W/"caf\u00e9 \u00b7 1", x'
  const lastModified = 'last tuesday, about noon'
  site.serve('/old', { status: 302, headers: { location: '/feed' } })
  site.serve('/feed', (request, response) => {
    response.writeHead(request.headers['if-none-match'] === etag ? 304 : 200, { etag, 'last-modified': lastModified })
    response.end()
  })
  const first = await way.fetch('/old')
  assert.equal(first.headers.etag, etag)
  const validators = { etag, lastModified, from: first.finalUrl }
  const second = await way.fetch('/old', { feed: true, validators })
  assert.equal(second.kind, 'not-modified')
  assert.equal(headersAt(site, -2)['if-none-match'], undefined)
  assert.equal(headersAt(site)['if-modified-since'], lastModified)
})

test('validators that no header can carry are not sent', async () => {
  await using way = await visitor()
  way.site.serve('/feed', 'hello')
  const from = `${way.site.url}/feed`
  for (const etag of ['"a\nb"', '"電"', `"${'x'.repeat(2000)}"`, '']) {
    assert.equal(
      textOf(await way.fetch('/feed', { feed: true, validators: { etag, lastModified: null, from } })),
      'hello',
    )
    assert.equal(headersAt(way.site)['if-none-match'], undefined)
  }
})

test('a 304 to an open question is a failure', async () => {
  await using way = await visitor()
  way.site.serve('/feed', { status: 304 })
  assert.match(reasonOf(await way.fetch('/feed')), /304 to an open question/)
})

test('what is compressed is unpacked: gzip, brotli, zstd, deflate, and twice', async () => {
  await using way = await visitor()
  const text = 'hello '.repeat(100)
  const packed: [string, Buffer][] = [
    ['gzip', zlib.gzipSync(text)],
    ['X-GZIP', zlib.gzipSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ['zstd', zlib.zstdCompressSync(text)],
    ['deflate', zlib.deflateSync(text)],
    ['identity', Buffer.from(text)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(text))],
  ]
  for (const [encoding, body] of packed) {
    way.site.serve('/feed', { headers: { 'content-encoding': encoding }, body })
    const answer = await way.fetch('/feed')
    assert.equal(textOf(answer), text, encoding)
    assert.equal(answer.bytes, body.length, encoding)
  }
  assert.equal(headersAt(way.site)['accept-encoding'], 'gzip, br, zstd')
})

test('broken and unknown compression is told apart', async () => {
  await using way = await visitor()
  const serve = (encoding: string, body: Buffer) =>
    way.site.serve('/feed', { headers: { 'content-encoding': encoding }, body })
  const packed = zlib.gzipSync('hello '.repeat(100))
  for (const encoding of ['gzip', 'br', 'zstd', 'deflate']) {
    serve(encoding, Buffer.from('<rss>this is not compressed</rss>'))
    assert.equal(reasonOf(await way.fetch('/feed')), 'Its compression is broken.', encoding)
  }
  serve('gzip', packed.subarray(0, 20))
  assert.equal(reasonOf(await way.fetch('/feed')), 'Its compression is broken.')
  serve('compress', packed)
  assert.match(reasonOf(await way.fetch('/feed')), /not asked for: compress/)
  serve('gzip, gzip, gzip', packed)
  assert.match(reasonOf(await way.fetch('/feed')), /more often than anybody needs/)
})

test('a bomb is put down before it goes off, whichever way it is packed', async () => {
  await using way = await visitor({ bytes: 32 * 1024 * 1024, ratio: 50 })
  const zeros = Buffer.alloc(30 * 1024 * 1024)
  const bombs: [string, Buffer][] = [
    ['gzip', zlib.gzipSync(zeros)],
    ['br', zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['zstd', zlib.zstdCompressSync(zeros)],
    ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(zeros))],
  ]
  for (const [encoding, body] of bombs) {
    way.site.serve('/feed', { headers: { 'content-encoding': encoding }, body })
    const answer = await way.fetch('/feed')
    assert.equal(answer.kind, 'too-big', encoding)
    assert.match(reasonOf(answer), /grows without measure/, encoding)
  }
})

test('a body that is too large unpacked is too large, and one too large packed as well', async () => {
  await using way = await visitor({ bytes: 100_000 })
  way.site.serve('/feed', { headers: { 'content-encoding': 'gzip' }, body: zlib.gzipSync(Buffer.alloc(100_001, 'ab')) })
  assert.equal(reasonOf(await way.fetch('/feed')), 'It is larger than 98 KB.')
  // Members of nothing: the unpacked body stays empty for ever.
  const nothing = zlib.gzipSync('')
  way.site.serve('/feed', endless({ 'content-encoding': 'gzip' }, Buffer.concat(Array(200).fill(nothing))))
  const answer = await way.fetch('/feed')
  assert.equal(answer.kind, 'too-big')
  assert.ok(answer.bytes < 200_000)
})

test('an endless body is read to the limit and no further', async () => {
  await using way = await visitor({ bytes: 100_000 })
  way.site.serve('/feed', endless({}, Buffer.alloc(10_000, 'x')))
  const answer = await way.fetch('/feed')
  assert.equal(answer.kind, 'too-big')
  assert.ok(answer.bytes < 300_000, `${answer.bytes} bytes`)
})

test('a body that grows large waits for room, as long as there is time', async () => {
  await using way = await visitor({ large: 1_000 })
  way.site.serve('/small', 'x'.repeat(1_000))
  way.site.serve('/large', 'x'.repeat(1_001))
  let asked = 0
  const room = async () => {
    asked += 1
  }
  assert.equal((await way.fetch('/small', { feed: true, room })).kind, 'fetched')
  assert.equal(asked, 0)
  assert.equal((await way.fetch('/large', { feed: true, room })).kind, 'fetched')
  assert.equal(asked, 1)
  const never = (signal: AbortSignal) =>
    new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  assert.equal(
    await alone(way.site, '/large', { large: 1_000, totalMs: 200 }, never),
    'timeout: Not all of its answer came within 0.2 seconds.',
  )
})

test('a body that says it is too large is not read at all', async () => {
  await using way = await visitor({ bytes: 1_000 })
  way.site.serve('/feed', { headers: { 'content-length': '1001' }, body: 'x'.repeat(1001) })
  const answer = await way.fetch('/feed')
  assert.equal(answer.kind, 'too-big')
  assert.equal(answer.bytes, 0)
})

test('a server that does not answer, stops in the middle, or drips is left in time, with the reason', async () => {
  await using way = await visitor()
  const { site } = way
  site.serve('/silent', () => undefined)
  site.serve('/stops', (_, response) => {
    response.write('<rss>')
  })
  site.serve('/drips', (_, response) => {
    response.write('<rss>')
    const drip = setInterval(() => response.write('x'), 10)
    response.on('close', () => clearInterval(drip))
  })
  site.serve('/headers', (_, response) => {
    response.socket?.write('HTTP/1.1 200 OK\r\n')
    const drip = setInterval(() => response.socket?.write('x: y\r\n'), 10)
    response.socket?.on('close', () => clearInterval(drip))
  })
  const answers = await Promise.all([
    ...['/silent', '/headers'].map((path) => alone(site, path, { firstByteMs: 100 })),
    ...['/drips', '/stops'].map((path) => alone(site, path, { firstByteMs: 60_000, totalMs: 200 })),
  ])
  const [never, late] = [
    'timeout: It did not answer within 0.1 seconds.',
    'timeout: Not all of its answer came within 0.2 seconds.',
  ]
  assert.deepEqual(answers, [never, never, late, late])
})

test('a redirect loop, too many redirects, and one to nowhere end with the reason', async () => {
  await using way = await visitor({ redirects: 5 })
  const { site } = way
  const lead = (from: string, to: string, status = 302) => site.serve(from, { status, headers: { location: to } })
  lead('/a', '/b')
  lead('/b', '/a')
  assert.equal(reasonOf(await way.fetch('/a')), 'It redirects in a circle.')
  assert.equal(site.requests.length, 2)
  lead('/self', '/self#again')
  assert.equal(reasonOf(await way.fetch('/self')), 'It redirects in a circle.')
  for (let i = 0; i < 6; i += 1) lead(`/${i}`, `/${i + 1}`)
  site.serve('/6', 'the end')
  assert.equal(textOf(await way.fetch('/1')), 'the end')
  assert.equal(reasonOf(await way.fetch('/0')), 'It redirects more than 5 times.')
  lead('/nowhere', 'http://')
  assert.equal(reasonOf(await way.fetch('/nowhere')), 'It redirects to an address that is none.')
})

test('an address has moved where the permanent redirects it begins with end', async () => {
  await using way = await visitor()
  const { site } = way
  const lead = (from: string, to: string, status: number) => site.serve(from, { status, headers: { location: to } })
  site.serve('/end', 'the end')
  lead('/for-good', '/moved', 301)
  lead('/moved', '/end', 308)
  assert.equal((await way.fetch('/for-good')).movedTo, `${site.url}/end`)
  lead('/moved', '/end', 307)
  assert.equal((await way.fetch('/for-good')).movedTo, `${site.url}/moved`)
  assert.equal((await way.fetch('/moved')).movedTo, undefined)
  assert.equal((await way.fetch('/end')).movedTo, undefined)
})

test('wrong lengths: what breaks off is no answer, what goes on is cut where it was said to end', async () => {
  await using way = await visitor()
  way.site.serve('/short', raw('HTTP/1.1 200 OK\nContent-Length: 500\n\n<rss>'))
  assert.equal(reasonOf(await way.fetch('/short')), 'The server broke off before its answer was whole.')
  way.site.serve('/chunk', raw('HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nff\n<rss>'))
  assert.equal(reasonOf(await way.fetch('/chunk')), 'The server broke off before its answer was whole.')
  way.site.serve('/long', raw('HTTP/1.1 200 OK\nContent-Length: 5\n\n<rss>and more'))
  assert.equal(textOf(await way.fetch('/long')), '<rss>')
  way.site.serve('/two', raw('HTTP/1.1 200 OK\nContent-Length: 5\nContent-Length: 9\n\n<rss>'))
  assert.equal((await way.fetch('/two')).kind, 'failed')
  way.site.serve('/open', raw('HTTP/1.1 200 OK\n\n<rss>'))
  assert.equal(textOf(await way.fetch('/open')), '<rss>')
})

test('headers without end, and what is no HTTP, are failures', async () => {
  await using way = await visitor()
  way.site.serve('/headers', raw(`HTTP/1.1 200 OK\n${'X-Long: y\n'.repeat(20_000)}\n\n`))
  assert.equal(reasonOf(await way.fetch('/headers')), 'Its headers are too long.')
  way.site.serve('/ssh', raw('SSH-2.0-OpenSSH_9.9\n'))
  assert.equal((await way.fetch('/ssh')).kind, 'failed')
})

test('cookies are not kept', async () => {
  await using way = await visitor()
  way.site.serve('/feed', { status: 302, headers: { 'set-cookie': 'a=1; Path=/', location: '/next' } })
  way.site.serve('/next', { headers: { 'set-cookie': 'b=2' }, body: 'hello' })
  await way.fetch('/feed')
  await way.fetch('/feed')
  assert.deepEqual(
    way.site.requests.map(({ headers }) => [headers.cookie, headers.referer]),
    Array(4).fill([undefined, undefined]),
  )
})

test('a host is asked one question at a time', async () => {
  await using way = await visitor()
  let open = 0
  let most = 0
  way.site.serve('/feed', (_, response) => {
    open += 1
    most = Math.max(most, open)
    setTimeout(() => {
      open -= 1
      response.end('hello')
    }, 5)
  })
  await Promise.all(Array.from({ length: 6 }, () => way.fetch('/feed')))
  assert.equal(most, 1)
})

test('an error says its number; a visit can be given up', async () => {
  await using way = await visitor()
  way.site.serve('/feed', { status: 503, headers: { 'retry-after': '120' }, body: 'busy' })
  const busy = await way.fetch('/feed')
  assert.deepEqual([busy.kind, busy.status, busy.headers['retry-after']], ['http-error', 503, '120'])
  assert.equal(reasonOf(busy), 'The server answered 503.')
  way.site.serve('/silent', () => undefined)
  const giveUp = new AbortController()
  const going = way.fetch('/silent', { feed: true, signal: giveUp.signal })
  giveUp.abort()
  assert.equal(reasonOf(await going), 'It was given up.')
})

/** A fetcher of its own, so that nobody waits for another's turn at the host. */
async function alone(
  site: Stranger,
  path: string,
  limits: Partial<Limits>,
  room: FetchOptions['room'] = async () => undefined,
): Promise<string> {
  const fetcher = createFetcher({ allowPrivateNetworks: true, allowedPorts: [], limits })
  const answer = await fetcher.fetch(site.url + path, { feed: true, room })
  await fetcher.close()
  return `${answer.kind}: ${reasonOf(answer)}`
}

/** Writes the same again as fast as it is taken, until nobody takes it any more. */
function endless(headers: Record<string, string>, chunk: Buffer) {
  return (_: unknown, response: import('node:http').ServerResponse) => {
    response.writeHead(200, headers)
    const write = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', write)
    }
    write()
  }
}
