/**
 * Publications on this machine, each on an address of 127.0.0.0/8 of its own, `http://127.0.A.B:PORT/feed`, without
 * validators. A line on standard input gives all feeds a new build date, as blog programs do, and changes no item.
 * Prints its port.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { madeFeed } from './made-site.ts'

const [feeds = 0, items = 0, bytes = 0] = process.argv.slice(2).map(Number)
const mark = '<!-- built -->'
const parts = Array.from({ length: feeds }, (_, n) =>
  madeFeed(n, items, bytes, mark)
    .split(mark)
    .map((part) => Buffer.from(part)),
)
let builds = 0

const server = createServer((request, response) => {
  const [, a = '', b = ''] = /^127\.0\.(\d+)\.(\d+)/.exec(request.headers.host ?? '') ?? []
  const [before, after] = parts[Number(a) * 250 + Number(b) - 1] ?? []
  if (!before || !after) {
    response.writeHead(404).end()
    return
  }
  const built = Buffer.from(new Date(Date.UTC(2026, 10, 24, 12, builds)).toUTCString())
  const body = Buffer.concat([before, built, after])
  response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', 'content-length': body.length })
  response.end(body)
})
server.listen(0, '0.0.0.0', () => console.log((server.address() as AddressInfo).port))
createInterface({ input: process.stdin })
  .on('line', () => {
    builds += 1
  })
  .on('close', () => process.exit())
