/** Archives that people take along, read again. */
import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'

/** The files of a `.tar.gz`, by name. */
export async function unpack(archive: ArrayBuffer): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const reading = extract()
  reading.end(gunzipSync(Buffer.from(archive)))
  for await (const entry of reading) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    files.set(entry.header.name, Buffer.concat(chunks).toString())
  }
  return files
}

/** What an account's export says of it. */
export async function accountIn(answer: Response): Promise<Record<string, unknown[]>> {
  return JSON.parse((await unpack(await answer.arrayBuffer())).get('account.json') ?? '')
}
