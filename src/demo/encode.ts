/** Text as bytes of an old encoding, which the platform only reads: the table is made by reading it once. */

const tables = new Map<string, Map<string, number>>()

/** Letters the encoding lacks become character references, as content management systems do. */
export function encode(text: string, label: string): Uint8Array {
  if (label === 'utf-8') return Buffer.from(text)
  const table = tables.get(label) ?? tableOf(label)
  tables.set(label, table)
  const bytes: number[] = []
  for (const letter of text) {
    const code = table.get(letter)
    if (code === undefined) bytes.push(...Buffer.from(`&#${letter.codePointAt(0)};`))
    else if (code > 0xff) bytes.push(code >> 8, code & 0xff)
    else bytes.push(code)
  }
  return Uint8Array.from(bytes)
}

function tableOf(label: string): Map<string, number> {
  const decoder = new TextDecoder(label)
  const table = new Map<string, number>()
  const keep = (bytes: readonly number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes))
    const code = bytes.reduce((all, byte) => all * 256 + byte, 0)
    if ([...letter].length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, code)
  }
  for (let byte = 0; byte < 256; byte += 1) keep([byte])
  if (label === 'shift_jis')
    for (let lead = 0x81; lead < 0xfd; lead += 1) for (let trail = 0x40; trail < 0xfd; trail += 1) keep([lead, trail])
  return table
}
