/**
 * Reads the static parts of a template as a browser's tokenizer would (HTML, section 13.2.5) as far as a template
 * needs it, and says for every hole where it stands. A hole in a place that cannot be made safe is a SyntaxError.
 */
export type HolePlan = {
  readonly place: 'text' | 'attribute' | 'address'
  /** For an attribute that is this hole alone: the length of ` name="` before it. */
  readonly whole: number | undefined
}

type State =
  | { at: 'text' }
  | { at: 'tag'; tag: string; closing: boolean }
  | { at: 'attribute'; tag: string; name: string; start: number; seen: string; holes: number }
  | { at: 'raw'; tag: string }
  | { at: 'comment' }

/** Attributes whose value is an address the browser may follow or load. */
const addresses = new Set(
  'href src action formaction cite poster data xlink:href manifest background longdesc'.split(' '),
)
/** What an address's scheme can no longer be changed after. */
const settled = /^(?:https?:\/\/|\/[^/\\]|[?#]|mailto:|tel:|otpauth:)/i
/** Attributes with a grammar of their own, which escaping does not know. */
const grammars = new Set('style srcdoc srcset imagesrcset ping'.split(' '))
/** Elements whose content is no markup: nothing in them can be escaped for all browsers. */
const rawElements = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'plaintext'])

/** One plan for each hole between two parts. `parts` are the static strings of the template. */
export function planTemplate(parts: readonly string[]): HolePlan[] {
  const plans: HolePlan[] = []
  let state: State = { at: 'text' }
  parts.forEach((part, index) => {
    state = readPart(part, state)
    if (index === parts.length - 1) return
    plans.push(planHole(state, part, parts[index + 1] ?? ''))
    if (state.at === 'attribute') state = { ...state, start: -1, holes: state.holes + 1 }
  })
  if (state.at !== 'text')
    throw refused('ends inside a tag, a comment or an element of its own kind', parts.at(-1) ?? '')
  return plans
}

function planHole(state: State, part: string, next: string): HolePlan {
  if (state.at === 'text') return { place: 'text', whole: undefined }
  if (state.at === 'comment') throw refused('has a hole in a comment', part)
  if (state.at === 'raw') throw refused(`has a hole inside <${state.tag}>`, part)
  if (state.at === 'tag') throw refused('has a hole in a tag outside a double-quoted attribute', part)
  const { name, seen, holes, start } = state
  if (/^on/.test(name)) throw refused(`has a hole in the event handler ${name}`, part)
  if (grammars.has(name)) throw refused(`has a hole in ${name}`, part)
  const opens = holes === 0 && seen === ''
  if (addresses.has(name)) {
    // A hole later in an address is safe only if what stands before it has settled the scheme; another hole may be empty.
    if (!opens && !settled.test(seen)) throw refused(`has a hole in ${name} before its scheme is settled`, part)
    return { place: opens ? 'address' : 'attribute', whole: opens ? wholeLength(part, next, start) : undefined }
  }
  return { place: 'attribute', whole: opens ? wholeLength(part, next, start) : undefined }
}

function wholeLength(part: string, next: string, start: number): number | undefined {
  return start >= 0 && next.startsWith('"') ? part.length - start : undefined
}

function readPart(part: string, from: State): State {
  let state = from
  let i = 0
  while (i < part.length) {
    if (state.at === 'text') [state, i] = readText(part, i)
    else if (state.at === 'comment') {
      const end = part.indexOf('-->', i)
      if (end < 0) return state
      state = { at: 'text' }
      i = end + 3
    } else if (state.at === 'raw') {
      const end = part.toLowerCase().indexOf(`</${state.tag}`, i)
      if (end < 0) return state
      state = { at: 'tag', tag: state.tag, closing: true }
      i = end + 2 + state.tag.length
    } else if (state.at === 'attribute') {
      const end = part.indexOf('"', i)
      if (end < 0) return { ...state, seen: state.seen + part.slice(i) }
      state = { at: 'tag', tag: state.tag, closing: false }
      i = end + 1
    } else [state, i] = readTag(part, i, state)
  }
  return state
}

function readText(part: string, from: number): [State, number] {
  const open = part.indexOf('<', from)
  if (open < 0) return [{ at: 'text' }, part.length]
  if (part.startsWith('<!--', open)) return [{ at: 'comment' }, open + 4]
  const name = /^<(\/?)([a-z!][a-z0-9:-]*)/i.exec(part.slice(open, open + 40))
  // A hole right after `<` would be a tag's name; a lone `<` is a slip of the pen.
  if (!name) throw refused('has a "<" that opens no tag', part.slice(open))
  const after = open + name[0].length
  if (after === part.length) throw refused('has a hole in a tag’s name', part.slice(open))
  return [{ at: 'tag', tag: (name[2] ?? '').toLowerCase(), closing: name[1] === '/' }, after]
}

/** From inside a tag to its end or to the value of the next attribute. */
function readTag(part: string, from: number, state: State & { at: 'tag' }): [State, number] {
  const rest = part.slice(from)
  const end = /^\s*\/?>/.exec(rest)
  if (end) {
    const raw = !state.closing && rawElements.has(state.tag)
    return [raw ? { at: 'raw', tag: state.tag } : { at: 'text' }, from + end[0].length]
  }
  const quoted = /^\s+([^\s"'<>/=]+)="/.exec(rest)
  if (quoted) {
    const name = (quoted[1] ?? '').toLowerCase()
    // A refresh would follow any address in its content; what else it says belongs into a header.
    if (name === 'http-equiv') throw refused('has an http-equiv', rest)
    return [{ at: 'attribute', tag: state.tag, name, start: from, seen: '', holes: 0 }, from + quoted[0].length]
  }
  const bare = /^\s+[^\s"'<>/=]+(?=[\s/>])/.exec(rest)
  if (bare) return [state, from + bare[0].length]
  const space = /^\s+$/.exec(rest)
  if (space) return [state, part.length]
  throw refused('has an attribute that is not written name="value"', rest)
}

function refused(what: string, where: string): SyntaxError {
  return new SyntaxError(`A template ${what}: …${where.slice(-60).trim()}`)
}
