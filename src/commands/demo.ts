import { join } from 'node:path'
import process from 'node:process'
import { createWeb } from '../app.ts'
import type { Config } from '../config.ts'
import { Usage } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import { openPool } from '../db/connection.ts'
import { migrate } from '../db/migrate.ts'
import type { ApplicantSites } from '../demo/applicants.ts'
import { applicants, printedApplicant } from '../demo/applications.ts'
import { readOutlets } from '../demo/outlets.ts'
import { seated } from '../demo/people.ts'
import type { Run } from '../demo/printed.ts'
import { openSites, type Sites, sitesHost } from '../demo/sites.ts'
import { type Database, openDatabase } from '../host/database.ts'
import { hearEnding } from '../host/ending.ts'
import { openLog } from '../host/log.ts'
import { listenTrouble, tryPort } from '../host/port.ts'
import { readSecret } from '../host/secret.ts'
import { createFetcher } from '../net/fetch.ts'
import { fetchSettings } from '../parts.ts'
import { routes } from '../routes.ts'
import { keepFacesCut } from '../web/cut-faces.ts'
import { createJobs } from '../work.ts'
import type { Command, Output } from './command.ts'
import { doWhatIsDue, keepDesk } from './demo-desk.ts'
import { type DemoHome, openHome, removeHome } from './demo-home.ts'
import { settle } from './demo-network.ts'
import { openPlaces, playPeople } from './demo-people.ts'
import { chairPassword, chairs, seat } from './demo-staff.ts'

/** A slow site takes so long to answer. */
const slowMs = 4_000

export const command: Command = {
  about: 'Show a sample network: invented publications on this machine, visited live.',
  usage: ['[--port N] [--fresh]'],
  options: {
    port: { value: 'N', about: 'where its pages are; PORT unless given. Its sites have ports above it' },
    fresh: { about: "start over: the demo's own directory is deleted first" },
  },
  notes: [
    'It lives in a directory of its own, "demo" below WIREROOM_DATA, with a database of its own. Nothing leaves this machine.',
  ],
  words: false,
  json: false,
  async run(call, out, config) {
    const port = call.options.port === undefined ? config.port : portOf(call.options.port)
    const path = join(config.data, 'demo')
    const ending = hearEnding()
    const log = await openLog(config.logLevel, 'demo')
    if (call.flags.has('fresh')) await removeHome(path)
    await tryPort({ host: config.host, port }).catch((error: unknown) => {
      throw listenTrouble(error, { host: config.host, port })
    })
    const outlets = await readOutlets()
    const home = await openHome(path, { sites: outlets.length + 1, port, host: sitesHost, now: new Date() })
    const demo = demoConfig(config, home, port)
    const { stop, failed, sites } = await ending.within(openDemo(demo, { begun: home.begun, outlets }, log))
    ending.by(stop, failed)
    greet(demo, sites, await readSecret(demo), out)
  },
}

/**
 * The demo's own settings: nothing of the operator's but where it listens and how it logs. Its fetcher reaches the
 * demo's sites and nothing else on this machine.
 */
export function demoConfig(config: Config, { path, sites }: DemoHome, port: number): Config {
  return {
    host: config.host,
    port,
    url: `http://localhost:${port}`,
    data: path,
    databaseUrl: undefined,
    databaseListenUrl: undefined,
    databasePool: config.databasePool,
    secret: undefined,
    smtpUrl: undefined,
    mailFrom: undefined,
    dkim: undefined,
    s3: undefined,
    allowPrivateNetworks: true,
    allowedPorts: sites,
    resolvers: [],
    minPollSeconds: 5,
    webProcesses: 1,
    trustedProxies: [],
    torExits: undefined,
    cdnPurgeUrl: undefined,
    metricsToken: undefined,
    logLevel: config.logLevel,
    given: {},
  }
}

/** Opens everything in this process. `failed` settles when the queue cannot go on. */
async function openDemo(
  config: Config,
  run: Run,
  log: Log,
): Promise<{ stop: () => Promise<void>; failed: Promise<void>; sites: Sites }> {
  const clock = () => new Date()
  const open: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of open.toReversed()) await close()
  }
  try {
    const sites = await openSites(run, config.allowedPorts, { clock, log, slowMs })
    open.push(sites.close)
    const places = await openPlaces(config.allowedPorts.at(-1) ?? 0, run.begun, config.url)
    open.push(places.close)
    const database = await openDatabase(config, { role: 'start', log })
    open.push(database.release)
    await migrate(database.reach, { url: config.url, clock })
    const desk = await furnish(config, run, database, { sites, places }, log)
    open.push(desk.close)
    const web = createWeb({ config, ...database, clock, log })
    open.push(web.close)
    await web.listen({ host: config.host, port: config.port, reusePort: false }).catch((error: unknown) => {
      throw listenTrouble(error, config)
    })
    keepFacesCut(join(config.data, 'faces'), web.editions, log)
    const jobs = await createJobs({ config, ...database, clock, log })
    open.push(jobs.stop)
    const failed = jobs.done.catch((error) => log.error('The queue cannot go on; the demo ends.', { error }))
    return { stop, failed, sites }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Makes what is not there yet, and keeps the desk from then on. */
async function furnish(
  config: Config,
  run: Run,
  database: Database,
  { sites, places }: { readonly sites: Sites; readonly places: ApplicantSites },
  log: Log,
): Promise<{ close: () => Promise<void> }> {
  const pool = openPool(database.reach, { name: 'wireroom demo', size: 4 })
  const fetcher = createFetcher(await fetchSettings(config, pool.db))
  const newsroom = { db: pool.db, config, clock: () => new Date(), fetcher }
  const closing = new AbortController()
  let keeping: Promise<void> | undefined
  const close = async () => {
    closing.abort()
    await keeping
    await pool.close()
  }
  try {
    const secret = await readSecret(config)
    const staff = await seat(pool.db, secret, newsroom.clock())
    const members = await settle(newsroom, sites.all)
    const people = { config, ...database, log, secret, begun: run.begun, fetcher, applicantSites: places }
    await playPeople({ ...people, members, staff, sites: sites.all })
    const desk = { ...newsroom, run, members }
    const done = new Set<number>()
    await doWhatIsDue(desk, done)
    keeping = keepDesk(desk, done, log, closing.signal)
    return { close }
  } catch (error) {
    await close()
    throw error
  } finally {
    await fetcher.close()
  }
}

function greet(config: Config, { all }: Sites, secret: string, out: Output): void {
  out.print(`The demo is running at ${config.url}`)
  out.print('')
  out.print('Its members, each with a site of its own that publishes something new as you watch:')
  for (const { outlet, url } of all)
    out.print(`  ${url}  ${outlet.name} (${outlet.language}, ${outlet.format}${toldFault(outlet.fault)})`)
  out.print('')
  out.print(`Sign in at ${config.url}${routes.signIn.href({})} with the password ${chairPassword(secret)} as`)
  for (const { mail, name, right } of chairs) out.print(`  ${mail}  ${name}, ${right}`)
  for (const { mail, name, role, outlet } of seated.filter(({ isPrinted }) => isPrinted))
    out.print(`  ${mail}  ${name}, ${role} of ${all.find((site) => site.outlet.slug === outlet)?.outlet.name}`)
  for (const { mail, person, name } of applicants.filter(({ slug }) => slug === printedApplicant))
    out.print(`  ${mail}  ${person}, who asks to join with ${name}`)
  out.print('')
  out.print(`Its data is in ${config.data}. Look inside with the commands, e.g.`)
  out.print(`  WIREROOM_DATA="${config.data}" npx wireroom source list`)
  if (process.stdout.isTTY === true) out.print('\nStop it with Ctrl-C.')
}

function toldFault(fault: string): string {
  return fault === 'none' ? '' : `: ${fault.replaceAll('-', ' ')}`
}

function portOf(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (port < 1 || port > 65_535) throw new Usage(`--port is a number from 1 to 65535, not "${given}".`)
  return port
}
