/** What goes wrong on the way to a server, in words for people. */
import { Refused } from './guard.ts'

/** Nothing came in the time for the first byte. */
export class FirstByteLate extends Error {}

/** `firstByteMs` and `totalMs`: how long the first byte, and all of an answer, were waited for. */
export function failureOf(
  error: unknown,
  waited: { readonly late: boolean; readonly firstByteMs: number; readonly totalMs: number },
): { kind: 'refused' | 'failed' | 'timeout'; reason: string } {
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  const name = (error as Error)?.name ?? ''
  if (error instanceof Refused) return { kind: 'refused', reason: error.message }
  if (waited.late || name === 'TimeoutError')
    return { kind: 'timeout', reason: `Not all of its answer came within ${seconds(waited.totalMs)}.` }
  if (code === 'UND_ERR_BODY_TIMEOUT')
    return { kind: 'timeout', reason: `Its answer stopped in the middle for ${seconds(waited.firstByteMs)}.` }
  if (error instanceof FirstByteLate || /TIMEOUT|ETIMEDOUT/.test(code))
    return { kind: 'timeout', reason: `It did not answer within ${seconds(waited.firstByteMs)}.` }
  if (name === 'AbortError') return { kind: 'failed', reason: 'It was given up.' }
  return { kind: 'failed', reason: reasons[code] ?? `The connection failed${code ? ` (${code})` : ''}.` }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server of that name.',
  EAI_AGAIN: 'The name of the server could not be looked up now.',
  ECONNREFUSED: 'The server refuses connections.',
  ECONNRESET: 'The server broke off before its answer was whole.',
  EPIPE: 'The server broke off before its answer was whole.',
  UND_ERR_SOCKET: 'The server broke off before its answer was whole.',
  EHOSTUNREACH: 'The server cannot be reached.',
  ENETUNREACH: 'The server cannot be reached.',
  CERT_HAS_EXPIRED: "The server's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The server's certificate is signed by nobody.",
  SELF_SIGNED_CERT_IN_CHAIN: "The server's certificate is signed by nobody who is known.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The server's certificate is signed by nobody who is known.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "The server's certificate is signed by nobody who is known.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The server's certificate is for another name.",
  UND_ERR_HEADERS_OVERFLOW: 'Its headers are too long.',
}

function seconds(ms: number): string {
  const number = Math.round(ms / 100) / 10
  return `${number} ${number === 1 ? 'second' : 'seconds'}`
}
