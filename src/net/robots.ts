/** Each site's robots.txt, asked once and remembered for a while. */
import { allowsAll, allowsNothing, type Robots, readRobots } from '../core/robots.ts'

/** Nobody answered at all. */
export type Silence = { readonly kind: 'refused' | 'failed' | 'timeout'; readonly reason: string }

/** What came of asking for a robots.txt; `status` where a server answered, `silence` where none did. */
export type RobotsAnswer = {
  readonly status: number | undefined
  readonly text: string | undefined
  readonly silence: Silence | undefined
}

export type RobotsCache = {
  /** Whether the program that calls itself `agent` may visit the address; a site that is silent is not visited. */
  allows(address: string, agent: string): Promise<boolean | Silence>
}

/** Sites beyond this number push out those asked first. */
const mostSites = 1_000

/** A site that could not answer is asked again this many times sooner. */
const sooner = 24

type Known = { readonly robots: Promise<Robots | Silence>; until: number }

/** `ask` gets an address of a robots.txt and the agent to come as; what it answers counts for `forMs`. */
export function createRobotsCache(
  ask: (address: string, agent: string) => Promise<RobotsAnswer>,
  forMs: number,
): RobotsCache {
  const known = new Map<string, Known>()
  const learn = (key: string, address: string, agent: string): Known => {
    const robots = ask(address, agent).then((answer) => {
      // It said nothing, so there is nothing to remember.
      if (answer.silence) {
        entry.until = 0
        return answer.silence
      }
      const found = robotsOf(answer)
      if (found === allowsNothing) entry.until = performance.now() + forMs / sooner
      return found
    })
    const entry: Known = { robots, until: performance.now() + forMs }
    known.delete(key)
    known.set(key, entry)
    const [oldest] = known.keys()
    if (known.size > mostSites && oldest !== undefined) known.delete(oldest)
    return entry
  }
  return {
    async allows(address, agent) {
      const url = new URL(address)
      // A site may tell each program something else: what one agent was told says nothing of the other.
      const key = `${agent} ${url.origin}`
      const before = known.get(key)
      const entry = before && before.until > performance.now() ? before : learn(key, `${url.origin}/robots.txt`, agent)
      const said = await entry.robots
      return 'reason' in said ? said : said.allows(agent, url.pathname + url.search)
    },
  }
}

/** No robots.txt allows everything; a server that cannot tell allows nothing for now (RFC 9309, 2.3.1). */
function robotsOf({ status, text }: RobotsAnswer): Robots {
  if (text !== undefined) return readRobots(text)
  return status !== undefined && status >= 400 && status < 500 ? allowsAll : allowsNothing
}
