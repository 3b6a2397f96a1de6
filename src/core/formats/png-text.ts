/**
 * PNG 3.0, section 11.3.3: text of any length, packed a thousand to one, that decoders unpack whether anybody asks or not.
 * Only the packet in which programs write of pictures (XMP), unpacked, is worth keeping.
 */

const signature = 8
const wantedText = 'XML:com.adobe.xmp\0\0'

/** The same picture without its other text; anything that is no PNG, or a broken one, as it is. */
export function withoutPackedText(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return png
  const kept: Uint8Array[] = [bytes.subarray(0, signature)]
  let at = signature
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) break
    const name = bytes.toString('latin1', at + 4, at + 8)
    const isWanted = name === 'iTXt' && bytes.toString('latin1', at + 8, at + 8 + wantedText.length) === wantedText
    if (isWanted || !/^(?:tEXt|zTXt|iTXt)$/.test(name)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, bytes.subarray(at)])
}
