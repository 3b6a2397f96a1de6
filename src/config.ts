/**
 * The environment, read once: settings in, one Config out, or every mistake at once with its remedy. Nothing else in
 * the program looks at `process.env`.
 */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import process from 'node:process'
import { parseEnv } from 'node:util'
import { Unavailable, WireroomError } from './core/errors.ts'

export type Config = {
  readonly host: string
  readonly port: number
  /** The public address, without a slash at its end. */
  readonly url: string
  /** Absolute path of the data directory. */
  readonly data: string
  /** Undefined: the embedded database in the data directory. */
  readonly databaseUrl: string | undefined
  readonly databaseListenUrl: string | undefined
  readonly databasePool: number
  /** Undefined: made at the first start and kept in the data directory. */
  readonly secret: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string | undefined
  readonly dkim: Dkim | undefined
  readonly s3: S3 | undefined
  readonly allowPrivateNetworks: boolean
  readonly allowedPorts: readonly number[]
  /** Name servers to ask for records; the machine's own where there are none. */
  readonly resolvers: readonly string[]
  readonly minPollSeconds: number
  readonly webProcesses: number
  readonly trustedProxies: readonly string[]
  /** A file of the addresses by which Tor's users come, one to a line. */
  readonly torExits: string | undefined
  readonly cdnPurgeUrl: string | undefined
  readonly metricsToken: string | undefined
  readonly logLevel: LogLevel
  /** The settings as they were given, for a backup to keep. */
  readonly given: Readonly<Partial<Record<Setting, string>>>
}

export type S3 = {
  readonly endpoint: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

/** What mail is signed with (RFC 6376): the key lies in a file, PEM. */
export type Dkim = { readonly domain: string; readonly selector: string; readonly keyFile: string }

const logLevels = ['debug', 'info', 'warning', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** Every setting there is; a law compares this list with docs/operating.md. */
export const settings = [
  'PORT',
  'HOST',
  'WIREROOM_URL',
  'WIREROOM_DATA',
  'DATABASE_URL',
  'WIREROOM_SECRET',
  'SMTP_URL',
  'WIREROOM_MAIL_FROM',
  'WIREROOM_DKIM_DOMAIN',
  'WIREROOM_DKIM_SELECTOR',
  'WIREROOM_DKIM_KEY_FILE',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'S3_REGION',
  'WIREROOM_ALLOW_PRIVATE_NETWORKS',
  'WIREROOM_MIN_POLL_SECONDS',
  'WIREROOM_WEB_PROCESSES',
  'WIREROOM_TRUSTED_PROXIES',
  'WIREROOM_TOR_EXITS',
  'WIREROOM_ALLOWED_PORTS',
  'WIREROOM_RESOLVERS',
  'DATABASE_POOL',
  'DATABASE_LISTEN_URL',
  'WIREROOM_CDN_PURGE_URL',
  'WIREROOM_METRICS_TOKEN',
  'LOG_LEVEL',
] as const
export type Setting = (typeof settings)[number]
export type Environment = Readonly<Record<string, string | undefined>>

/** All mistakes of the environment, one to a line. */
export class ConfigError extends WireroomError {
  override name = 'ConfigError'
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    const count = mistakes.length === 1 ? 'One setting is' : `${mistakes.length} settings are`
    super(`${count} wrong:\n${mistakes.map((m) => `  ${m}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

/**
 * The process's environment, with what a `.env` file in the working directory adds; the environment itself wins. Throws
 * Unavailable for a file that cannot be read.
 */
export function environment(): Environment {
  let file = ''
  try {
    file = readFileSync('.env', 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT')
      throw new Unavailable(`${resolve('.env')} cannot be read (${code}): change its owner or mode, or move it away.`, {
        cause: error,
      })
  }
  return { ...parseEnv(file), ...process.env }
}

/** Throws ConfigError with every mistake found. */
export function readConfig(env: Environment): Config {
  const mistakes: string[] = []
  const read = reader(env, mistakes)

  const port = read.whole('PORT', 3000, 1, 65_535)
  const databaseUrl = read.address('DATABASE_URL', ['postgres:', 'postgresql:'])
  const databaseListenUrl = read.address('DATABASE_LISTEN_URL', ['postgres:', 'postgresql:'])
  if (databaseListenUrl && !read.text('DATABASE_URL'))
    mistakes.push('DATABASE_LISTEN_URL is set and DATABASE_URL is not: set both, or neither for the embedded database.')
  const secret = read.text('WIREROOM_SECRET')
  if (databaseUrl && !secret)
    mistakes.push(
      'WIREROOM_SECRET is missing: with DATABASE_URL set, give every process the same 32 or more random characters, e.g. from "openssl rand -hex 32".',
    )
  if (secret && secret.length < 32)
    mistakes.push(
      `WIREROOM_SECRET has ${secret.length} characters: it needs at least 32, e.g. from "openssl rand -hex 32".`,
    )

  const config: Config = {
    host: read.text('HOST') ?? '127.0.0.1',
    port,
    url: read.origin('WIREROOM_URL') ?? `http://localhost:${port}`,
    data: read.folder('WIREROOM_DATA', 'data'),
    databaseUrl,
    databaseListenUrl: databaseListenUrl ?? databaseUrl,
    databasePool: read.whole('DATABASE_POOL', 10, 2, 1000),
    secret,
    smtpUrl: read.address('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: read.mailbox('WIREROOM_MAIL_FROM'),
    dkim: readDkim(read, mistakes),
    s3: readS3(read, mistakes),
    allowPrivateNetworks: read.flag('WIREROOM_ALLOW_PRIVATE_NETWORKS'),
    allowedPorts: read.ports('WIREROOM_ALLOWED_PORTS', [80, 443, 8080, 8443]),
    resolvers: read.each('WIREROOM_RESOLVERS', isServer, '"9.9.9.9, [2620:fe::fe]:53"'),
    minPollSeconds: read.whole('WIREROOM_MIN_POLL_SECONDS', 300, 1, 86_400),
    webProcesses: read.whole('WIREROOM_WEB_PROCESSES', 1, 1, 64),
    trustedProxies: read.each('WIREROOM_TRUSTED_PROXIES', isRange, '"127.0.0.1, 10.0.0.0/8"'),
    torExits: read.text('WIREROOM_TOR_EXITS') && read.folder('WIREROOM_TOR_EXITS', ''),
    cdnPurgeUrl: read.address('WIREROOM_CDN_PURGE_URL', ['http:', 'https:']),
    metricsToken: read.text('WIREROOM_METRICS_TOKEN'),
    logLevel: read.oneOf('LOG_LEVEL', logLevels, 'info'),
    given: Object.fromEntries(settings.flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : []))),
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes)
  return config
}

type Reader = ReturnType<typeof reader>

function reader(env: Environment, mistakes: string[]) {
  const text = (name: Setting): string | undefined => env[name]?.trim() || undefined
  const list = (name: Setting): string[] =>
    (text(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
  const whole = (name: Setting, fallback: number, least: number, most: number): number => {
    const given = text(name)
    if (given === undefined) return fallback
    const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
    if (number >= least && number <= most) return number
    mistakes.push(
      `${name} is "${given}": give a whole number from ${least} to ${most}, or leave it out for ${fallback}.`,
    )
    return fallback
  }
  const address = (name: Setting, schemes: readonly string[]): string | undefined => {
    const given = text(name)
    if (given === undefined) return undefined
    // Connection strings may hold a socket directory in the query and no host at all, which URL refuses.
    const url = URL.parse(given.replace(/^(postgres(?:ql)?:\/\/)([^/]*@)?\//, '$1$2localhost/'))
    if (url && schemes.includes(url.protocol)) return given
    mistakes.push(
      `${name} is not an address this can use: it must start with ${schemes.map((s) => `${s}//`).join(' or ')}.`,
    )
    return undefined
  }
  const origin = (name: Setting): string | undefined => {
    const url = URL.parse(address(name, ['http:', 'https:']) ?? '')
    if (url && url.href !== `${url.origin}/`)
      mistakes.push(
        `${name} holds more than where the site begins, and every address starts there: give "${url.origin}".`,
      )
    return url?.origin
  }
  const folder = (name: Setting, fallback: string): string => {
    const given = text(name) ?? fallback
    if (given.startsWith('~'))
      mistakes.push(`${name} is "${given}": only a shell knows what ~ means, so write the whole path.`)
    return resolve(given)
  }
  const mailbox = (name: Setting): string | undefined => {
    const given = text(name)
    if (given === undefined || /^([^<>]*<)?[^\s<>@,]+@[^\s<>@,]+>?$/.test(given)) return given
    mistakes.push(`${name} is "${given}": give a mail address, as in wire@example.org or Wire <wire@example.org>.`)
    return undefined
  }
  const each = (name: Setting, isRight: (value: string) => boolean, example: string): string[] => {
    const given = list(name)
    const wrong = given.filter((value) => !isRight(value))
    if (wrong.length > 0) mistakes.push(`${name} has "${wrong.join(', ')}": give IP addresses, e.g. ${example}.`)
    return given
  }
  const flag = (name: Setting): boolean => {
    const given = text(name)?.toLowerCase()
    if (given === undefined || ['0', 'off', 'false', 'no'].includes(given)) return false
    if (['1', 'on', 'true', 'yes'].includes(given)) return true
    mistakes.push(`${name} is "${given}": say on or off.`)
    return false
  }
  const ports = (name: Setting, fallback: readonly number[]): readonly number[] => {
    const given = list(name)
    if (given.length === 0) return fallback
    const numbers = given.map((port) => (/^\d{1,5}$/.test(port) ? Number(port) : 0))
    if (numbers.every((n) => n > 0 && n < 65_536)) return numbers
    mistakes.push(`${name} is "${given.join(', ')}": give port numbers with commas between, e.g. "80,443".`)
    return fallback
  }
  const oneOf = <T extends string>(name: Setting, options: readonly T[], fallback: T): T => {
    const given = text(name)?.toLowerCase()
    const found = given === undefined ? fallback : options.find((option) => option === given)
    if (!found) mistakes.push(`${name} is "${given}": say ${options.join(', ')}.`)
    return found ?? fallback
  }
  return { text, whole, address, origin, folder, mailbox, each, flag, ports, oneOf }
}

function isRange(range: string): boolean {
  const [address = '', prefix = '0', ...more] = range.split('/')
  const isPrefix = /^\d+$/.test(prefix) && Number(prefix) <= (isIP(address) === 6 ? 128 : 32)
  return isIP(address) > 0 && more.length === 0 && isPrefix
}

/** An IP address, with a port or without: `9.9.9.9:53`, `[2620:fe::fe]:53`. */
function isServer(server: string): boolean {
  if (isIP(server) > 0) return true
  const [, long, short, port = '53'] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(server) ?? []
  return isIP(long ?? short ?? '') === (long ? 6 : 4) && Number(port) > 0 && Number(port) < 65_536
}

function readDkim(read: Reader, mistakes: string[]): Dkim | undefined {
  const names = ['WIREROOM_DKIM_DOMAIN', 'WIREROOM_DKIM_SELECTOR', 'WIREROOM_DKIM_KEY_FILE'] as const
  const missing = names.filter((name) => !read.text(name))
  if (missing.length === names.length) return undefined
  if (missing.length > 0)
    mistakes.push(`${missing.join(', ')} missing: mail is signed with all three DKIM settings, or none.`)
  return {
    domain: read.text('WIREROOM_DKIM_DOMAIN') ?? '',
    selector: read.text('WIREROOM_DKIM_SELECTOR') ?? '',
    keyFile: read.folder('WIREROOM_DKIM_KEY_FILE', ''),
  }
}

function readS3(read: Reader, mistakes: string[]): S3 | undefined {
  const given = {
    S3_ENDPOINT: read.address('S3_ENDPOINT', ['http:', 'https:']),
    S3_BUCKET: read.text('S3_BUCKET'),
    S3_ACCESS_KEY_ID: read.text('S3_ACCESS_KEY_ID'),
    S3_SECRET_ACCESS_KEY: read.text('S3_SECRET_ACCESS_KEY'),
  }
  // An endpoint that is wrong is told already, and is not missing.
  const missing = Object.entries(given).flatMap(([name, value]) => (value || read.text(name as Setting) ? [] : [name]))
  if (missing.length === 4) return undefined
  if (missing.length > 0) {
    mistakes.push(
      `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing: the media store needs all four S3 settings, or none.`,
    )
    return undefined
  }
  return {
    endpoint: given.S3_ENDPOINT ?? '',
    bucket: given.S3_BUCKET ?? '',
    accessKeyId: given.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: given.S3_SECRET_ACCESS_KEY ?? '',
    region: read.text('S3_REGION') ?? 'auto',
  }
}
