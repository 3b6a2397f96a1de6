/** Where pictures are kept, by the hash of their bytes: files in the data directory, or an S3-compatible store. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config, S3 } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { callS3, refusedBy } from './s3.ts'

export type MediaStore = {
  /** Keeps bytes and answers their hash; the same bytes again change nothing. */
  put(bytes: Uint8Array, type: string): Promise<string>
  get(hash: string): Promise<Uint8Array | undefined>
  remove(hash: string): Promise<void>
}

export function createMediaStore(config: Pick<Config, 'data' | 's3'>, clock: Clock): MediaStore {
  return config.s3 ? s3Store(config.s3, clock) : fileStore(join(config.data, 'media'))
}

const hashShape = /^[0-9a-f]{64}$/

/** The name bytes are kept under. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function fileStore(folder: string): MediaStore {
  const path = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2))
  return {
    async put(bytes) {
      const hash = hashOf(bytes)
      const to = path(hash)
      await mkdir(dirname(to), { recursive: true })
      // Written beside and renamed: a reader never sees half a picture, a crash leaves none.
      const part = `${to}.${randomBytes(4).toString('hex')}.part`
      const file = await open(part, 'w', 0o644)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, to)
      return hash
    },
    async get(hash) {
      if (!hashShape.test(hash)) return undefined
      try {
        return await readFile(path(hash))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async remove(hash) {
      if (hashShape.test(hash)) await rm(path(hash), { force: true })
    },
  }
}

/** A bucket; every failure of it is Unavailable, with a sentence that says what to look at. */
function s3Store(s3: S3, clock: Clock): MediaStore {
  return {
    async put(bytes, type) {
      const hash = hashOf(bytes)
      const answer = await callS3(s3, clock(), { method: 'PUT', key: hash, bytes, type })
      if (answer.status >= 300) throw refusedBy(answer)
      return hash
    },
    async get(hash) {
      if (!hashShape.test(hash)) return undefined
      const answer = await callS3(s3, clock(), { method: 'GET', key: hash })
      if (answer.status === 200) return answer.body
      if (answer.status === 404 && answer.code === 'NoSuchKey') return undefined
      throw refusedBy(answer)
    },
    async remove(hash) {
      if (!hashShape.test(hash)) return
      const answer = await callS3(s3, clock(), { method: 'DELETE', key: hash })
      if (answer.status >= 300 && answer.code !== 'NoSuchKey') throw refusedBy(answer)
    },
  }
}
