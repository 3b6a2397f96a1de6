/**
 * Serving from editions against nginx serving the same bytes as a static, precompressed file: pairs in one run, in turn,
 * one server process each, one thread of wrk on the other core. Needs nginx and wrk on the machine.
 *
 *   npm run bench:serve [-- --rounds 5 --seconds 3 --connections 16,64]
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { feedBody } from './body.ts'
import { machine, median } from './machine.ts'
import { needs, wrk } from './wrk.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16,64' },
  },
})
needs('nginx', 'wrk')

const folder = mkdtempSync(join(tmpdir(), 'wireroom-bench-'))
const nginxPort = 18_000 + (process.pid % 1_000)
writeFileSync(join(folder, 'feed'), feedBody)
writeFileSync(join(folder, 'feed.gz'), gzipSync(feedBody, { level: 9 }))
writeFileSync(
  join(folder, 'nginx.conf'),
  `daemon off; worker_processes 1; user root; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  open_file_cache max=100; types { application/rss+xml feed; } default_type application/rss+xml;
  server { listen 127.0.0.1:${nginxPort}; root ${folder}; gzip_static on; } }`,
)
const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'inherit'] })
const ours = spawn(process.execPath, [new URL('./serve-edition.ts', import.meta.url).pathname], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const ourPort = await new Promise<number>((resolve) =>
  ours.stdout.once('data', (data: Buffer) => resolve(Number(data.toString()))),
)
await sleep(500)

try {
  const targets = { wireroom: `http://127.0.0.1:${ourPort}/feed`, nginx: `http://127.0.0.1:${nginxPort}/feed` }
  const etags: Record<string, string> = {}
  for (const [name, url] of Object.entries(targets)) {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
    if ((await answer.text()) !== feedBody) throw new Error(`${name} serves something else.`)
    etags[name] = answer.headers.get('etag') ?? ''
    for (let i = 0; i < 30; i += 1) await (await fetch(url, { headers: { 'accept-encoding': 'gzip' } })).arrayBuffer()
  }
  console.log(
    machine(),
    execFileSync('nginx', ['-v'], { stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .trim(),
  )
  for (const connections of values.connections.split(',').map(Number))
    for (const conditional of [false, true]) compare(connections, conditional, targets, etags)
} finally {
  nginx.kill()
  ours.kill()
  rmSync(folder, { recursive: true, force: true })
}

function compare(
  connections: number,
  conditional: boolean,
  targets: Readonly<Record<'wireroom' | 'nginx', string>>,
  etags: Readonly<Record<string, string>>,
): void {
  const rates: Record<string, number[]> = { wireroom: [], nginx: [] }
  const p99s: number[] = []
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [name, url] of Object.entries(targets)) {
      const headers = { 'accept-encoding': 'gzip', ...(conditional ? { 'if-none-match': etags[name] ?? '' } : {}) }
      const { rate, p99, failed } = wrk(url, { connections, seconds: Number(values.seconds), headers })
      if (failed > 0) throw new Error(`${failed} answers of ${name} were none.`)
      rates[name]?.push(rate)
      if (name === 'wireroom') p99s.push(p99)
    }
  const [a = 0, b = 1] = [median(rates.wireroom ?? []), median(rates.nginx ?? [])]
  console.log(
    `${conditional ? '304' : 'whole'}, ${connections} connections: wireroom ${Math.round(a)} requests/s (p99 ${median(p99s).toFixed(2)} ms), nginx ${Math.round(b)} requests/s, ratio ${(a / b).toFixed(2)}`,
  )
  console.log(`  rounds: ${(rates.wireroom ?? []).map((n, i) => (n / (rates.nginx?.[i] ?? 1)).toFixed(2)).join(' ')}`)
}
