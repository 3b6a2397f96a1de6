/** What a person should look at first in an application, in words. */
import type { Sign } from '../../core/member/signs.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

export function signWords({ t }: Frame, sign: Sign): Html {
  switch (sign.code) {
    case 'like-refused':
      return t.rich('join.sign.like-refused', { percent: sign.percent, name: html`<bdi>${sign.name}</bdi>` })
    case 'site-of-member':
      return t.rich('join.sign.site-of-member', { name: html`<bdi>${sign.name}</bdi>` })
    case 'site-of-applicant':
      return t.rich(sign.refused ? 'join.sign.site-of-refused' : 'join.sign.site-of-applicant', {
        name: html`<bdi>${sign.name}</bdi>`,
      })
    case 'links':
      return html`${t('join.sign.links', { count: sign.count })}`
    case 'commerce':
      return t.rich('join.sign.commerce', { link: html`<bdi>${sign.link}</bdi>` })
    case 'no-site':
    case 'site-unread':
    case 'no-feed':
      return html`${t(`join.sign.${sign.code}`)}`
    default:
      // A newer program beside this one may have noted it: none is lost.
      return html`<code>${(sign as { code: string }).code}</code>`
  }
}
