/** A new identifier for a row about to be written at a moment. */
import { randomBytes } from 'node:crypto'
import { type Id, uuidv7 } from '../core/id.ts'

export function newId<T extends Id<string>>(at: Date): T {
  return uuidv7<T>(at, randomBytes(10))
}
