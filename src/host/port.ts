/** Ports of this machine: is one free, does something answer there. */
import { request } from 'node:http'
import { connect, createServer } from 'node:net'
import { Unavailable } from '../core/errors.ts'

type Place = { readonly host: string; readonly port: number }

/** Listens there for a moment. Throws the system's error where that cannot be done now. */
export async function tryPort({ host, port }: Place): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host, port }, () => server.close(() => resolve()))
  })
}

export function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
}

/** Why nobody can listen there, as a sentence for the operator; other errors as they are. */
export function listenTrouble(error: unknown, { host, port }: Place): unknown {
  const { code } = error as NodeJS.ErrnoException
  const told =
    code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program: stop it, or set PORT to another number.`
      : code === 'EACCES'
        ? `Port ${port} is for root alone: set PORT to a number above 1023.`
        : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'
          ? `HOST is ${host}, which is no address of this machine: leave it out for 127.0.0.1, or set 0.0.0.0 for all it has.`
          : undefined
  return told === undefined ? error : new Unavailable(told, { cause: error })
}

/** Whether an address of this machine answers with 200. */
export async function answers(address: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const asked = request(address, { timeout: 2_000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    asked.once('error', () => resolve(false))
    asked.once('timeout', () => asked.destroy())
    asked.end()
  })
}

/** Whether something takes connections there. */
export async function connects(host: string, port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 })
    const done = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  })
}
