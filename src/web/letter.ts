/** A mail as words and as a page: one look for all, which needs no picture and nothing from elsewhere. */
import type { Letter } from '../core/letter.ts'
import type { Network } from '../core/network.ts'
import { type Html, html, render } from './html.ts'
import { inLanguage, spokenLanguages } from './language-path.ts'
import { messages, type Words } from './messages/messages.ts'

/** Whom a letter is for. Somebody without an account is written to discreetly, too. */
export type Reader = {
  readonly account: { readonly language: string; readonly discreet: boolean }
  readonly mail: string
  readonly network: Network
  readonly url: string
}

/** Ours, or somebody's own words, which are told from ours and may be in another language. */
type Paragraph = string | { readonly said: string }

type LetterParts = {
  readonly subject: string
  /** What inboxes show beside the subject before a mail is opened. */
  readonly preview: string
  readonly heading: string
  readonly paragraphs: readonly Paragraph[]
  /** The one thing to do, and where. */
  readonly action?: { readonly words: string; readonly href: string } | undefined
  /** What is said last and small: why this came, what to do if it should not have. */
  readonly small: readonly string[]
}

/** The language a letter is written in, and where its links lead. */
export function written({ account, network, url }: Reader): { t: Words; at: (path: string) => string } {
  const spoken = spokenLanguages(network)
  const language = spoken.find((tag) => tag === account.language) ?? spoken[0] ?? 'en'
  return {
    t: messages(language, network.timeZone, network.words),
    at: (path) => url + inLanguage(network, language, path),
  }
}

/** What a person has written to the reader, in the lines they wrote; nothing where they wrote nothing. */
export function said(words: string): { readonly said: string }[] {
  const said = words.trim().replace(/\n{3,}/g, '\n\n')
  return said ? [{ said }] : []
}

type Said = Omit<LetterParts, 'preview'>

/** Discreet letters keep the network's name out of what shows on a locked screen: subject and first words. */
export function compose({ account, mail, network, url }: Reader, t: Words, said: Said): Letter {
  const subject = account.discreet
    ? said.subject
    : t('letter.subject', { subject: said.subject, network: network.name })
  const small = [...said.small, t('letter.from', { network: network.name, host: new URL(url).host })]
  return {
    to: mail,
    language: t.language,
    ...letter(t, { ...said, subject, preview: said.heading, small }),
  }
}

function letter(t: Words, parts: LetterParts): { subject: string; text: string; html: string } {
  return { subject: parts.subject, text: inWords(t, parts), html: render(asPage(t, parts)) }
}

function inWords(t: Words, { heading, paragraphs, action, small }: LetterParts): string {
  const parts = [
    heading,
    ...paragraphs.map(inLines),
    ...(action ? [`${t('label', { words: action.words })}\n${action.href}`] : []),
    '--',
    ...small,
  ]
  return `${parts.join('\n\n')}\n`
}

/** As mails quote. */
function inLines(paragraph: Paragraph): string {
  return typeof paragraph === 'string' ? paragraph : paragraph.said.replace(/^/gm, '> ')
}

function onPage({ direction }: Words, paragraph: Paragraph): Html {
  if (typeof paragraph === 'string') return html`<p style="margin:0 0 16px">${paragraph}</p>`
  const said = html`<span dir="auto" style="display:block;white-space:pre-line">${paragraph.said}</span>`
  // The bar stands where lines begin. Mail programs do not know of sides that turn with the language.
  return direction === 'rtl'
    ? html`<blockquote style="margin:0 0 16px;padding-right:14px;border-right:3px solid #8f877a">${said}</blockquote>`
    : html`<blockquote style="margin:0 0 16px;padding-left:14px;border-left:3px solid #8f877a">${said}</blockquote>`
}

/** Mail programs know little of style and drop sheets: what matters stands on the elements themselves. */
function asPage(t: Words, { preview, heading, paragraphs, action, small }: LetterParts): Html {
  return html`<!doctype html>
<html lang="${t.language}" dir="${t.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${heading}</title></head>
<body style="margin:0;padding:0">
<div style="display:none;max-height:0;overflow:hidden">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td align="${t.direction === 'rtl' ? 'right' : 'left'}" style="font:16px/1.55 -apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<h1 style="font:600 24px/1.25 Georgia,'Times New Roman',serif;margin:0 0 16px;text-wrap:balance">${heading}</h1>
${paragraphs.map((paragraph) => onPage(t, paragraph))}
${
  action &&
  html`<p style="margin:24px 0"><a href="${action.href}" style="display:inline-block;padding:12px 22px;background:#191613;border:1px solid #8f877a;color:#ffffff;text-decoration:none;font-weight:600;border-radius:2px">${action.words}</a></p>
<p style="margin:0 0 16px;font-size:13px;word-break:break-all"><span dir="ltr">${action.href}</span></p>`
}
<hr style="border:0;border-top:1px solid #cccccc;margin:24px 0 16px">
${small.map((words) => html`<p style="margin:0 0 8px;font-size:13px;opacity:.75">${words}</p>`)}
</td></tr></table></td></tr></table>
</body>
</html>
`
}
