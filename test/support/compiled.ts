/** Where Node keeps what it has compiled, so that the next test file finds it: the folder in which the program has it kept. */
import { fileURLToPath } from 'node:url'

export const compiled = fileURLToPath(new URL('../../node_modules/.cache/wireroom', import.meta.url))
