/** Mail goes out: by SMTP where that is set up, else into files beside the data, where the operator finds it. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { Unavailable } from '../core/errors.ts'
import type { Letter } from '../core/letter.ts'

export type Mail = {
  /** Answers where it went: a server's name, or the path of the file. Throws Unavailable when it could not be sent. */
  send(letter: Letter): Promise<{ readonly kind: 'sent' | 'written'; readonly where: string }>
}

/** Loaded with the first letter: most processes never send one. */
const mailer = () => import('nodemailer')

type Settings = Pick<Config, 'data' | 'smtpUrl' | 'mailFrom' | 'url' | 'dkim'>

/** Nothing of the program, of the network or of who sends is told beside what the letter says. */
export function createMail(config: Settings, clock: Clock): Mail {
  const from = config.mailFrom ?? `wire@${new URL(config.url).hostname}`
  const folder = join(config.data, 'mail')
  const compose = async ({ to, subject, text, html, language }: Letter) => ({
    from,
    to,
    subject,
    text,
    html,
    date: clock(),
    // Answers of machines ("out of office") are not wanted, and none is an answer to it (RFC 3834).
    headers: { 'auto-submitted': 'auto-generated', 'content-language': language },
    xMailer: false as const,
    ...(await signature(config.dkim)),
  })
  if (config.smtpUrl === undefined)
    return {
      async send(letter) {
        const { createTransport } = await mailer()
        const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
        const { message } = await composer.sendMail(await compose(letter))
        const path = join(
          folder,
          `${clock().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`,
        )
        await mkdir(folder, { recursive: true, mode: 0o700 })
        // Whoever watches the folder finds whole letters only.
        await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 })
        await rename(`${path}.part`, path)
        return { kind: 'written', where: path }
      },
    }
  const { smtpUrl } = config
  return {
    async send(letter) {
      const { createTransport } = await mailer()
      const transport = createTransport(smtpUrl, {
        connectionTimeout: 15_000,
        greetingTimeout: 15_000,
        socketTimeout: 60_000,
      } as object)
      try {
        await transport.sendMail(await compose(letter))
        return { kind: 'sent', where: new URL(smtpUrl).hostname }
      } catch (error) {
        // Not with the error itself as its cause: the library names the address in it, and the log would tell.
        throw new Unavailable(`The mail server did not take a letter: ${reasonOf(error)}.`)
      } finally {
        transport.close()
      }
    },
  }
}

/** The server's own words, without the address the letter was for. */
function reasonOf(error: unknown): string {
  const { response, code, message } = error as { response?: string; code?: string; message?: string }
  return (response ?? code ?? message ?? 'it gave no reason').replace(/[^\s<>]+@[^\s<>]+/g, '…').replace(/\.$/, '')
}

async function signature(dkim: Config['dkim']): Promise<object> {
  if (!dkim) return {}
  const privateKey = await readFile(dkim.keyFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Unavailable(`The key of WIREROOM_DKIM_KEY_FILE cannot be read (${error.code}): ${dkim.keyFile}`)
  })
  return { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey } }
}
