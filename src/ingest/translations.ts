/** What feeds say of a story's translations, as far as these are stories of the same member and here already. */
import type { DocumentItem } from '../core/formats/document.ts'
import type { StoryId } from '../core/id.ts'
import { normaliseUrl } from '../core/url.ts'
import type { Tx } from '../db/connection.ts'
import { findStoriesByUrl } from '../db/items.ts'
import type { Source } from '../db/sources.ts'
import type { WireContext } from '../wire/publish.ts'
import { translate } from '../wire/translate.ts'

/** No honest item has more. */
const most = 30

/** What people said before stays. Of two that name each other, the one that comes second brings them together. */
export async function keepTranslationsOf(
  tx: Tx,
  context: WireContext,
  source: Source,
  stories: ReadonlyMap<StoryId, DocumentItem>,
): Promise<void> {
  const said = [...stories].flatMap(([id, { translations = [] }]) =>
    translations.slice(0, most).flatMap(({ url }) => {
      const named = normaliseUrl(url)
      return named ? [{ id, url: named }] : []
    }),
  )
  const found = await findStoriesByUrl(tx, source, [...new Set(said.map(({ url }) => url))])
  for (const { id, url } of said) {
    const other = found.get(url)?.storyId
    if (other && other !== id) await translate(tx, context, id, other, { overrules: false })
  }
}
