/**
 * Starting and idling: from the command to the first answer, on fresh data and on data that is there, and the memory of
 * all our processes and the database together (the sum of their Pss) when nothing happens.
 *
 *   npm run bench:start [-- --rounds 5 --idle 20]
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { machine, median } from './machine.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, idle: { type: 'string', default: '20' } },
})
const program = fileURLToPath(new URL('../bin/wireroom.mjs', import.meta.url))
const port = 19_000 + (process.pid % 1_000)

console.log(machine())
const first: number[] = []
const later: number[] = []
let memory = ''
for (let round = 0; round < Number(values.rounds); round += 1) {
  const data = mkdtempSync(join(tmpdir(), 'wireroom-start-'))
  first.push((await once(data)).ms)
  const again = await once(data, round === 0 ? Number(values.idle) : 0)
  later.push(again.ms)
  if (again.memory) memory = again.memory
  rmSync(data, { recursive: true, force: true })
}
console.log(
  `first start to first answer: ${(median(first) / 1000).toFixed(2)} s (${first.map((ms) => Math.round(ms)).join(' ')})`,
)
console.log(
  `later start to first answer: ${(median(later) / 1000).toFixed(2)} s (${later.map((ms) => Math.round(ms)).join(' ')})`,
)
console.log(memory)

async function once(data: string, idle = 0): Promise<{ ms: number; memory?: string }> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'start'], {
    env: { ...process.env, WIREROOM_DATA: data, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: 'ignore',
  })
  while (
    !(await fetch(`http://127.0.0.1:${port}/`).then(
      (a) => a.ok,
      () => false,
    ))
  )
    await sleep(10)
  const ms = performance.now() - began
  if (idle > 0) await sleep(idle * 1000)
  const found = idle > 0 ? pss(child.pid ?? 0, data) : undefined
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  return { ms, ...(found ? { memory: found } : {}) }
}

/** Pss of the program's processes and of the postmaster that works on this data, with all of their children. */
function pss(root: number, data: string): string {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const kb = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), line, kb }]
      } catch {
        return []
      }
    })
  const ours = new Set([root, ...processes.filter((p) => p.line.includes(join(data, 'postgres'))).map((p) => p.pid)])
  for (let grew = true; grew; ) {
    grew = false
    for (const p of processes)
      if (ours.has(p.parent) && !ours.has(p.pid)) {
        ours.add(p.pid)
        grew = true
      }
  }
  const counted = processes.filter((p) => ours.has(p.pid))
  const mb = (list: typeof counted) => Math.round(list.reduce((sum, p) => sum + p.kb, 0) / 1024)
  const database = counted.filter((p) => /postgres/.test(p.line))
  const program = counted.filter((p) => !database.includes(p))
  return `idle Pss: ${mb(counted)} MB (program ${mb(program)} MB in ${program.length} processes, database ${mb(database)} MB in ${database.length})`
}
