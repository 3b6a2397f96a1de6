/** The way from a public page to what editors decide about it: told to nobody else, and in no edition. */
import type { StoryId } from '../../core/id.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

export function editorsLink({ t, at, visitor }: Frame, story: StoryId): Html | undefined {
  if (!visitor?.rights.includes('editor')) return undefined
  return html`<a href="${at(routes.standing.href({ id: story }))}">${t('clusters.editors')}</a>`
}
