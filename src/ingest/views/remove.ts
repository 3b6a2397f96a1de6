/** What removing a source would do, said before it is done. */
import type { StoryGroup } from '../../db/source-stories.ts'
import type { Source } from '../../db/sources.ts'
import type { Frame } from '../../web/context.ts'
import { html } from '../../web/html.ts'
import { radioField } from '../../web/ui/choice.ts'
import { unsent } from '../../web/ui/field.ts'
import { steps } from '../../web/ui/steps.ts'
import { workLayout } from '../../web/work-layout.ts'
import type { SourceLinks } from './links.ts'
import { titleOf } from './source.ts'

export function removePage(
  frame: Frame,
  view: {
    readonly source: Source
    readonly groups: readonly StoryGroup[]
    readonly fault?: string
    readonly links: SourceLinks
    /** Recalling stories is an editor's right, and their member's. */
    readonly mayTakeDown: boolean
  },
): string {
  const { t, at } = frame
  const { source, groups, fault, links, mayTakeDown } = view
  const sum = (which: (group: StoryGroup) => boolean) =>
    groups.filter(which).reduce((total, { count }) => total + count, 0)
  const shown = sum((group) => group.published && group.shows !== 'nothing')
  const all = sum(({ withdrawal }) => withdrawal === null)
  const title = t('source.remove.title', { source: titleOf(source) })
  const choices = [
    { value: 'stay', label: t('source.remove.stay'), hint: t('source.remove.stay.hint', { count: shown }) },
    ...(mayTakeDown
      ? [{ value: 'go', label: t('source.remove.go'), hint: t('source.remove.go.hint', { count: all }) }]
      : []),
  ]
  return workLayout(frame, {
    title,
    ...(links.places ? { places: links.places } : {}),
    sheets: ['sources.css'],
    main: html`${fault && unsent(fault)}${steps(frame, links.trail)}<div class="narrow"><h1>${title}</h1><p class="lede">${t('source.remove.lede')}</p>
<form class="form" method="post" action="${at(links.removed)}">
${
  all === 0
    ? html`<p>${t('source.remove.empty')}</p><input type="hidden" name="stories" value="stay">`
    : radioField(frame, {
        name: 'stories',
        label: t('source.remove.stories', { count: all }),
        fault,
        hint: mayTakeDown ? undefined : t('source.remove.editors'),
        value: 'stay',
        choices,
      })
}
<p class="acts"><button class="danger">${t('source.remove.do')}</button> <a href="${at(links.page)}">${t('source.remove.not')}</a></p></form></div>`,
  })
}
