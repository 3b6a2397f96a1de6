/** Ports of this machine: is one free, does something answer there. */
import { request } from 'node:http'
import { connect, createServer } from 'node:net'

/** Whether somebody could listen there now. A port that is for root alone, or an address of no machine, is not free. */
export async function isPortFree(host: string, port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host, port }, () => server.close(() => resolve(true)))
  })
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
