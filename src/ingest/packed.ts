/** What a source gave, as it came, packed to be kept (docs/decisions/0018). */
import { constants, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/**
 * How all that is packed begins (Zstandard, RFC 8878, 3.1.1). What was packed before is raw deflate, which cannot begin
 * so: read as deflate these bytes are the head of a stored block whose length is not the complement of its check
 * (RFC 1951, 3.2.4).
 */
const mark = Buffer.from('28b52ffd', 'hex')
/** More would take longer and save nothing: a text is short, and shares little with itself. */
const params = { [constants.ZSTD_c_compressionLevel]: 1 }

export function pack(raw: string): Buffer {
  // What is given room for more than it needs keeps it: a text shrinks to less than half.
  return zstdCompressSync(raw, { params, chunkSize: Math.min(16_384, Math.max(1_024, raw.length >> 1)) })
}

export function unpack(packed: Buffer): string {
  const isMarked = packed.subarray(0, mark.length).equals(mark)
  return (isMarked ? zstdDecompressSync(packed) : inflateRawSync(packed)).toString()
}
