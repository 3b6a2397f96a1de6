/** What speaks for an application and what a person should look at, line by line: never a score. */
import { lacksIn } from '../core/member/checklist.ts'
import type { Sign } from '../core/member/signs.ts'
import type { ApplicationToDecide } from '../db/application-queue.ts'
import type { Inviter } from '../db/join-invitations.ts'
import type { SiteProof } from '../db/site-proofs.ts'
import type { Vouch } from '../db/vouches.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { signWords } from '../web/ui/sign.ts'

/** Who speaks for an application, and what it has shown. */
export type Voices = {
  readonly vouches: readonly Vouch[]
  readonly inviter: Inviter | undefined
  readonly proofs: readonly SiteProof[]
}

export function signals(frame: Frame, application: ApplicationToDecide, voices: Voices): Html {
  const { t } = frame
  const good = [...goodOf(frame, application), ...voicesOf(frame, voices)]
  const asking = [
    ...(lacksIn(application).length > 0 ? [t('case.incomplete')] : []),
    ...application.signs.map((sign) => leadingOn(frame, sign)),
    ...voices.vouches.flatMap(({ answer, member }) =>
      answer === 'does not know them' ? [t.rich('case.unknown', { member: nameOf(frame, member) })] : [],
    ),
  ]
  return html`<ul class="signals">${good.map((words) => line(words, t('case.good'), '✓'))}${asking.map((words) => line(words, t('case.ask'), '?', 'ask'))}</ul>`
}

function line(words: Html | string, spoken: string, mark: string, kind?: string): Html {
  return html`<li class="${kind}"><b aria-hidden="true">${mark}</b><span><span class="unseen">${spoken}</span> ${words}</span></li>`
}

function goodOf({ t }: Frame, application: ApplicationToDecide): string[] {
  const { feedUrl, siteSeen, worked, logo, signs } = application
  return [
    ...(siteSeen?.outcome === 'feed' ? [t('case.good.found')] : feedUrl ? [t('case.good.feed')] : []),
    ...(logo ? [t('case.good.mark')] : []),
    ...(worked ? [t('case.good.worked')] : []),
    ...(signs.length === 0 ? [t('case.good.unlike')] : []),
  ]
}

function voicesOf(frame: Frame, { vouches, inviter, proofs }: Voices): (Html | string)[] {
  const { t } = frame
  const speaking = vouches.filter(({ counts }) => counts)
  return [
    ...(inviter ? [t.rich('case.good.invited', { member: nameOf(frame, inviter.member) })] : []),
    ...speaking.map(({ member, words }) => {
      const said = words === '' ? '' : html` <q class="soft" dir="auto">${words}</q>`
      return html`${t.rich('case.good.vouched', { member: nameOf(frame, member) })}${said}`
    }),
    ...proofs.flatMap(({ proved, address, standing }) =>
      proved && standing.lapsedAt === null
        ? [
            t.rich('case.good.proved', {
              site: html`<bdi dir="ltr">${address}</bdi>`,
              way: t(`proof.way.${proved.way}`),
            }),
          ]
        : [],
    ),
  ]
}

function nameOf({ at }: Frame, { slug, name }: { readonly slug: string; readonly name: string }): Html {
  return html`<a href="${at(routes.member.href({ slug }))}"><bdi>${name}</bdi></a>`
}

/** A sign, with the way to the other application it is about. */
function leadingOn(frame: Frame, sign: Sign): Html {
  const words = signWords(frame, sign)
  if (!('application' in sign)) return words
  const other = frame.at(routes.moderationApplication.href({ id: sign.application }))
  return html`${words} <a href="${other}">${frame.t('case.look')}</a>`
}
