/** An archive written while it is read: what has gone out is not in memory any more. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'

export type ArchiveFile = { readonly name: string; readonly bytes: Uint8Array | string }

/** `.tar.gz`; files are taken as fast as the reader takes bytes. What `files` throws ends the stream as broken. */
export function archiveOf(files: AsyncIterable<ArchiveFile>, at: Date): ReadableStream<Uint8Array> {
  const archive = pack()
  const gzip = createGzip({ level: 6 })
  const written = pipeline(archive, gzip)
  written.catch((error: Error) => archive.destroy(error))
  fill().catch((error: Error) => archive.destroy(error))
  return Readable.toWeb(gzip) as unknown as ReadableStream<Uint8Array>

  async function fill(): Promise<void> {
    for await (const { name, bytes } of files) {
      if (archive.destroyed) return
      await add(name, typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes))
    }
    archive.finalize()
  }

  function add(name: string, bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry = archive.entry({ name, size: bytes.length, mtime: at, mode: 0o644 }, (error) =>
        error ? reject(error) : resolve(),
      )
      entry.end(bytes)
    })
  }
}
