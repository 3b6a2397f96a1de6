/** A QR code (ISO 18004), drawn on the server: what it holds goes to nobody else. */
import { encode } from 'uqr'
import { type Html, html } from '../html.ts'

/** `label`: what it is, for who does not see it. Dark on light in dark mode, too: many readers know no other. */
export function qrCode(text: string, label: string): Html {
  // Four modules of quiet around it are part of the code.
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const side = String(size)
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" width="220" height="220" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${data.map(rowPath).join('')}"/></svg>`
}

/** The dark runs of a row, each a rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    let end = x
    while (row[end]) end += 1
    if (end > x) path += `M${x} ${y}h${end - x}v1H${x}z`
    x = Math.max(x, end)
  }
  return path
}
