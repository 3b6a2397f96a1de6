/** A story on its way out, with its address and those of its translations. */
import { type EntryOut, entryOf } from '../../core/formats/feed-out.ts'
import { tagUri } from '../../core/network.ts'
import type { Story } from '../../core/story/story.ts'
import { storyHref } from '../../routes.ts'
import type { Surroundings } from '../../web/context.ts'
import { translationsOf } from '../../web/ui/translations.ts'
import { backMatterWords } from '../feeds/back-matter-words.ts'

export function storyEntry(
  { network, url }: Pick<Surroundings, 'network' | 'url'>,
  story: Story,
  channel: 'feed' | 'republish' = 'feed',
): EntryOut {
  const at = (one: { id: string; day: string; slug: string }) => ({
    id: tagUri(network, 'story', one.id),
    url: url + storyHref(one),
  })
  const translations = translationsOf(story).map((to) => ({ ...at(to), language: to.language, title: to.headline }))
  return entryOf(story, at(story), backMatterWords(story.language, network.timeZone), { channel, translations })
}
