/** What the network is, how it credits, corrects, and what it knows of its readers. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { html, linkable } from '../web/html.ts'
import { layout } from '../web/layout.ts'
import { feedsOf } from './feed-links.ts'

export function aboutPage(frame: Frame, counts: { readonly stories: number; readonly members: number }): string {
  const { t, network, at } = frame
  const title = t('about.title')
  const form = (words: string) => html`<a href="${at(routes.notice.href({}))}">${words}</a>`
  const homes = network.homes.filter((home) => linkable(home.url))
  const numbers = [
    t('count.stories', { count: counts.stories }),
    html`<a href="${at(routes.members.href({}))}">${t('masthead.members', { count: counts.members })}</a>`,
  ]
  return layout(frame, {
    title,
    description: network.tagline || undefined,
    path: routes.about.href({}),
    feeds: feedsOf(frame.network.name, routes.frontFeed.href),
    main: html`<div class="plain prose"><h1>${title}</h1>
<p>${t('about.what', { network: network.name })}${network.foundedOn && html` ${t('about.since', { month: t.day(network.foundedOn.slice(0, 7), 'month') })}`}</p>
<p class="mono">${numbers[0]} · ${numbers[1]}</p>
<h2 id="join">${t('about.join.title')}</h2><p>${t('front.join.text')} ${t.rich('about.join', {
      form: html`<a href="${at(routes.join.href({}))}">${t('about.join.form')}</a>`,
    })}</p>
<h2>${t('about.credit.title')}</h2><p>${t('about.credit')}</p>
<h2>${t('about.corrections.title')}</h2><p>${t.rich('about.corrections', {
      corrections: html`<a href="${at(routes.corrections.href({}))}">${t('about.corrections.link')}</a>`,
    })}</p>
<p>${t.rich('about.notice', { form: form(t('about.notice.form')) })}</p>
<h2>${t('about.readers.title')}</h2><p>${t('about.readers')}</p>
<h2>${t('about.feeds.title')}</h2><p>${t.rich('about.feeds', {
      rss: html`<a href="${routes.frontFeed.href({ feed: 'feed' })}">${t('format.rss')}</a>`,
      atom: html`<a href="${routes.frontFeed.href({ feed: 'feed.atom' })}">${t('format.atom')}</a>`,
      json: html`<a href="${routes.frontFeed.href({ feed: 'feed.json' })}">${t('format.json')}</a>`,
    })}</p>
${
  homes.length > 0 &&
  html`<h2>${t('about.homes')}</h2><ul>${homes.map((home) => html`<li><a rel="me" href="${home.url}"><bdi>${home.name}</bdi></a></li>`)}</ul>`
}</div>`,
  })
}
