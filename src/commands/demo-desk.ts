/** What the demo's members do at the desk, each in its minute: they publish, put right and take back releases. */
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Conflict } from '../core/errors.ts'
import { readReleaseFile } from '../core/formats/release-file.ts'
import type { StoryId } from '../core/id.ts'
import type { Log } from '../core/log.ts'
import { findMember } from '../db/members.ts'
import { readNetwork } from '../db/network.ts'
import { findByHeadline } from '../db/releases.ts'
import { pictureOf } from '../demo/pictures.ts'
import type { Run } from '../demo/printed.ts'
import { type Correction, correctRelease } from '../desk/correct.ts'
import { type Desk, publishRelease } from '../desk/publish.ts'
import type { Handed } from '../desk/read-release.ts'
import { createMediaStore } from '../net/media-store.ts'
import { withdraw } from '../wire/recall.ts'
import { type Newsroom, presenter } from './demo-network.ts'

type Deed = {
  /** Minutes after the demo began; negative for what was done before. */
  readonly at: number
  readonly outlet: string
  /** A file of `src/demo/releases`, without its ending. */
  readonly file: string
} & (
  | { readonly does: 'publish' }
  | ({ readonly does: 'correct'; readonly to: string } & Correction)
  | { readonly does: 'withdraw'; readonly why: string }
)

const deeds: readonly Deed[] = [
  { at: -26 * 60, outlet: 'quai-des-marges', file: 'prix-du-quai', does: 'publish' },
  { at: -6 * 60, outlet: 'plaza-violeta', file: 'marcha-del-rio', does: 'publish' },
  { at: -4 * 60, outlet: 'qalam-wa-qaws', file: 'bayan-al-masafa', does: 'publish' },
  { at: -3 * 60, outlet: 'fairdoor-legal-desk', file: 'name-days', does: 'publish' },
  { at: -25, outlet: 'common-table', file: 'open-gallery', does: 'publish' },
  {
    at: 2,
    outlet: 'fairdoor-legal-desk',
    file: 'name-days',
    does: 'correct',
    to: 'name-days-corrected',
    kind: 'correction',
    note: 'An earlier version said that the court’s fee is not charged on these days. It is; those who cannot pay it may ask the court to waive it.',
  },
  {
    at: 4,
    outlet: 'quai-des-marges',
    file: 'prix-du-quai',
    does: 'withdraw',
    why: 'One of the three asked not to be told from what was said of her.',
  },
]

/** An advisory's event takes place so many days after the demo began. */
const eventIn = 3
const minute = 60_000

/** Where the desk stands: who its members are, and what it is all counted from. */
export type DemoDesk = Newsroom & { readonly run: Run; readonly members: ReadonlyMap<string, string> }

/** Does what is due and not done yet; answers how much is left for later. What was done before stays as it is. */
export async function doWhatIsDue(desk: DemoDesk, done: Set<number>): Promise<number> {
  const now = desk.clock().getTime()
  for (const [i, deed] of deeds.entries()) {
    const at = desk.run.begun.getTime() + deed.at * minute
    if (done.has(i) || at > now) continue
    await act(desk, deed, new Date(deed.at < 0 ? at : now)).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error
    })
    done.add(i)
  }
  return deeds.length - done.size
}

/** Goes on until everything is done or the signal says stop. */
export async function keepDesk(desk: DemoDesk, done: Set<number>, log: Log, signal: AbortSignal): Promise<void> {
  for (let left = 1; left > 0 && !signal.aborted; ) {
    await sleep(5_000, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    left = await doWhatIsDue(desk, done).catch((error: unknown) => {
      log.error('What was due at the desk of the demo could not be done; it is tried again.', { error })
      return 1
    })
  }
}

/** Throws Conflict where it is done already. */
async function act(desk: DemoDesk, deed: Deed, now: Date): Promise<void> {
  const { db, config, clock } = desk
  const at: Desk = { db, media: createMediaStore(config, clock), now, by: presenter, url: config.url }
  const member = desk.members.get(deed.outlet) ?? ''
  switch (deed.does) {
    case 'publish':
      await publishRelease(at, member, await hand(desk, deed.outlet, deed.file), { again: false })
      return
    case 'correct':
      await correctRelease(at, await storyOf(desk, member, deed), await hand(desk, deed.outlet, deed.to), deed)
      return
    case 'withdraw': {
      const { timeZone } = await readNetwork(db)
      const id = await storyOf(desk, member, deed)
      await db.transaction().execute((tx) => withdraw(tx, { now, by: presenter, timeZone }, id, deed.why))
    }
  }
}

async function hand({ run }: DemoDesk, slug: string, file: string): Promise<Handed> {
  const outlet = run.outlets.find((one) => one.slug === slug)
  const name = `${file}.md`
  const text = await readFile(new URL(`../demo/releases/${name}`, import.meta.url), 'utf8')
  const event = new Date(run.begun.getTime() + eventIn * 1440 * minute).toISOString().slice(0, 10)
  return {
    name,
    bytes: Buffer.from(text.replaceAll('{event}', event)),
    picture: async (picture) => await pictureOf(picture.replace(/\.jpg$/, ''), outlet?.colour ?? '#000000'),
  }
}

async function storyOf(desk: DemoDesk, slug: string, { outlet, file }: Deed): Promise<StoryId> {
  const { release } = readReleaseFile((await hand(desk, outlet, file)).bytes)
  const member = await findMember(desk.db, slug)
  const found = member && release && (await findByHeadline(desk.db, member.id, release.headline))
  if (!found) throw new Conflict(`${file} was never published.`)
  return found.id
}
