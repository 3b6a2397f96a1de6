/** Answers written beforehand, in the applicant's language: a beginning for whoever decides, who may change every word. */
import type { DecisionKind } from '../core/member/decision.ts'
import { readRefusalGround } from '../core/member/ground.ts'
import type { Network } from '../core/network.ts'
import { spokenLanguages } from '../web/language-path.ts'
import { messages } from '../web/messages/messages.ts'

/** What may be asked. */
export const questions = ['site', 'proof', 'people', 'plans'] as const

/** `language`: of the applicant. `use`: a question, or the ground of a refusal. */
export function templateWords(network: Network, language: string, kind: DecisionKind, use: string): string {
  const spoken = spokenLanguages(network)
  const t = messages(spoken.find((tag) => tag === language) ?? spoken[0] ?? 'en', network.timeZone, network.words)
  const question = questions.find((one) => one === use)
  if (kind === 'returned' && question) return t(`ask.${question}.words`)
  const ground = readRefusalGround(use)
  return kind === 'refused' && ground ? t(`refuse.${ground}.words`, { network: network.name }) : ''
}
