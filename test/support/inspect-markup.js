/**
 * Runs in a browser: puts markup where it may stand, and says what in it could act. A script of the page, not a module:
 * what is tested is what a page with scripts does. Needs DOMPurify for `secondOpinion`.
 */
globalThis.ranOf = []
globalThis.ran = (what) => globalThis.ranOf.push(String(what))
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  globalThis[name] = (what) => globalThis.ran(`${name} ${what}`)

globalThis.handlerNames = () => {
  const names = new Set()
  const made = ['p', 'body', 'img', 'video', 'form', 'input', 'details', 'marquee', 'frameset', 'media'].map((name) =>
    document.createElement(name),
  )
  const drawn = ['svg', 'animate', 'text'].map((name) => document.createElementNS('http://www.w3.org/2000/svg', name))
  for (const thing of [globalThis, document, ...made, ...drawn])
    for (const name in thing) if (/^on[a-z]/.test(name)) names.add(name)
  return [...names].sort()
}

/** `cases`: `[markup, name]`; `around`: name → markup before and after. Returns a sentence for everything that is wrong. */
globalThis.inspect = (cases, around, allowed) => {
  const wrong = []
  const host = document.createElement('div')
  document.body.append(host)
  for (const [markup, name] of cases)
    for (const [place, [before, after]] of Object.entries(around)) {
      const say = (what) => wrong.push(`${name} in ${place}: ${what} of ${markup.slice(0, 300)}`)
      host.innerHTML = before + (place === 'attribute' ? escaped(markup) : markup) + after
      look(host, allowed, say)
      if (place === 'attribute' && host.querySelector('p')?.title !== markup) say('the attribute ends early')
      if (place === 'text' && read(markup) !== read(host.innerHTML)) say('read again it is something else')
      // Where scripts are off, what stands in noscript is markup.
      if (place === 'noscript')
        look(new DOMParser().parseFromString(before + markup + after, 'text/html').body, allowed, say)
    }
  return wrong
}

/** What DOMPurify would still take out of it, with the same elements and attributes allowed. */
globalThis.secondOpinion = (cases, allowed) =>
  cases.flatMap(([markup, name]) => {
    const pure = DOMPurify.sanitize(markup, {
      ALLOWED_TAGS: ['#text', 'body', ...Object.keys(allowed)],
      ALLOWED_ATTR: [...new Set(Object.values(allowed).flat())],
    })
    const removed = DOMPurify.removed.map((one) => one.element?.nodeName ?? one.attribute?.name)
    if (removed.length > 0) return [`${name}: ${removed} of ${markup.slice(0, 300)}`]
    return read(pure) === read(markup) ? [] : [`${name}: ${pure} and not ${markup.slice(0, 300)}`]
  })

/** The words a reader sees of markup, without white space. */
globalThis.wordsOf = (markups) =>
  markups.map((markup) =>
    (new DOMParser().parseFromString(markup, 'text/html').body.textContent ?? '').replace(/\s+/g, ''),
  )

/** What DOMPurify leaves of foreign markup, for its words. */
globalThis.purified = (markups, allowed) =>
  markups.map((markup) =>
    DOMPurify.sanitize(markup, { ALLOWED_TAGS: ['#text', ...Object.keys(allowed)], ALLOWED_ATTR: [] }),
  )

function look(root, allowed, say) {
  for (const element of root.querySelectorAll('*')) {
    const rule = allowed[element.localName]
    if (!rule && !frames.has(element.localName)) say(`<${element.nodeName}>`)
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) say(`a handler ${name}`)
      if (rule && !rule.includes(name) && root.querySelector('p') !== element) say(`an attribute ${name}`)
      if (addressed.has(name) && !/^(?:https?|mailto|tel):/.test(value)) say(`an address ${value}`)
    }
    if (element.content) look(element.content, allowed, say)
  }
}
/** Elements of the places themselves. */
const frames = new Set('p table tbody tr td select svg foreignObject math mtext template noscript'.split(' '))
const addressed = new Set('href src cite action formaction xlink:href data poster background srcset ping'.split(' '))

/** As the browser writes it, but for newlines after `<pre>`: it drops one each time it reads, and never writes it. */
function read(markup) {
  const template = document.createElement('template')
  template.innerHTML = markup
  return template.innerHTML.replace(/<pre>\n+/g, '<pre>')
}

function escaped(markup) {
  return markup.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
