/**
 * The one script that stands in the pages themselves, because it must run before their first line is set, and its hash:
 * by that the policy of every answer knows it, and lets no other run.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const source = readFileSync(new URL('./assets/inline/faces.js', import.meta.url), 'utf8')

/** Without comments and what sets lines in: it goes with every page. */
export const facesScript = source
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s*\n\s*/g, '\n')
  .trim()

/** As a policy writes it: `sha256-…`. */
export const facesScriptHash = `sha256-${createHash('sha256').update(facesScript).digest('base64')}`
