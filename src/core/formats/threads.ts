/** What an item answers and what answers it: RSS comments, Slash, the CommentAPI, and Atom's threads (RFC 4685). */
import { absolute } from './addresses.ts'
import type { DocumentItem } from './document.ts'
import { all, type Element, first, textOf, words } from './element.ts'
import { linkWithRel } from './links.ts'
import { wholeNumber } from './media.ts'

const commentPages = words('rss:comments')
const commentFeeds = words('wfw:commentrss')
const counts = words('slash:comments', 'thr:total')
const links = words('atom:link')
const replies = words('thr:in-reply-to')
const answers = words('source:inreplyto')

export function readThread(item: DocumentItem, element: Element): void {
  const comments = first(element, commentPages)
  const commentsUrl = /^\s*\S+\s*$/.test(comments?.text ?? '')
    ? absolute(comments?.text ?? '', comments?.base)
    : linkWithRel(element, 'replies', /html/i)
  if (commentsUrl) item.commentsUrl = commentsUrl
  const feed = first(element, commentFeeds)
  const commentsFeed = feed?.text.trim() ? absolute(feed.text, feed.base) : linkWithRel(element, 'replies', /atom|rss/i)
  if (commentsFeed) item.commentsFeed = commentsFeed
  const counted = textOf(element, counts) ?? linkWith(element, 'thr:count')
  const count = wholeNumber(counted)
  if (count !== undefined) item.commentCount = count
  const answered = answeredBy(element)
  if (answered) item.inReplyTo = answered
}

function linkWith(element: Element, attribute: string): string | undefined {
  return all(element, links).find((link) => link.attributes[attribute])?.attributes[attribute]
}

function answeredBy(element: Element): DocumentItem['inReplyTo'] {
  const reply = first(element, replies)
  const id = reply?.attributes.ref?.trim()
  const other = first(element, answers)
  const href = reply?.attributes.href ?? other?.text
  const url = href?.trim() ? absolute(href, (reply ?? other)?.base) : undefined
  return id || url ? { ...(id ? { id } : {}), ...(url ? { url } : {}) } : undefined
}
