/** What is answered to who sends too much, where the network's own page cannot be made. */
import { html, render } from './html.ts'
import { wordsAt } from './language-path.ts'

/** Readable on a telephone, without anything that is asked for besides. */
export function tooLargeAlone(address: string): string {
  const t = wordsAt(address)
  return render(
    html`<!doctype html><html lang="${t.language}" dir="${t.direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>413</title><p>${t('large.text')}</p></html>\n`,
  )
}
