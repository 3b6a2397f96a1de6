/** What a figure was measured on, and what it cost. */
import { readdirSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Seconds of processor time a process has taken so far, all its threads together (Linux). */
export function cpuOf(pid: number): number {
  const words = statOf(pid)
  // The kernel counts in hundredths (proc(5)).
  return (Number(words?.[11] ?? 0) + Number(words?.[12] ?? 0)) / 100
}

/** The same for the embedded database of a data directory and every process it has. */
export function cpuOfDatabase(data: string): number {
  const postmaster = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const processes = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
  return processes
    .filter((pid) => pid === postmaster || Number(statOf(pid)?.[1]) === postmaster)
    .reduce((sum, pid) => sum + cpuOf(pid), 0)
}

/** What follows the name in brackets: state, parent … */
function statOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
  } catch {
    // It has ended meanwhile.
    return undefined
  }
}
