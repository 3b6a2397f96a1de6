/** What an item answers and what answers it: RSS comments, Slash, the CommentAPI, and Atom's threads (RFC 4685). */
import { absolute } from './addresses.ts'
import type { DocumentItem } from './document.ts'
import { all, type Element, first, textOf } from './element.ts'
import { linkWithRel } from './links.ts'
import { wholeNumber } from './media.ts'

export function readThread(item: DocumentItem, element: Element): void {
  const comments = first(element, 'rss:comments')
  const commentsUrl = /^\s*\S+\s*$/.test(comments?.text ?? '')
    ? absolute(comments?.text ?? '', comments?.base)
    : linkWithRel(element, 'replies', /html/i)
  if (commentsUrl) item.commentsUrl = commentsUrl
  const feed = first(element, 'wfw:commentrss')
  const commentsFeed = feed?.text.trim() ? absolute(feed.text, feed.base) : linkWithRel(element, 'replies', /atom|rss/i)
  if (commentsFeed) item.commentsFeed = commentsFeed
  const counted = [
    textOf(element, 'slash:comments', 'thr:total'),
    ...all(element, 'atom:link').map((link) => link.attributes['thr:count']),
  ]
  const count = counted.map(wholeNumber).find((number) => number !== undefined)
  if (count !== undefined) item.commentCount = count
  const answered = answeredBy(element)
  if (answered) item.inReplyTo = answered
}

function answeredBy(element: Element): DocumentItem['inReplyTo'] {
  const reply = first(element, 'thr:in-reply-to')
  const id = reply?.attributes.ref?.trim()
  const link = first(element, 'source:inreplyto')
  const href = reply?.attributes.href ?? link?.text
  const url = href?.trim() ? absolute(href, (reply ?? link)?.base) : undefined
  return id || url ? { ...(id ? { id } : {}), ...(url ? { url } : {}) } : undefined
}
