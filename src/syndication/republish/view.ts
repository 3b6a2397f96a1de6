/** The page a newsroom takes a story from: what it may do, the story ready to paste, its pictures. */
import type { EntryOut, PictureOut } from '../../core/formats/feed-out.ts'
import { narrow } from '../../core/story/gate.ts'
import { handedOn } from '../../core/story/pictures.ts'
import type { Story } from '../../core/story/story.ts'
import { republishHref } from '../../routes.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { languagesOf, layout } from '../../web/layout.ts'
import {
  type CopyFormat,
  copyButton,
  copyFormats,
  copyScript,
  copyStatus,
  fieldOf,
  formatName,
} from '../../web/ui/copy-button.ts'
import { credit, publisherName } from '../../web/ui/credit.ts'
import { textAttributes } from '../../web/ui/language.ts'
import { licenceWords } from '../../web/ui/licence.ts'
import { caption, figure } from '../../web/ui/picture.ts'
import { headlineLink, titleClass } from '../../web/ui/story-line.ts'
import { alsoIn } from '../../web/ui/translations.ts'

/** A story in the words others may have, each format whole with its record of origin. */
export type Copies = { readonly entry: EntryOut } & Readonly<Record<CopyFormat, string>>

export function republishPage(frame: Frame, story: Story, copies: Copies): string {
  const { t } = frame
  const { entry } = copies
  const { shows } = narrow({ ...story, licence: story.origin.licence }, 'republish')
  const { lang, dir } = textAttributes(story.language, t.language)
  const title = t(`republish.${shows === 'nothing' ? 'headline' : shows}.title`)
  return layout(frame, {
    title: `${title}: ${story.headline}`,
    sheets: ['republish.css'],
    languages: languagesOf([story]),
    main: html`<div class="republish"><div><h1>${title}</h1>
<h2 class="${titleClass(story.headline)}" lang="${lang}" dir="${dir}">${headlineLink(frame, story)}</h2><p class="small">${credit(frame, story)}</p>
${alsoIn(frame, story, (to) => frame.at(republishHref(to)))}<p class="lede">${whatMay(frame, story, entry)}</p></div>
<div class="rules"><p>${t('republish.keep')} <span class="by-hand">${t('republish.byHand')}</span></p>${canonical(frame, entry)}</div>
<div class="copies">${copyFormats.map((format) => copy(frame, story, format, copies[format]))}</div>
${entry.pictures.length > 0 && pictures(frame, story, entry.pictures)}</div>${copyScript(frame)}`,
  })
}

function whatMay({ t }: Frame, story: Story, { content, summary }: EntryOut): Html {
  const publisher = publisherName(story)
  if (content) return t.rich('republish.full', { licence: licenceWords(t, story) })
  if (summary) return t.rich('republish.excerpt', { count: wordsIn(summary, story.language) })
  return t.rich('republish.headline', { publisher })
}

function wordsIn(text: string, language: string): number {
  let words = 0
  for (const { isWordLike } of segmenter(language).segment(text)) if (isWordLike) words += 1
  return words
}

/** Also for what somebody calls a language and is none. */
function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}

function canonical({ t }: Frame, entry: EntryOut): Html {
  return html`<p class="field"><label class="label" for="canonical">${t('republish.canonical')}</label>
<span class="hint" id="canonical-hint">${t('republish.canonical.hint')}</span>
<input id="canonical" readonly dir="ltr" aria-describedby="canonical-hint" value="${entry.canonical}"></p>`
}

function copy(frame: Frame, story: Story, format: CopyFormat, text: string): Html {
  const { t, textOnly } = frame
  const field = fieldOf(format)
  const { lang, dir } = textAttributes(story.language, t.language)
  // Facts read from the left whatever they tell; a line of the text without a letter stands where the others do.
  const way = { html: 'ltr', md: 'auto', txt: dir }[format]
  return html`<section aria-labelledby="${field}-title"><h2 id="${field}-title"><label for="${field}">${t.titled(formatName(frame, format))}</label></h2>
<p class="hint" id="${field}-hint">${t(`republish.${format}.hint`)}</p>
<textarea id="${field}" class="${format}" rows="9" readonly spellcheck="false" aria-describedby="${field}-hint" lang="${lang}" dir="${way}">${text}</textarea>
${!textOnly && html`<div class="copying">${copyButton(frame, format)}${copyStatus(frame)}</div>`}</section>`
}

/** Every picture others may have: its file, its words. */
function pictures(frame: Frame, story: Story, out: readonly PictureOut[]): Html {
  const { t, textOnly } = frame
  const shown = handedOn(story)
  return html`<section class="set" aria-labelledby="set"><h2 id="set">${t('republish.pictures')}</h2><p class="hint">${t('republish.pictures.hint')}</p>
<ul>${out.map(({ url, width, height, alt }, i) => {
    const picture = shown[i]
    const { lang, dir } = textAttributes(story.language, t.language)
    // Where it is not shown, its credit goes with it all the same.
    const told =
      picture &&
      (textOnly
        ? html`<p class="told">${caption(t, story, picture)}</p>`
        : figure(frame, story, picture, { eager: false }))
    return html`<li>${told}
${alt && html`<p class="small">${t.rich('republish.picture.alt', { alt: html`<bdi lang="${lang}" dir="${dir}">${alt}</bdi>` })}</p>`}
<p><a class="go" href="${url}" download>${t('republish.download')}</a>${width && height && html` <span class="small" dir="ltr">${width} × ${height}</span>`}</p></li>`
  })}</ul></section>`
}
