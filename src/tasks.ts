/** What each task of the queue does; each may run twice. */

import { sendDoorLetter } from './accounts/door-letter.ts'
import { sendSignInLink } from './accounts/sign-in-link.ts'
import type { Config } from './config.ts'
import type { Clock } from './core/clock.ts'
import { Conflict } from './core/errors.ts'
import type { MemberId } from './core/id.ts'
import type { Letter } from './core/letter.ts'
import type { Log } from './core/log.ts'
import type { ApplicationId } from './db/applications.ts'
import type { Db, Tx } from './db/connection.ts'
import { forgetJoinInvitations } from './db/join-invitations.ts'
import { isKnownMedia, lockMedia } from './db/media.ts'
import { readNetwork } from './db/network.ts'
import { forgetPastDoors } from './db/past-doors.ts'
import { forgetProofLetters } from './db/proof-letters.ts'
import type { ImportId } from './db/source-imports.ts'
import type { RereadId } from './db/source-rereads.ts'
import { expireDue } from './desk/expire.ts'
import { forgetDrafts } from './desk/forget-drafts.ts'
import { keepDeparture, keepMemberDeparture } from './host/departure-ledger.ts'
import { keepMeasure } from './host/measure-ledger.ts'
import { unseal } from './host/post.ts'
import { openRecalls } from './host/recall-ledger.ts'
import { readSecret } from './host/secret.ts'
import { forgetPrints } from './ingest/cluster.ts'
import { forget } from './ingest/forget.ts'
import { forgetPastPictures } from './ingest/forget-pictures.ts'
import { importSources } from './ingest/import-sources.ts'
import { quarantineUnproved } from './ingest/quarantine.ts'
import { lookAtSources } from './ingest/quarantine-look.ts'
import { removeDue } from './ingest/remove-source.ts'
import { rereadAsked } from './ingest/reread.ts'
import type { Handlers } from './jobs/runner.ts'
import { addMemberIn } from './membership/add-member.ts'
import { admit } from './membership/admit.ts'
import { forgetPastApplications } from './membership/forget-applications.ts'
import { forgetPeople } from './membership/forget-people.ts'
import { checkHomes } from './membership/home-check.ts'
import { leaveDue } from './membership/leave.ts'
import { remindOfDrafts } from './membership/left-drafts.ts'
import { checkProofs } from './membership/proof-check.ts'
import { changeOwnersDue } from './membership/seats-owner.ts'
import { sendVouchLetters } from './membership/vouch-letters.ts'
import { carryOutDecisions } from './moderation/carry-out.ts'
import { endSuspensions } from './moderation/end-suspensions.ts'
import { forgetModeration } from './moderation/forget-moderation.ts'
import { forgetNotices } from './moderation/forget-notices.ts'
import { holdStories } from './moderation/hold-stories.ts'
import { createDns } from './net/dns.ts'
import type { Fetcher } from './net/fetch.ts'
import { createMail } from './net/mail.ts'
import { createMediaStore, type MediaStore } from './net/media-store.ts'
import { createPurge } from './net/purge.ts'
import { forgetWords } from './search/keep-words.ts'

/** When tasks come by themselves; those of the night catch up after a day the program was not up. */
export const crontab = [
  '17 3 * * * forget ?fill=2d',
  '* * * * * expire',
  '* * * * * remove-sources',
  '* * * * * leave-members',
  '* * * * * change-owners',
  '* * * * * carry-out-decisions',
  '23 * * * * check-proofs',
  '33 * * * * check-homes',
  '47 * * * * look-at-sources',
].join('\n')

export function taskHandlers(config: Config, db: Db, clock: Clock, log: Log, fetcher: Fetcher): Handlers {
  const purge = createPurge(config.cdnPurgeUrl)
  const media = createMediaStore(config, clock)
  const mail = createMail(config, clock)
  const recalls = openRecalls(config.data)
  return {
    'keep-recall': (recall) => recalls.keep(recall),
    'keep-departure': (departure) => keepDeparture(config.data, departure),
    'keep-member-departure': (departure) => keepMemberDeparture(config.data, departure),
    'keep-measure': (measure) => keepMeasure(config.data, measure),
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
    'vouch-letters': async ({ application }) => {
      const [secret, network] = await Promise.all([readSecret(config), readNetwork(db)])
      const on = { secret, network, url: config.url, now: clock() }
      await sendVouchLetters(db, application as ApplicationId, on)
    },
    'remove-media': async ({ hashes }) => {
      for (const hash of hashes) await removeMedia(db, media, hash)
    },
    'reread-source': ({ reread }) =>
      rereadAsked({ db, clock, by: `reread ${reread}`, url: config.url }, reread as RereadId),
    'import-sources': ({ list }) =>
      importSources({ db, clock, minPollSeconds: config.minPollSeconds, addMember: memberOfList }, list as ImportId),
    'remove-sources': async () => void (await removeDue(db, clock())),
    'leave-members': async () =>
      void (await leaveDue(db, { secret: await readSecret(config), url: config.url, now: clock() })),
    'change-owners': async () => {
      const [secret, network] = await Promise.all([readSecret(config), readNetwork(db)])
      await changeOwnersDue(db, { secret, network, url: config.url, now: clock() })
    },
    'carry-out-decisions': async () => {
      const [secret, network] = await Promise.all([readSecret(config), readNetwork(db)])
      const context = { secret, network, url: config.url, now: clock() }
      await carryOutDecisions(db, { ...context, admit })
      await endSuspensions(db, context)
    },
    'hold-stories': async ({ member }) =>
      void (await holdStories(db, member, { now: clock(), timeZone: (await readNetwork(db)).timeZone })),
    expire: async () => void (await expireDue(db, clock())),
    'check-proofs': async () => {
      await checkProofs({
        ...{ db, clock, fetcher, url: config.url, minPollSeconds: config.minPollSeconds },
        dns: createDns(config.resolvers),
        lapsed: async (tx, member, proof, others) => {
          const [secret, network] = await Promise.all([readSecret(config), readNetwork(tx)])
          await quarantineUnproved(tx, member, proof, others, { now: clock(), secret, network, url: config.url })
        },
      })
    },
    'check-homes': async () => {
      const { url, minPollSeconds } = config
      await checkHomes({ db, clock, fetcher, dns: createDns(config.resolvers), url, minPollSeconds })
    },
    'look-at-sources': async () => {
      const { url, minPollSeconds } = config
      const held = await lookAtSources({ db, clock, fetcher, url, minPollSeconds, secret: () => readSecret(config) })
      if (held > 0) log.warning('Sources that have turned were put in quarantine.', { sources: held })
    },
    forget: async () => {
      const [secret, network] = await Promise.all([readSecret(config), readNetwork(db)])
      await remindOfDrafts(db, { secret, network, url: config.url, now: clock() })
      const forgotten = {
        ...(await forget(db, clock())),
        notices: await forgetNotices(db, clock()),
        moderation: await forgetModeration(db, clock()),
        doors: await forgetPastDoors(db, clock()),
        proofs: await forgetProofLetters(db, clock()),
        applications: await forgetPastApplications(db, clock()),
        people: await forgetPeople(db, clock()),
        ...(await forgetDrafts(db, clock())),
        invitations: await forgetJoinInvitations(db, clock()),
        pictures: await forgetPastPictures(db, clock()),
        fingerprints: await forgetPrints(db, clock()),
        words: await forgetWords(db),
      }
      log.info('Forgot what is past its time.', forgotten)
    },
  }
}

/** Somebody may have handed the same picture in again since it was forgotten: then it stays. */
async function removeMedia(db: Db, media: MediaStore, hash: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockMedia(tx, hash)
    if (!(await isKnownMedia(tx, hash))) await media.remove(hash)
  })
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
