/**
 * Marks by which a publisher says that an item is not for readers yet, or at all: EMBARGOED UNTIL, HOLD FOR RELEASE,
 * NOT FOR PUBLICATION, in the languages of our feeds. They count where such a mark stands, at the head of the headline
 * or of one of the first lines, so that a report about an embargo is no embargo.
 */

/** How many lines may stand before the mark (a logo's words, a date, a contact), and how long such a line is at most. */
const [firstLines, longestLine] = [8, 240]

/** The mark as it stands there, or undefined. `text` is plain, a line to a paragraph. */
export function embargoMark({ headline, text }: { headline: string; text: string }): string | undefined {
  const lines = text
    .slice(0, firstLines * longestLine)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, firstLines)
  for (const line of [headline, ...lines]) {
    const found = line.length <= longestLine || line === headline ? markIn(line) : markIn(line.slice(0, longestLine))
    if (found) return found
  }
  return undefined
}

function markIn(line: string): string | undefined {
  const plain = line.replace(/^(?:[\s\p{P}\p{S}]|\ufe0f)+/u, '')
  const [mark] = marks.exec(plain) ?? bracketed.exec(line) ?? []
  return mark?.trim().slice(0, 120)
}

/** A time or day that follows: a digit soon, or the name of a day or month is near enough to not be asked for. */
const when = String.raw`.{0,40}?[\d٠-٩०-९]`

/** Each begins a line. What an ordinary sentence might begin with asks for a time after it. */
const words: readonly string[] = [
  // English
  String.raw`embargoed\b(?:[\s:–—-]+(?:until|till|til|for|to|copy|release|material)\b|\s*[:!–—-])`,
  String.raw`(?:strictly\s+)?under\s+(?:a\s+)?(?:strict\s+)?embargo\b(?:\s+(?:until|till|for)\b|\s*[:!.–—-]|$)`,
  String.raw`strict(?:ly)?\s+embargo(?:ed)?\b`,
  String.raw`embargo\s*:?\s*(?:until|till)\b`,
  String.raw`embargo\s*:${when}`,
  String.raw`hold\s+for\s+(?:release|publication)\b`,
  String.raw`hold\s+until\b${when}`,
  String.raw`not\s+for\s+(?:immediate\s+)?(?:publication|release|broadcast|distribution\s+before)\b`,
  String.raw`do\s+not\s+(?:publish|release|broadcast)\s+(?:before|until)\b`,
  String.raw`for\s+release\s+(?:not\s+before|after)\b${when}`,
  String.raw`advance\s+for\s+(?:use|release)\b`,
  // Spanish, Catalan, Portuguese, Galician, Italian, French, Romanian
  String.raw`embarga(?:do|da|t)\s+(?:hasta|até|ata|fins)`,
  String.raw`(?:bajo|sob|baixo|sota|sotto|sous|in|sub)\s+embargo(?=[\s:!.–—-]|$)(?:\s+(?:hasta|até|ata|fins|fino|jusqu|până)|\s*[:!.–—-]|$)`,
  String.raw`embargo\s*:?\s*(?:hasta|até|ata|fins|fino|jusqu|până)`,
  String.raw`no\s+(?:publicar|difundir)\s+(?:antes|hasta)`,
  String.raw`no\s+apt[oa]\s+para\s+(?:su\s+)?(?:publicación|difusión)`,
  String.raw`prohibida\s+su\s+(?:publicación|difusión)\s+(?:antes|hasta)`,
  String.raw`não\s+(?:publicar|divulgar|difundir)(?:\s+(?:antes|até)|\s*[:!.–—-]|$)`,
  String.raw`não\s+(?:é\s+)?para\s+(?:publicação|divulgação)`,
  String.raw`proibida\s+a\s+(?:publicação|divulgação)\s+antes`,
  String.raw`non\s+pubblicare\s+(?:prima|fino)`,
  String.raw`non\s+(?:destinato\s+)?(?:per|alla)\s+(?:la\s+)?pubblicazione`,
  String.raw`vietata\s+la\s+(?:pubblicazione|diffusione)\s+(?:prima|fino)`,
  String.raw`(?:à\s+)?ne\s+pas\s+(?:publier|diffuser)(?:\s+avant|\s*[:!.–—-]|$)`,
  String.raw`(?:non\s+destiné\s+à|pas\s+pour)\s+(?:la\s+)?publication`,
  // German, Dutch, Afrikaans
  String.raw`(?:sperrfrist|sperrvermerk)\s*(?::|bis|endet|${when})`,
  String.raw`(?:gesperrt|embargo)\s+bis\b`,
  String.raw`unter\s+embargo\b(?:\s+bis|\s*[:!.–—-]|$)`,
  String.raw`nicht\s+(?:zur|für\s+die)\s+veröffentlichung`,
  String.raw`nicht\s+vor\b.{0,40}\bveröffentlichen`,
  String.raw`onder\s+embargo\b(?:\s+tot|\s*[:!.–—-]|$)`,
  String.raw`embargo\s*:?\s*tot\b`,
  String.raw`niet\s+(?:voor|bestemd\s+voor)\s+publicatie`,
  String.raw`niet\s+publiceren\s+(?:voor|vóór)`,
  // Swedish, Danish, Norwegian, Finnish, Icelandic
  String.raw`(?:embargo|belagd\s+med\s+embargo|klausuleret|sperrefrist|sperret)\s*:?\s*(?:till?|indtil|inntil)\s`,
  String.raw`sperrefrist\s*:`,
  String.raw`(?:får\s+ej\s+publiceras|må\s+ikke\s+(?:offentliggøres|publiseres|offentliggjøres))\s+(?:före|før)`,
  String.raw`(?:ej|ikke)\s+(?:för|til|for)\s+(?:publicering|offentliggørelse|publisering)`,
  String.raw`(?:julkaistavissa\s+aikaisintaan|julkaisuvapaa\s+${when}|ei\s+julkaistavaksi|embargo\s+.{0,30}\basti\b)`,
  // Polish, Czech, Slovak, Hungarian, Turkish, Greek
  String.raw`embargo\s*:?\s*do\s`,
  String.raw`nie\s+do\s+publikacji`,
  String.raw`nie\s+publikować\s+przed`,
  String.raw`(?:není|nie\s+je)\s+určeno\s+k\s+(?:publikování|zveřejnění)`,
  String.raw`embargó\s*:?\s*${when}`,
  String.raw`nem\s+közölhető`,
  String.raw`(?:ambargoludur|ambargolu(?:\s|$)|yayın\s+yasağı\s*:|yayınlanmak\s+için\s+değildir|yayımlanamaz)`,
  String.raw`(?:εμπάργκο\s+μέχρι|όχι\s+για\s+δημοσίευση)`,
  // Russian, Ukrainian, Bulgarian, Serbian
  String.raw`(?:эмбарго|ембарго)\s*:?\s*(?:до|по)\s`,
  String.raw`(?:под\s+эмбарго|під\s+ембарго|под\s+ембарго)(?:\s+до|\s*[:!.–—-]|$)`,
  String.raw`не\s+для\s+(?:публикации|печати|публікації|друку|распространения)`,
  String.raw`не\s+(?:публиковать|публікувати|распространять)\s+(?:до|ранее|раніше)`,
  String.raw`не\s+е\s+за\s+публикуване`,
  String.raw`није\s+за\s+објављивање`,
  // Arabic, Persian, Urdu, Hebrew
  'محظور\\s+(?:من\\s+)?النشر',
  '(?:يحظر|يُحظر|حظر)\\s+النشر\\s+(?:حتى|قبل)',
  '(?:ليس|غير\\s+مخصص|غير\\s+معد|غير\\s+صالح)\\s+للنشر',
  'لا\\s+(?:ينشر|يُنشر)\\s+قبل',
  '(?:غیر\\s*قابل\\s+انتشار|ممنوع\\s+از\\s+انتشار|انتشار\\s+ممنوع)',
  '(?:ב|תחת\\s+)?אמברגו\\s*(?::|עד)',
  '(?:אסור\\s+(?:ל|ב)פרסום|לא\\s+לפרסום|אין\\s+לפרסם\\s+(?:לפני|עד))',
  // Japanese, Chinese, Korean
  '(?:報道|情報|記事)解禁',
  '解禁日時',
  'エンバーゴ\\s*[:：付あ]',
  '(?:公開|報道|掲載|転載)(?:厳禁|禁止)\\s*(?:[:：。]|$)',
  '.{0,40}まで(?:の)?(?:公開|報道|掲載)(?:を)?(?:禁止|厳禁|お控え)',
  '(?:禁发|禁發|新闻禁发|新聞禁發)\\s*[:：至期]',
  '.{0,40}(?:前|之前)(?:请勿|請勿|不得|禁止)(?:发布|發布|发表|發表|刊登|报道|報導)',
  '(?:请勿|請勿|禁止)(?:刊登|发表|發表|公开发布|公開發布)',
  '엠바고\\s*[:：(]',
  '.{0,40}(?:이후|까지)\\s*보도\\s*(?:금지|바랍니다|요망|가능)',
  '(?:Lệnh cấm công bố|Không công bố trước|Không được công bố)',
]
const marks = new RegExp(`^(?:${words.join('|')}).{0,80}`, 'iu')
/** "[EMBARGO]", "*** UNDER EMBARGO ***", "(Sperrfrist)": a mark that is a line or a bracket of its own. */
const bracketed =
  /(?:^\s*[[({【]\s*|^\s*\*{2,}\s*|^\s*)(?:under\s+)?(?:EMBARGO(?:ED)?|Embargoed|SPERRFRIST|Sperrfrist|ЭМБАРГО|ЕМБАРГО|AMBARGO|EMBARGÓ|אמברגו|エンバーゴ|엠바고)(?:\s*[\])}】]|\s*\*{2,}|\s*$)/u
