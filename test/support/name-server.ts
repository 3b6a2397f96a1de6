/** A name server of this machine, that says of names what a test says. */
import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

export type NameServer = AsyncDisposable & {
  /** As settings name it. */
  readonly address: string
  /** Names that were asked for, oldest first. */
  readonly asked: readonly string[]
  /** From now on, the text records of a name; each may come in pieces. */
  texts(name: string, records: readonly (readonly string[])[]): void
  /** From now on nothing is answered. */
  silence(): void
}

export async function nameServer(): Promise<NameServer> {
  const known = new Map<string, readonly (readonly string[])[]>()
  const asked: string[] = []
  let isSilent = false
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const { name, end } = questionIn(query)
    asked.push(name)
    if (!isSilent) socket.send(answerTo(query.subarray(0, end), known.get(name)), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    asked,
    texts: (name, records) => void known.set(name, records),
    silence() {
      isSilent = true
    },
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => socket.close(resolve))
    },
  }
}

/** RFC 1035, 4.1.2: labels after the header's twelve bytes, then type and class. */
function questionIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 }
}

function answerTo(question: Buffer, records: readonly (readonly string[])[] | undefined): Buffer {
  const head = Buffer.from(question.subarray(0, 12))
  // An answer that recursion led to; without records: no such name.
  head.writeUInt16BE(records ? 0x8180 : 0x8183, 2)
  head.writeUInt16BE(records?.length ?? 0, 6)
  head.fill(0, 8)
  const answers = (records ?? []).map((pieces) => {
    const data = Buffer.concat(pieces.map((text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)])))
    const line = Buffer.alloc(12)
    line.writeUInt16BE(0xc00c, 0)
    line.writeUInt16BE(16, 2)
    line.writeUInt16BE(1, 4)
    line.writeUInt16BE(data.length, 10)
    return Buffer.concat([line, data])
  })
  return Buffer.concat([head, question.subarray(12), ...answers])
}
