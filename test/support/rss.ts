/** Feeds that strangers serve, in a word or two. */

export type ItemWords = { id?: string; title?: string; link?: string; text?: string; date?: string }

/** An RSS document; what `channel` holds stands before its items. */
export function rss(items: readonly ItemWords[], channel = ''): string {
  const told = (name: string, value: string | undefined) => (value === undefined ? '' : `<${name}>${value}</${name}>`)
  const entries = items.map(
    ({ id, title, link, text, date }) =>
      `<item>${told('guid', id)}${told('title', title)}${told('link', link)}${told('description', text)}${told('pubDate', date)}</item>`,
  )
  return `<rss version="2.0"><channel><title>Harbour Times</title>${channel}${entries.join('\n')}</channel></rss>`
}

/** An item for each title, with its own id and link. */
export function itemsTitled(...titles: readonly string[]): ItemWords[] {
  return titles.map((title) => {
    const slug = title.toLowerCase().replaceAll(' ', '-')
    return { id: slug, title, link: `https://harbour.example/${slug}`, text: `${title}, as told in the harbour.` }
  })
}
