/** What each task of the queue does; each may run twice. */

import { sendDoorLetter } from './accounts/door-letter.ts'
import { sendSignInLink } from './accounts/sign-in-link.ts'
import type { Config } from './config.ts'
import type { Clock } from './core/clock.ts'
import { Conflict } from './core/errors.ts'
import type { MemberId } from './core/id.ts'
import type { Letter } from './core/letter.ts'
import type { Log } from './core/log.ts'
import type { Db, Tx } from './db/connection.ts'
import { readNetwork } from './db/network.ts'
import { forgetPastDoors } from './db/past-doors.ts'
import type { ImportId } from './db/source-imports.ts'
import type { RereadId } from './db/source-rereads.ts'
import { expireDue } from './desk/expire.ts'
import { keepDeparture } from './host/departure-ledger.ts'
import { unseal } from './host/post.ts'
import { keepRecall } from './host/recall-ledger.ts'
import { readSecret } from './host/secret.ts'
import { forgetPrints } from './ingest/cluster.ts'
import { forget } from './ingest/forget.ts'
import { importSources } from './ingest/import-sources.ts'
import { removeDue } from './ingest/remove-source.ts'
import { rereadAsked } from './ingest/reread.ts'
import type { Handlers } from './jobs/runner.ts'
import { addMemberIn } from './membership/add-member.ts'
import { forgetNotices } from './moderation/forget-notices.ts'
import { createMail } from './net/mail.ts'
import { createMediaStore } from './net/media-store.ts'
import { createPurge } from './net/purge.ts'

export function taskHandlers(config: Config, db: Db, clock: Clock, log: Log): Handlers {
  const purge = createPurge(config.cdnPurgeUrl)
  const media = createMediaStore(config, clock)
  const mail = createMail(config, clock)
  return {
    'keep-recall': (recall) => keepRecall(config.data, recall),
    'keep-departure': (departure) => keepDeparture(config.data, departure),
    'purge-cdn': ({ tags }) => purge(tags),
    mail: async ({ sealed }) => {
      const { kind, where } = await mail.send(unseal<Letter>(await readSecret(config), sealed))
      if (kind === 'written') log.info(`A letter was written to ${where}: there is no SMTP_URL to send it by.`)
    },
    'sign-in-link': async ({ sealed }) => {
      const [secret, network] = await Promise.all([readSecret(config), readNetwork(db)])
      await sendSignInLink(db, sealed, { secret, network, url: config.url, now: clock() })
    },
    'door-letter': async ({ sealed }) => {
      const [secret, network] = await Promise.all([readSecret(config), readNetwork(db)])
      await sendDoorLetter(db, sealed, { secret, network, url: config.url, now: clock() })
    },
    'remove-media': async ({ hashes }) => {
      for (const hash of hashes) await media.remove(hash)
    },
    'reread-source': ({ reread }) =>
      rereadAsked({ db, clock, by: `reread ${reread}`, url: config.url }, reread as RereadId),
    'import-sources': ({ list }) =>
      importSources({ db, clock, minPollSeconds: config.minPollSeconds, addMember: memberOfList }, list as ImportId),
    'remove-sources': async () => void (await removeDue(db, clock())),
    expire: async () => void (await expireDue(db, clock())),
    forget: async () => {
      const forgotten = {
        ...(await forget(db, clock())),
        notices: await forgetNotices(db, clock()),
        doors: await forgetPastDoors(db, clock()),
        fingerprints: await forgetPrints(db, clock()),
      }
      log.info('Forgot what is past its time.', forgotten)
    },
  }
}

/** A member for a site of a list of feeds; undefined when there is one of that name. */
async function memberOfList(
  tx: Tx,
  words: { readonly name: string; readonly site: string },
  on: { readonly now: Date; readonly by: string },
): Promise<MemberId | undefined> {
  try {
    return (await addMemberIn(tx, { ...words, kind: 'website' }, on)).id
  } catch (error) {
    if (error instanceof Conflict) return undefined
    throw error
  }
}
