/** The page around working pages (sign-in, account, settings …): denser than those for readers, and private. */
import { routes } from '../routes.ts'
import type { Frame } from './context.ts'
import { head } from './head.ts'
import { type Html, html, render } from './html.ts'
import { languageLinks, nameLink } from './layout.ts'
import { menu } from './menu.ts'

export type WorkPage = {
  readonly title: string
  /** Of a page that search engines may keep: where it stands, as `href` gives it, and what it is in a sentence. */
  readonly path?: string | undefined
  readonly description?: string | undefined
  /** The places of this part of the network, the one shown marked as `current`. */
  readonly places?: readonly { readonly title: string; readonly href: string; readonly current?: boolean }[] | undefined
  /** What was done just now, in a sentence: said first. */
  readonly done?: string | undefined
  /** Stylesheets of this part beside that of all working pages, by their assets' plain names. */
  readonly sheets?: readonly string[]
  /** Modules of the page, by their asset's plain name: what they add works without them, too. */
  readonly scripts?: readonly string[]
  readonly main: Html
}

/** The whole document. No edition is made of it; a search engine keeps it only where it says so. */
export function workLayout(frame: Frame, page: WorkPage): string {
  const { t, at, textOnly, here } = frame
  return render(html`<!doctype html>
<html lang="${t.language}" dir="${t.direction}">
<head>
${head(frame, { title: page.title, path: page.path, description: page.description, sheets: ['work.css', ...(page.sheets ?? [])], main: page.main })}${
  !textOnly &&
  (page.scripts ?? []).map(
    (name) => html`<script type="module" src="${frame.asset(name)}"></script>
`,
  )
}</head>
<body>
<a class="skip" href="#main">${t('skip.work')}</a>
<div class="page work">
<header class="bar"><p class="name">${nameLink(frame)}</p>
${
  page.places &&
  html`<nav class="places" aria-label="${t('nav.work')}"><ul>${page.places.map(
    ({ title, href, current }) =>
      html`<li><a href="${at(href)}" aria-current="${current ? 'page' : undefined}">${title}</a></li>`,
  )}</ul></nav>
`
}${menu(frame)}</header>
<main id="main" tabindex="-1">${page.done && html`<p class="done" role="status">${page.done}</p>`}${page.main}</main>
<footer class="foot"><nav aria-label="${t('footer.label')}"><ul>
<li><a href="${at(routes.about.href({}))}">${t('nav.about')}</a></li>
<li><a href="${at(routes.notice.href({}))}">${t('footer.notice')}</a></li>
<li><a href="${here({ textOnly: !textOnly })}">${t(textOnly ? 'footer.whole' : 'footer.text')}</a></li>
</ul></nav>${languageLinks(frame)}</footer>
</div>
</body>
</html>
`)
}
