/**
 * A reader's comfort: the time by their own clock, what is new since their last visit, a story passed on, keys. Nothing
 * here is needed to read, nothing leaves the browser, and nothing is kept that the reader did not ask for.
 */
const words = document.querySelector('#comfort')
const { locale, zone } = words.dataset

/* All that is kept, under one name: `seen` and `since`, moments of visits, once wanted; `keys: 'off'`. */
const name = 'wireroom'
/** Some browsers keep nothing in private windows, or at all. */
let keeps = true
const kept = read()

function read() {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? {}
  } catch {
    keeps = false
    return {}
  }
}

function keep(change) {
  Object.assign(kept, change)
  const text = JSON.stringify(kept)
  try {
    if (text === '{}') localStorage.removeItem(name)
    else localStorage.setItem(name, text)
  } catch {
    keeps = false
  }
}

function button(text, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'plainbutton'
  made.textContent = text
  made.addEventListener('click', act)
  return made
}

/* Times. */
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const moment = { day: 'numeric', month: 'short', year: 'numeric', ...clock, timeZoneName: 'short' }
const day = { year: 'numeric', month: '2-digit', day: '2-digit' }

/** The same format by the network's clock and by the reader's. */
function both(options, language = locale) {
  return [zone, undefined].map((timeZone) => new Intl.DateTimeFormat(language, { ...options, timeZone }))
}

/**
 * Times told by the network's clock are told by the reader's, every one or, where that would move the page, the network's
 * stays. Days stay the network's: they stand in addresses and over lists. A time that is of another day here says so.
 */
function tellTimes() {
  const styles = [both(clock), both(moment)]
  const days = both(day, 'en-CA')
  const long = new Intl.DateTimeFormat(locale, { ...moment, month: 'long', weekday: 'long' })
  let changes = []
  for (const time of document.querySelectorAll('main time[datetime*=T], .newest time')) {
    const at = new Date(time.dateTime)
    time.title ||= long.format(at)
    const text = time.textContent
    const style = styles.find(([theirs]) => theirs.format(at) === text)
    const own = style?.[1].format(at)
    if (!own || own === text) continue
    const [there, here] = days.map((format) => Date.parse(format.format(at)))
    const shift = style === styles[0] && hasRoom(time) ? ['\u22121', '', '+1'][Math.sign(here - there) + 1] : ''
    changes.push({ time, was: size(time), tries: shift ? [own + shift, own, text] : [own, text] })
  }
  if (changes.length > 0) {
    const format = new Intl.DateTimeFormat(locale, { timeZoneName: 'long' })
    const own = format.formatToParts().find(({ type }) => type === 'timeZoneName').value
    document.querySelector('.zone').textContent = words.dataset.own.replace('{zone}', own)
  }
  // Written together and measured together, so that the page is laid out a few times and not for each of them.
  while (changes.length > 0) {
    for (const { time, tries } of changes) time.textContent = tries.shift()
    for (const { time } of changes)
      if (/\d[+\u2212]1$/.test(time.textContent)) time.setAttribute('aria-label', time.title)
    changes = changes.filter(({ time, was, tries }) => tries.length > 0 && size(time) !== was)
  }
}

/** Nothing stands behind it in its line. */
function hasRoom(time) {
  return time.matches('li > time') || time.parentNode.childNodes.length === 1
}

/** What must stay as it is. */
function size(time) {
  const { offsetWidth, offsetHeight } = time.parentElement
  return `${hasRoom(time) || time.offsetWidth} ${offsetWidth} ${offsetHeight}`
}

/* What is new. */
const visit = 30 * 60_000
const line = document.querySelector('.since')

function countVisit() {
  if (!kept.seen) return
  const now = Date.now()
  keep(now - kept.seen > visit ? { since: kept.seen, seen: now } : { seen: now })
}

function tellNew() {
  const { offer, where, begun, forget } = line.dataset
  if (kept.seen)
    return line.replaceChildren(kept.since ? sinceWords() : begun, ' \u00b7 ', button(forget, forgetVisits))
  line.replaceChildren(button(offer, remember), ` \u00b7 ${where}`)
}

function remember() {
  keep({ seen: Date.now() })
  if (keeps) tellAgain()
  else line.replaceChildren()
}

function forgetVisits() {
  keep({ seen: undefined, since: undefined })
  for (const item of document.querySelectorAll('.fresh')) {
    item.classList.remove('fresh')
    item.querySelector('.fresh-word').remove()
  }
  tellAgain()
}

function tellAgain() {
  line.setAttribute('role', 'status')
  tellNew()
  line.querySelector('button').focus()
}

/** Marks the stories that came since, and tells how many those are. */
function sinceWords() {
  const { told, none, new: fresh } = line.dataset
  const at = new Date(kept.since)
  const options = Date.now() - at < 6 * 86_400_000 ? { weekday: 'long' } : { dateStyle: 'long' }
  const items = [...document.querySelectorAll('.wire li, .releases section:not(.corrected) li, .entries > li')]
  const since = items.filter((item) => new Date(item.querySelector('time')?.dateTime) > at)
  for (const item of since) {
    const word = document.createElement('span')
    word.className = 'unseen fresh-word'
    word.textContent = `${fresh}: `
    item.classList.add('fresh')
    item.querySelector('h2, h3').prepend(word)
  }
  const count = new Set(since.map((item) => item.querySelector('h2 a, h3 a').href)).size
  const many = new Intl.NumberFormat(locale).format(count) + (since.length === items.length ? '+' : '')
  return (count > 0 ? told : none)
    .replace('{day}', new Intl.DateTimeFormat(locale, options).format(at))
    .replace('{count}', many)
}

/* Passing on. */
function offerSharing(share) {
  const { title, address, copied } = share.dataset
  const [copy, more] = share.querySelectorAll('button')
  if (navigator.clipboard)
    wake(copy, async () => {
      await navigator.clipboard.writeText(address)
      share.querySelector('[role="status"]').textContent = copied
    })
  // Whoever closes the browser's own list has changed their mind, and that is all.
  if (navigator.share) wake(more, () => navigator.share({ title, url: address }).catch(() => {}))
}

/** What waits for the script has its place already. */
function wake(waiting, act) {
  waiting.closest('.waits').classList.remove('waits')
  waiting.addEventListener('click', act)
}

/* Keys: single ones, as on other pages of lists; switched off in their own window. */
const headlines =
  ':is(.lead .title, .wire h3, .seconds h3, .releases h3, .blocks li, .entries h2, .entries h3, .side li) a'
const places = { h: 'latest', r: 'releases', m: 'members', a: 'archive' }
let going = false

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
  // Whoever types means letters.
  if (event.target.closest('input, textarea, select, [contenteditable], dialog')) return
  const act = kept.keys !== 'off' && meant(letterOf(event))
  if (!act) return
  event.preventDefault()
  act()
}

/** By what is printed on the key where letters are not Latin ones. */
function letterOf({ key, code, shiftKey }) {
  const letter = /^[!-~]$/.test(key) ? key : code.replace(/^Key/, '').toLowerCase()
  return shiftKey && !/[/?]/.test(letter) ? '' : letter.toLowerCase()
}

function meant(letter) {
  const place = going && places[letter]
  going = letter === 'g'
  if (place) return () => document.querySelector(`.to-${place} a`).click()
  const focused = document.activeElement
  switch (letter) {
    case '/':
      return search
    case '?':
      return showKeys
    case 'j':
      return () => along(1)
    case 'k':
      return () => along(-1)
    case 'o':
      return focused.matches(headlines) && (() => focused.click())
  }
}

function search() {
  const field = document.querySelector('main input[name="q"]')
  if (field) field.select()
  else location.assign(`${document.querySelector('.to-search a').href}#q`)
}

/** From the story that has the focus, else from the first that can be seen. */
function along(step) {
  const list = [...document.querySelectorAll(headlines)]
  const at = list.indexOf(document.activeElement)
  const first = list.findIndex((link) => link.getBoundingClientRect().top >= 0)
  list[at >= 0 ? at + step : first + Math.min(step, 0)]?.focus()
}

let keys

function showKeys() {
  if (!keys) {
    document.body.append(words.content.cloneNode(true))
    keys = document.querySelector('dialog.keys')
    const box = keys.querySelector('input')
    box.checked = kept.keys !== 'off'
    box.addEventListener('change', () => keep({ keys: box.checked ? undefined : 'off' }))
    keys.querySelector('button').addEventListener('click', () => keys.close())
  }
  keys.showModal()
}

countVisit()
tellTimes()
if (line && keeps) tellNew()
for (const share of document.querySelectorAll('.share')) offerSharing(share)
const help = document.querySelector('[data-keys]')
if (help) wake(help, showKeys)
document.addEventListener('keydown', press)
// Where the reader keeps an offline edition, it is renewed now and then.
navigator.serviceWorker?.controller?.postMessage({})
