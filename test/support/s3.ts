/** A real S3 server on this machine: it keeps objects in a folder, and believes no request that is not signed right. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import type { S3 } from '../../src/config.ts'

export type S3Server = AsyncDisposable & {
  readonly s3: S3
  /** Stops answering. */
  close(): Promise<void>
}

export async function s3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'wireroom s3 '))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'pictures', configs: [] }],
  })
  const { port } = await server.run()
  const close = async () => {
    if (!server.httpServer.listening) return
    server.httpServer.closeAllConnections()
    await server.close()
  }
  return {
    // The pair of keys it knows.
    s3: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'pictures',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      region: 'us-east-1',
    },
    close,
    async [Symbol.asyncDispose]() {
      await close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
