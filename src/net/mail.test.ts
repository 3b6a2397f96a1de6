import assert from 'node:assert/strict'
import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { type Config, readConfig } from '../config.ts'
import { Unavailable } from '../core/errors.ts'
import type { Letter } from '../core/letter.ts'
import { createMail } from './mail.ts'

const clock = () => new Date('2026-11-24T12:00:00Z')
const letter: Letter = {
  to: 'kim@harbour.example',
  subject: 'رابطك',
  text: 'هذا رابطك:\n\nhttps://wire.example/sign-in/link?key=abc\n',
  html: '<!doctype html><p dir="rtl">هذا رابطك</p>',
  language: 'ar',
}

test('by SMTP a letter arrives whole, in words and as a page, and tells nothing of the program', async () => {
  await using post = await postOffice()
  const { kind, where } = await createMail(post.config({}), clock).send(letter)
  assert.deepEqual([kind, where], ['sent', '127.0.0.1'])
  const [raw = ''] = post.taken
  const read = await simpleParser(raw)
  assert.deepEqual([read.subject, read.from?.text], ['رابطك', '"Wire" <wire@wire.example>'])
  assert.equal(read.text?.trim(), letter.text.trim())
  assert.match(read.html || '', /dir="rtl"/)
  assert.equal(read.headers.get('auto-submitted'), 'auto-generated')
  assert.equal(read.headers.get('content-language'), 'ar')
  assert.doesNotMatch(raw, /nodemailer|x-mailer|127\.0\.0\.1/i)
})

test('what the server says when it takes nothing is told, without the address', async () => {
  await using post = await postOffice('550 5.1.1 <kim@harbour.example> is unknown here')
  await assert.rejects(createMail(post.config({}), clock).send(letter), (error: Error) => {
    assert.ok(error instanceof Unavailable)
    assert.match(error.message, /did not take a letter: .*is unknown here/)
    // Nor with what the log tells of an error beside its message.
    assert.doesNotMatch(inspect(error, { depth: 5, showHidden: true }), /kim@/)
    return true
  })
  const nobody = createMail({ ...post.config({}), smtpUrl: 'smtp://127.0.0.1:9' }, clock)
  await assert.rejects(nobody.send(letter), /did not take a letter: .*ECONNREFUSED|ESOCKET/)
})

test('a signature tells that the letter is ours and has not been changed', async () => {
  await using post = await postOffice()
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyFile = join(post.folder, 'dkim.pem')
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const dkim = { WIREROOM_DKIM_DOMAIN: 'wire.example', WIREROOM_DKIM_SELECTOR: 'w1', WIREROOM_DKIM_KEY_FILE: keyFile }
  await createMail(post.config(dkim), clock).send(letter)
  const key = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const [raw = ''] = post.taken
  assert.match(raw, /d=wire\.example;[\s\S]*s=w1;/)
  assert.equal(isSigned(raw, key), true)
  assert.equal(
    isSigned(raw.replace('Auto-Submitted', 'X-Auto-Submitted').replace('Subject: ', 'Subject: Re: '), key),
    false,
  )
  assert.equal(isSigned(`${raw}more\r\n`, key), false)

  const gone = createMail(post.config({ ...dkim, WIREROOM_DKIM_KEY_FILE: join(post.folder, 'none.pem') }), clock)
  await assert.rejects(gone.send(letter), /WIREROOM_DKIM_KEY_FILE cannot be read \(ENOENT\)/)
})

test('without a server letters are files that only their owner reads', async () => {
  await using post = await postOffice()
  const { kind, where } = await createMail({ ...post.config({}), smtpUrl: undefined }, clock).send(letter)
  assert.equal(kind, 'written')
  assert.deepEqual([...new Set((await readdir(join(post.folder, 'mail'))).map((name) => name.slice(-4)))], ['.eml'])
  assert.equal((await stat(where)).mode & 0o777, 0o600)
  const read = await simpleParser(await readFile(where))
  assert.deepEqual([read.subject, [read.to].flat()[0]?.text], ['رابطك', 'kim@harbour.example'])
})

/** A mail server of our own; with `refusal` it takes nobody's letters. */
async function postOffice(refusal?: string) {
  const taken: string[] = []
  const folder = await mkdtemp(join(tmpdir(), 'wireroom mail '))
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => done(refusal ? new Error(refusal) : undefined),
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('latin1'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  return {
    taken,
    folder,
    config: (env: Record<string, string>): Config =>
      readConfig({
        WIREROOM_DATA: folder,
        WIREROOM_URL: 'https://wire.example',
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        WIREROOM_MAIL_FROM: 'Wire <wire@wire.example>',
        ...env,
      }),
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Checks a signature as a receiving server does: relaxed canonicalisation of header and body (RFC 6376, 3.4). */
function isSigned(raw: string, publicKey: string): boolean {
  const at = raw.indexOf('\r\n\r\n')
  const fields = raw.slice(0, at).split(/\r\n(?!\s)/)
  const relaxed = (field: string) => {
    const colon = field.indexOf(':')
    return `${field.slice(0, colon).toLowerCase().trim()}:${field
      .slice(colon + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
      .trim()}`
  }
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? ''
  const tags = new Map(
    relaxed(signature)
      .slice('dkim-signature:'.length)
      .split(';')
      .map((tag) => [tag.split('=')[0]?.trim() ?? '', tag.slice(tag.indexOf('=') + 1).replace(/\s/g, '')]),
  )
  const body = raw
    .slice(at + 4)
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(?:\r\n)*$/, '\r\n')
  const bodyHash = createHash('sha256').update(Buffer.from(body, 'latin1')).digest('base64')
  if (bodyHash !== tags.get('bh')) return false
  const signed = (tags.get('h') ?? '').split(':').flatMap((name) => {
    const field = fields.findLast((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    return field ? [relaxed(field)] : []
  })
  const own = relaxed(signature).replace(/(;\s*b=)[^;]*/, '$1')
  const verify = createVerify('RSA-SHA256').update(Buffer.from([...signed, own].join('\r\n'), 'latin1'))
  return verify.verify(publicKey, tags.get('b') ?? '', 'base64')
}
