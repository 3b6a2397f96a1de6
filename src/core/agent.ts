/** How our programs introduce themselves to the sites they visit. */
import { inNormalForm } from './normal-form.ts'

/**
 * `named` says which network comes and where to complain; `neutral` says neither, for a source whose being read by this
 * network nobody should learn from its site's log.
 */
export const agents = ['named', 'neutral'] as const
export type Agent = (typeof agents)[number]

/** The first word of each, which robots.txt files call a program by. */
const products: Readonly<Record<Agent, string>> = { named: 'Wireroom', neutral: 'FeedReader' }

export function productOf(agent: Agent): string {
  return products[agent]
}

export const neutralUserAgent = `${products.neutral}/1.0`

/** The named User-Agent: the network, its page, and a mail address where there is one. */
export function namedUserAgent(network: { name?: string; url: string; mail?: string | undefined }): string {
  const about = [network.name, `+${network.url}/about`, /[^\s<>"]+@[^\s<>"]+/.exec(network.mail ?? '')?.[0]]
  return `${products.named}/1 (${about.map(plain).filter(Boolean).join('; ')})`
}

/** A comment in a header holds ASCII without brackets (RFC 9110, 5.6.5). */
function plain(text: string | undefined): string {
  return inNormalForm(text ?? '', 'NFKD')
    .replace(/[^\x20-\x7e]|[()\\]/g, '')
    .trim()
}
