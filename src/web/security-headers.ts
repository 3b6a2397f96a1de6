/** Headers every answer has: nothing from elsewhere, nothing told to elsewhere. */
import { facesScriptHash } from './faces-script.ts'

/**
 * No third party is ever asked for anything, and links out carry no referrer: which story led somebody to a site can
 * show who they are. Not `no-referrer`, with which browsers send our own forms with `Origin: null`, as if forged.
 * `https` adds HSTS.
 */
export function securityHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self' '${facesScriptHash}'; worker-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
