/** Links that hand a story to somebody else's network: buttons, not references. */

export function isShareLink(href: string): boolean {
  return shares.test(href)
}

const shares = new RegExp(
  [
    String.raw`^mailto:\?`,
    `^https?://(?:[\\w-]+\\.)*(?:${[
      String.raw`facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed|send))`,
      String.raw`(?:twitter|x)\.com/(?:intent/(?:tweet|post)|share\b|home\?status=)`,
      String.raw`linkedin\.com/(?:shareArticle|sharing/share|cws/share)`,
      String.raw`reddit\.com/submit`,
      String.raw`pinterest\.[a-z.]+/pin/create`,
      String.raw`wa\.me/\?`,
      String.raw`whatsapp\.com/send\?`,
      String.raw`(?:t|telegram)\.me/share`,
      String.raw`tumblr\.com/(?:share|widgets/share)`,
      String.raw`getpocket\.com/(?:save|edit)`,
      String.raw`bsky\.app/intent/`,
      String.raw`threads\.(?:net|com)/intent/`,
      String.raw`(?:share\.joinmastodon\.org|mastodonshare\.com|tootpick\.org|toot\.kytta\.dev)`,
      String.raw`vk\.(?:com|ru)/share\.php`,
      String.raw`connect\.ok\.ru/offer`,
      String.raw`line\.me/(?:R/msg|lineit/share)`,
      String.raw`b\.hatena\.ne\.jp/(?:entry|add)`,
      String.raw`service\.weibo\.com/share`,
      String.raw`xing\.com/(?:spi/shares|app/user\?op=share|social_plugins/share)`,
      String.raw`addtoany\.com/(?:share|add_to)`,
      String.raw`addthis\.com/bookmark`,
      String.raw`digg\.com/submit`,
      String.raw`stumbleupon\.com/submit`,
      String.raw`(?:delicious\.com|del\.icio\.us)/(?:post|save)`,
      String.raw`flattr\.com/submit`,
      String.raw`instapaper\.com/(?:hello|text|edit)`,
      String.raw`news\.ycombinator\.com/submitlink`,
      String.raw`share\.flipboard\.com`,
      String.raw`printfriendly\.com/print`,
      String.raw`feeds\.wordpress\.com/1\.0/`,
      String.raw`feeds?\d?\.feedburner\.com/~f`,
      String.raw`feedproxy\.google\.com/~f`,
    ].join('|')})`,
  ].join('|'),
  'i',
)
