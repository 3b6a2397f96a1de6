/** What the first items of a feed would become, as the pipeline would make them. */
import type { ParsedDocument } from '../../core/formats/document.ts'
import { directionOf } from '../../core/language.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { time } from '../../web/ui/time.ts'
import type { PreviewedItem } from '../preview.ts'
import { programWords } from './words.ts'

const mostProblems = 8

type Story = Extract<PreviewedItem, { kind: 'story' }>

export function previewList(
  frame: Frame,
  { items, feed }: { readonly items: readonly PreviewedItem[]; readonly feed: { readonly document: ParsedDocument } },
): Html {
  const { t } = frame
  const { problems } = feed.document
  return html`<section aria-labelledby="preview"><h2 id="preview">${t('preview.title')}</h2>
${problems.length > 0 && html`<div class="problems"><p>${t('preview.problems', { count: problems.length })}</p><ul>${problems.slice(0, mostProblems).map((problem) => html`<li>${programWords(problem)}</li>`)}</ul></div>`}
${items.length === 0 ? html`<p class="empty">${t('preview.empty')}</p>` : html`<ol class="preview">${items.map((item) => (item.kind === 'story' ? story(frame, item) : other(frame, item)))}</ol>`}</section>`
}

function story(frame: Frame, item: Story): Html {
  const { t } = frame
  const { headline, excerpt, language, genre, topics, origin, hops, publishedAt, agency, isHeld } = item
  const through = hops.map(({ name }) => name)
  const facts: readonly (readonly [string, Html | string | false])[] = [
    [t('preview.first'), html`<bdi>${origin.publisher}</bdi>, ${time(frame, origin.publishedAt, 'day')}`],
    [t('preview.through'), through.length > 0 && html`<bdi>${t.list(through)}</bdi>`],
    [t.titled(t('facts.topics')), topics.length > 0 && t.list(topics)],
    [t('preview.agency'), agency !== '' && t('preview.agency.text', { agency })],
    [t('preview.held'), isHeld && t('preview.held.text')],
  ]
  return html`<li><p class="marks">${t.titled(t(`genre.${genre}`))} · ${t.titled(t.languageName(language))} · ${time(frame, publishedAt, 'moment')}</p>
<h3 lang="${language}" dir="${directionOf(language)}">${headline}</h3>${excerpt && html`<p class="summary" lang="${language}" dir="${directionOf(language)}">${excerpt}</p>`}
<dl>${facts.map(([name, what]) => what && html`<div><dt>${name}</dt> <dd>${what}</dd></div>`)}</dl></li>`
}

function other({ t }: Frame, { kind, headline }: Exclude<PreviewedItem, Story>): Html {
  return html`<li><h3><bdi>${headline || t('preview.nameless')}</bdi></h3><p class="small">${t(`preview.${kind}`)}</p></li>`
}
