/**
 * Every letter there is, to be looked at: `npm run screens -- letters` writes a sheet for each language, light and dark,
 * to `screens/`, and prints what mail programs without pages show.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeLetter as doorsLetter } from '../src/accounts/change-letter.ts'
import * as accounts from '../src/accounts/letters.ts'
import type { Letter } from '../src/core/letter.ts'
import { draftLetter, supportLetter } from '../src/desk/letters.ts'
import { quarantineLetter } from '../src/ingest/quarantine-letters.ts'
import { submittedLetter } from '../src/membership/application-letter.ts'
import { leftLetter } from '../src/membership/left-drafts.ts'
import { changeLetter } from '../src/membership/letters.ts'
import { proofLetter } from '../src/membership/proof-letters.ts'
import { namedLetter } from '../src/membership/vouch-letters.ts'
import { appealLetter, outsiderLetter } from '../src/moderation/appeal-letters.ts'
import { decisionLetter, measureLetter, noticeLetter } from '../src/moderation/letters.ts'
import type { Reader } from '../src/web/letter.ts'
import { openBrowser } from './support/browser.ts'
import { network } from './support/samples.ts'

const token = 'kq3V0b9Zt6w2yXo8sJr5uHn1eLd7fGc4aMi0pTzQvE8'
const now = new Date('2026-11-27T09:30:00Z')
const until = new Date('2026-12-11T09:30:00Z')
const id = '019ac5b2-7d00-7000-8000-000000000001'
const people = { slug: 'revista-arcoiris', name: 'Revista Arcoíris' }
const words = 'Thank you for writing.\nOne thing first:\n\nWho owns the archive of 1998?'

export function everyLetter(language: string): Letter[] {
  const reader: Reader = {
    account: { language, discreet: true },
    mail: 'kim@harbour.example',
    network,
    url: 'https://wire.example',
  }
  const measure = { ground: 'rights', why: 'x', words, stories: 'held', until: '2026-12-31', isSure: true } as const
  const appealed = { kind: 'refusal', name: people.name, ground: 'unpublished', words, decidedAt: now } as const
  const source = { id, url: 'https://revista.example/feed', memberSlug: people.slug, memberName: people.name } as never
  return [
    accounts.signInLetter(reader, token, '/'),
    accounts.doorLetter(reader, { address: '', language, to: '/join/arrived', reason: { kind: 'join' } }, token),
    accounts.doorLetter(
      reader,
      { address: '', language, to: '/', reason: { kind: 'invited', member: people.name } },
      token,
    ),
    accounts.doorLetter(
      reader,
      { address: '', language, to: '/', reason: { kind: 'seat', member: people.name, role: 'editor' } },
      token,
    ),
    accounts.invitationLetter(reader, token),
    accounts.testLetter(reader),
    accounts.newMailLetter(reader, token),
    accounts.mailChangedLetter(reader),
    accounts.passwordChangedLetter(reader, true),
    accounts.passwordChangedLetter(reader, false),
    accounts.goodbyeLetter(reader),
    ...(['passkey-added', 'passkey-removed'] as const).map((what) =>
      doorsLetter(reader, { what, name: 'Telephone' }, now),
    ),
    ...(['authenticator-on', 'authenticator-off', 'codes-made'] as const).map((what) =>
      doorsLetter(reader, { what }, now),
    ),
    doorsLetter(reader, { what: 'code-used', left: 2 }, now),
    submittedLetter(reader),
    leftLetter(reader),
    namedLetter(reader, { slug: 'harbour-times', memberName: 'Harbour Times', name: people.name, member: id as never }),
    ...(['approved', 'returned', 'refused'] as const).map((kind) =>
      decisionLetter(reader, { kind, words }, people.slug),
    ),
    ...(['warn', 'suspend', 'end', 'remove'] as const).map((kind) =>
      measureLetter(reader, { ...measure, kind, name: people.name }),
    ),
    noticeLetter(reader, people, words),
    ...(['stands', 'granted'] as const).map((outcome) => appealLetter(reader, outcome, words)),
    outsiderLetter(
      {
        network: { ...network, languages: [language] },
        url: reader.url,
        outsider: { name: 'Ada Wong', mail: 'ada@example.org' },
      },
      appealed as never,
      words,
    ),
    proofLetter(reader, { host: 'revista.example', name: people.name, token }),
    ...[
      { what: 'renamed', was: 'Arcoíris' } as const,
      { what: 'seat-changed', role: 'owner' } as const,
      { what: 'seat-taken', who: 'Kim Osei', role: 'contributor' } as const,
      ...(['seat-ended', 'seat-left', 'seat-declined', 'owner-stopped', 'staying', 'left'] as const).map((what) => ({
        what,
      })),
      ...(['owner-change', 'leaving'] as const).map((what) => ({ what, until })),
    ].map((change) => changeLetter(reader, { ...change, member: people })),
    supportLetter(reader, {
      ...{ supporter: 'Casa Abierta', member: people.name, headline: 'The office opens on Saturdays', token, until },
    }),
    ...(['returned', 'published'] as const).map((what) =>
      draftLetter(reader, { headline: 'The office opens on Saturdays' }, { what, words, href: '/desk' }),
    ),
    quarantineLetter(reader, source, {
      kind: 'begun',
      reasons: [{ kind: 'host', from: 'revista.example', to: 'casino.example' }],
    }),
    quarantineLetter(reader, source, { kind: 'fine' } as never),
    quarantineLetter(reader, source, { kind: 'not-theirs' } as never),
  ]
}

/** Each in a frame of its own: a letter's style is its own, and the gallery's policy would take it away. */
export async function pictureLetters(folder: string): Promise<void> {
  const browser = await openBrowser()
  for (const language of network.languages) {
    const letters = everyLetter(language)
    for (const { subject, text } of letters) console.log(`${'='.repeat(20)} ${subject}\n${text}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 2000, height: 1000 }, colorScheme })
      await page.setContent(sheetOf(letters))
      await page.waitForLoadState('load')
      const name = `letters-${language}-${colorScheme}.png`
      writeFileSync(join(folder, name), await page.screenshot({ fullPage: true }))
      await page.close()
    }
  }
  await browser.close()
}

function sheetOf(letters: readonly Letter[]): string {
  const frames = letters.map(({ subject, html }) => {
    const held = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    return `<figure style="margin:0"><figcaption style="font:14px sans-serif">${subject}</figcaption><iframe srcdoc="${held}" style="width:100%;height:760px;border:1px solid #999"></iframe></figure>`
  })
  return `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><body style="display:grid;grid-template-columns:repeat(5,1fr);gap:12px">${frames.join('')}`
}
