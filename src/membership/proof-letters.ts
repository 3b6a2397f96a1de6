/** Letters about proofs of site. */
import type { Letter } from '../core/letter.ts'
import { routes } from '../routes.ts'
import { withQuery } from '../web/context.ts'
import { compose, type Reader, written } from '../web/letter.ts'

/** To a mailbox at a site: whoever reads there says whether it is so. */
export function proofLetter(
  reader: Reader,
  { host, name, token }: { readonly host: string; readonly name: string; readonly token: string },
): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('letter.proof.subject', { host }),
    heading: t('letter.proof.title', { host }),
    paragraphs: [
      name === ''
        ? t('letter.proof.text.nameless', { host, network: reader.network.name })
        : t('letter.proof.text', { name, host, network: reader.network.name }),
    ],
    action: { words: t('letter.proof.action'), href: at(withQuery(routes.proofLetter.href({}), { key: token })) },
    small: [t('letter.proof.unasked')],
  })
}
