/** The words by which debris of syndication is known, in the languages of our feeds. */

/** "Read more": a line, or the last link of one, that leads to the rest of a text. */
export function isMore(text: string): boolean {
  return text.length < 300 && more.test(text)
}

/** "Share this", "Facebook", "Tweet", "Print": a line of nothing but names of buttons. */
export function isSharing(text: string): boolean {
  if (text.length > 300) return false
  let rest = text
  let found = 0
  for (;;) {
    rest = rest.replace(between, '')
    if (rest === '') return found > 0
    const name = button.exec(rest)?.[0]
    if (name === undefined) return false
    found += name.length > 2 ? 1 : 0
    rest = rest.slice(name.length)
  }
}

/** "12 comments", "Leave a reply": a line that leads below the text. */
export function isComments(text: string): boolean {
  return text.length < 120 && comments.test(text)
}

/** "Subscribe to our feed", "RSS": a line that leads to feeds. */
export function isFeed(text: string): boolean {
  return text.length < 120 && feeds.test(text)
}

const edge = String.raw`[\s.…»›→⟶>|\[\](){}«:–—-]*`

function lines(...alternatives: readonly string[]): RegExp {
  const list = alternatives.flatMap((alternative) => alternative.trim().split(/\s*\n\s*/))
  return new RegExp(`^${edge}(?:${list.join('|')})${edge}$`, 'iu')
}

/** What "continue reading" may name: the story, in whatever form. */
const named = `(?: .{1,200}|[:“"«„「『].{1,200})?`

const more = lines(`
  (?:click (?:here )?to )?read (?:more|on|further|in full)(?: here| on .{1,60}| at .{1,60})?
  (?:to )?(?:read|view|see) (?:the )?(?:rest|remainder|whole|full|complete|entire|original)(?: of)?(?: the| this)? ?(?:story|article|post|entry|text|piece|version)?(?: in full)?,?(?: please)?(?: click)?(?: here| at .{1,60}| on .{1,60}| online)?
  to read this (?:story|article|post) in full,? (?:please )?click here
  (?:continue|keep) reading${named}
  continued|continue|more|more here|full (?:story|article|post|text)|the (?:rest|full story)
  this (?:story|article|post) continues (?:at|on) .{1,60}
  (?:seguir|continuar|sigue|continúa) leyendo${named}
  (?:leer|lee|ver|saber) más(?: aquí| en .{1,60})?|leer (?:la )?(?:noticia|nota|artículo|entrada) (?:completa|completo|original)
  lire (?:la )?(?:suite|plus|l['’]article(?: complet)?)(?: sur .{1,60}|…)?|(?:en savoir|voir) plus|continuer (?:la lecture|à lire)${named}|la suite
  weiterlesen${named}|weiter lesen|mehr (?:lesen|erfahren)|lesen sie mehr|(?:den )?(?:ganzen|vollständigen) (?:artikel|beitrag|text) lesen|zum (?:artikel|beitrag)|hier weiterlesen
  (?:ler|leia|saiba|ver|veja) mais(?: aqui| em .{1,60})?|(?:continuar?|continue) (?:a ler|lendo|lendo)${named}|leia (?:a matéria|o artigo|a íntegra)(?: na íntegra| completa| completo)?
  leggi (?:tutto|di più|ancora|altro|l['’]articolo(?: completo)?)|continua (?:a leggere|la lettura)${named}|continua
  (?:lees|lezen) (?:meer|verder|het hele (?:artikel|bericht))${named}|meer lezen|verder lezen
  читать (?:далее|дальше|полностью|ещё|еще|весь текст)${named}|подробнее|далее|продолжить чтение${named}|полный текст
  читати (?:далі|більше|повністю)${named}|детальніше|докладніше
  czytaj (?:dalej|więcej|całość)${named}|więcej|czytaj cały artykuł
  devamını oku${named}|devamı(?: için tıklayın)?|okumaya devam (?:et|edin)${named}|daha fazla(?:sı)?(?: oku)?
  (?:اقرأ|إقرأ|أقرأ|قراءة|لقراءة) (?:المزيد|بقية (?:المقال|الخبر|الموضوع)|التفاصيل)${named}|للمزيد|المزيد|تابع القراءة${named}|متابعة القراءة${named}|أكمل القراءة${named}
  קראו? עוד${named}|(?:ל)?המשך (?:קריאה|הכתבה|לקרוא)${named}|להמשך|לכתבה המלאה|קרא את הכתבה המלאה
  (?:ادامه|بیشتر) (?:مطلب|بخوانید|نوشته|خواندن)${named}|بیشتر بخوانید
  (?:続き|つづき)(?:を)?(?:読む|みる|見る|は.{1,40})|もっと(?:読む|見る)|全文(?:を)?読む|記事全文
  (?:阅读|閱讀|查看|了解)(?:更多|全文|原文|全部)${named}|(?:继续阅读|繼續閱讀)${named}|更多(?:内容|內容)?|全文|未完待续
  더 ?(?:보기|읽기)|계속 ?읽기${named}|자세히 ?(?:보기|읽기)|전문 ?보기
  läs (?:mer|vidare|hela (?:artikeln|inlägget))${named}|fortsätt läsa${named}
  læs (?:mere|videre|hele (?:artiklen|indlægget))${named}|fortsæt (?:med at )?læse${named}
  les (?:mer|videre|hele (?:saken|artikkelen|innlegget))${named}|fortsett å lese${named}
  lue (?:lisää|koko (?:juttu|artikkeli))${named}|jatka lukemista${named}
  (?:číst|čítaj|čítať|celý) (?:dál|dále|více|viac|ďalej|článek|článok)${named}|pokračovat ve čtení${named}|pokračovať v čítaní${named}
  tovább(?: olvasom| a cikkhez)?|bővebben|olvass tovább${named}|a teljes cikk
  citeș?te (?:mai mult|mai departe|tot articolul)${named}|continuă (?:lectura|să citești)${named}
  (?:διαβάστε|διάβασε) (?:περισσότερα|τη συνέχεια|όλο το άρθρο)${named}|περισσότερα|συνέχεια|συνέχεια ανάγνωσης${named}
  (?:llegir|llegeix)(?:-ne)? més|continua llegint${named}
  baca (?:selengkapnya|lebih lanjut|selanjutnya)${named}|lanjut(?:kan)? (?:baca|membaca)${named}|selengkapnya
  (?:đọc|xem) (?:thêm|tiếp)${named}|tiếp tục đọc${named}
  (?:pročitaj|čitaj) (?:više|dalje)${named}|nastavi čitati${named}|opširnije|прочитај (?:више|даље)|опширније
  (?:прочети|прочетете|виж) (?:още|повече|цялата статия)${named}|още
  (?:और|आगे) पढ़ें|पढ़ना जारी रखें${named}
`)

/** The longer before what it begins with. */
const buttons = `
  facebook messenger|share (?:this|on|via|with|to)(?: (?:post|article|story|page|entry))?|share|tweet(?: this)?|like (?:this|it)|like loading|loading|e-?mail(?: this)?|print(?: this)?|save|bookmark|pin it|post|copy link|follow
  compartir(?: en)?|comparte(?: esto)?|me gusta|imprimir|correo electrónico|partager(?: sur)?|partagez|imprimer|courriel|j['’]aime|teilen|drucken|gefällt mir|twittern
  compartilhar|compartilhe|partilhar|curtir|condividi(?: su)?|stampa|mi piace|delen|deel dit|afdrukken|поделиться(?: в)?|поделитесь|печать|распечатать|нравится|поширити|поділитися
  udostępnij|drukuj|lubię to|paylaş|yazdır|beğen|e-posta|مشاركة|شاركها|شارك|طباعة|إعجاب|שתפו|שתף|שיתוף|הדפסה|אהבתי|اشتراک(?:‌گذاری)?|چاپ
  共有|シェア|印刷|いいね|ツイート|分享到?|打印|列印|赞|讚|공유하기|공유|인쇄|dela|skriv ut|gilla|jaa|tulosta|sdílet|vytisknout|zdieľať|megosztás|nyomtatás|distribuie|κοινοποίηση|εκτύπωση|bagikan|cetak|chia sẻ|podijeli|сподели
  facebook|twitter|bluesky|mastodon|threads|whats ?app|telegram|pinterest|linked ?in|reddit|tumblr|pocket|instagram|messenger|viber|line|vk(?:ontakte)?|weibo|wechat|微博|微信|xing|x|skype|signal|flipboard|digg|instapaper|feedly|hacker news|snapchat|tiktok|youtube|nextdoor|odnoklassniki|вконтакте|microblog|hatena|はてなブックマーク
  on|via|to|en|sur|auf|bei|em|su|op|в|на|على|ב
`
  .trim()
  .split(/\s*\n\s*/)
  .join('|')
const button = new RegExp(`^(?:${buttons})(?![\\p{L}\\p{M}\\d])`, 'iu')
const between = /^(?:[\s\d|,·•:;/+&.…–—-]|\([^)]{0,60}\))+/u

const comments = lines(`
  (?:no |\\d+ |view |see |read |all )*comments?(?: \\(?\\d+\\)?)?(?: feed)?|(?:leave|add|post|write) (?:a |your )?(?:comment|reply)|(?:join|start) the (?:discussion|conversation)|comments? on this .{1,40}
  (?:\\d+ |ver |sin )*comentarios?(?: \\(?\\d+\\)?)?|(?:deja|dejar|añadir?|escribe) (?:un |una |tu )?(?:comentario|respuesta)
  (?:\\d+ |voir les |aucun )*commentaires?(?: \\(?\\d+\\)?)?|(?:laisser|laissez|ajouter) un commentaire|réagir
  (?:\\d+ |keine )*kommentare?(?: \\(?\\d+\\)?)?|(?:einen )?kommentar (?:hinterlassen|schreiben|verfassen)|schreibe einen kommentar
  (?:\\d+ |ver |sem )*comentários?|(?:deixe|deixar) (?:um |seu )?comentário
  (?:\\d+ |nessun )*comment[oi]|(?:lascia|aggiungi) un commento
  (?:\\d+ |geen )*reacties?|(?:laat een reactie achter|plaats een reactie|reageer)
  (?:\\d+ |нет )*комментари(?:й|я|и|ев)(?: \\(?\\d+\\)?)?|(?:оставить|добавить|написать) комментарий|обсудить
  (?:\\d+ |немає )*коментар(?:і|ів|я)?|(?:залишити|додати) коментар
  (?:\\d+ |brak )*komentarz(?:e|y)?|(?:zostaw|dodaj|napisz) komentarz
  (?:\\d+ )*yorum(?:lar)?|yorum (?:yap|yapın|yaz|bırak)
  (?:\\d+ )*(?:تعليقات|التعليقات|تعليق)|(?:اترك|أضف|إضافة) تعليق[اً]*
  (?:\\d+ )*תגובות|(?:השאר|הוסף|כתוב|הוסיפו|השאירו) תגובה
  (?:\\d+ ?(?:件の)?)?コメント(?:を(?:残す|書く|する|見る))?(?: ?\\(?\\d+\\)?)?
  (?:\\d+ ?(?:条|條|則)?)?(?:评论|評論|留言|回复|回應)(?: ?\\(?\\d+\\)?)?|(?:发表|發表|写|添加)(?:评论|評論|留言|回應)
  (?:\\d+ ?개의 )?댓글(?: ?(?:남기기|쓰기|달기|\\(?\\d+\\)?))?
  (?:\\d+ )?(?:kommentarer|kommentar)|(?:lämna|skriv) en kommentar|(?:legg igjen|skriv) en kommentar|(?:\\d+ )?kommenttia?|jätä kommentti
`)

const feeds = lines(`
  (?:subscribe (?:to|via|by) )?(?:our |this |the )?(?:rss|atom|comments?) ?(?:feed)?s?|subscribe to (?:our|this|the) (?:rss )?feed|(?:get|follow) (?:our|this|the) (?:rss )?feed
  suscríbete (?:a(?:l| nuestro))? ?(?:rss|feed)|s['’]abonner au (?:flux|fil) rss|flux rss|rss-?feed(?: abonnieren)?|(?:assine|siga) (?:o|nosso) (?:rss|feed)|iscriviti al feed(?: rss)?|abonneer op (?:de )?rss-?feed
  (?:подписаться на|лента) rss|rss-лента|خلاصات?(?: rss)?|rssフィード|订阅(?:rss)?|訂閱(?:rss)?|rss 구독|kanał rss|rss beslemesi
`)
