/** Takes pictures and other embedded media out of sanitised HTML. */
import { Parser } from 'htmlparser2'
import { cut } from './cut.ts'
import type { SafeHtml } from './sanitise.ts'

const media = new Set(['img', 'video', 'audio', 'picture', 'source', 'track', 'iframe', 'object', 'embed'])
const empty = new Set(['img', 'source', 'track', 'embed'])

/**
 * The same HTML without the media whose address `keep` refuses; a figure that loses its picture goes with its caption.
 * Only cuts, so that what the sanitiser wrote is never written anew.
 */
export function keepPictures(html: SafeHtml, keep: (address: string) => boolean): SafeHtml {
  if (!/<(?:img|video|audio|picture|source|track|iframe|object|embed)\b/i.test(html)) return html
  const cuts: (readonly [from: number, to: number])[] = []
  const open: { readonly name: string; readonly start: number; cut: boolean }[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const refused = media.has(name) && !sourcesOf(attributes).every(keep)
      if (refused) for (const figure of open) if (figure.name === 'figure') figure.cut = true
      if (!empty.has(name)) open.push({ name, start: parser.startIndex, cut: refused })
      else if (refused) cuts.push([parser.startIndex, parser.endIndex + 1])
    },
    onclosetag(name) {
      const at = open.findLastIndex((one) => one.name === name)
      if (at < 0) return
      const [closed] = open.splice(at)
      if (closed?.cut) cuts.push([closed.start, parser.endIndex + 1])
    },
  })
  parser.end(html)
  return cut(html, cuts) as SafeHtml
}

function sourcesOf({ src, poster, data, srcset }: Record<string, string>): string[] {
  const set = (srcset ?? '').split(',').map((one) => one.trim().split(/\s+/)[0] ?? '')
  return [src, poster, data, ...set].filter((one): one is string => one !== undefined && one !== '')
}
