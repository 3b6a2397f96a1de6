/*
 * In which faces a page is set. Words go before faces: where a visit begins, the device's own set the page, and ours are
 * asked for once it can be read. If they come before anybody has read far, the page dissolves into them; else they are
 * there for the next one. Where a visit goes on they lie in the browser already, and set the page from its first line.
 */
{
  const root = document.documentElement
  /* Milliseconds; whoever has had a page for longer keeps it as it is. */
  const soon = 300

  const [opening] = performance.getEntriesByType('navigation')
  const goesOn =
    opening?.type !== 'navigate' ||
    document.referrer.startsWith(`${location.origin}/`) ||
    /* Some send no referrer to anybody; this knows the pages of ours that this tab has shown. */
    globalThis.navigation?.entries().length > 1
  if (goesOn) {
    for (const link of document.querySelectorAll('link[as=font]')) link.media = ''
    root.classList.add('faces')
  } else new PerformanceObserver(bring).observe({ type: 'paint', buffered: true })

  async function bring(_, observer) {
    observer.disconnect()
    const asked = performance.now()
    for (const face of document.fonts) face.display = 'swap'
    /* Laying the page out in them tells the browser which it needs; before it is painted they are off again. */
    root.classList.add('faces')
    document.body.getBoundingClientRect()
    root.classList.remove('faces')
    await document.fonts.ready
    if (!document.startViewTransition) return
    if (performance.now() - asked > soon || scrollY > 0 || matchMedia('(prefers-reduced-motion)').matches) return
    const through = new CSSStyleSheet()
    /* Whoever taps meanwhile taps the page and not the picture of it. */
    through.replaceSync('::view-transition { pointer-events: none }')
    document.adoptedStyleSheets.push(through)
    document.startViewTransition(() => root.classList.add('faces', 'late')).ready.catch(() => {})
  }
}
