/** Letters into the queue, sealed: the address they go to is read by nobody who has the database alone. */

import type { DoorLetter } from '../core/account/door-letter.ts'
import type { Letter } from '../core/letter.ts'
import type { Tx } from '../db/connection.ts'
import { addTasks } from '../db/tasks.ts'
import { decrypt, encrypt } from './encrypt.ts'

/** Goes out when the transaction commits, and is tried again while the mail server does not take it. */
export async function post(tx: Tx, secret: string, letter: Letter): Promise<void> {
  await addTasks(tx, [{ name: 'mail', payload: { sealed: seal(secret, letter) } }])
}

/** To somebody who may have no account yet: which letter it becomes is seen later, where nobody measures. */
export async function postDoor(tx: Tx, secret: string, letter: DoorLetter): Promise<void> {
  await addTasks(tx, [{ name: 'door-letter', payload: { sealed: seal(secret, letter) } }])
}

export function seal(secret: string, what: object): string {
  return encrypt(secret, 'task', JSON.stringify(what)).toString('base64')
}

/** Throws Unavailable when it was sealed with another secret. */
export function unseal<T>(secret: string, sealed: string): T {
  return JSON.parse(decrypt(secret, 'task', Buffer.from(sealed, 'base64'))) as T
}
