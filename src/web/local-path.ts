/** Where somebody is led after a form: only ever within this network. */

/**
 * The path of `given` when it leads to a page of ours; `/` for all else. Browsers read `//host`, `/\host` and `/<tab>/host`
 * as other hosts, so whatever holds such is no path of ours.
 */
export function localPath(given: string | null | undefined): string {
  if (!given?.startsWith('/') || given.length > 2_000 || /[\u0000-\u0020\u007f\\]/.test(given)) return '/'
  const here = 'http://wireroom.invalid'
  const url = URL.parse(given, here)
  if (!url || url.origin !== here) return '/'
  // `/.//host` is normalised to `//host`.
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash
}
