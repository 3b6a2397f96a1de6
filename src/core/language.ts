/**
 * Which language a text is in: what was declared when it can be one, else a guess from the script and, for Latin and
 * Cyrillic letters, from the small words every sentence has.
 */
import { Invalid } from './errors.ts'

/** A declared language in canonical form (`pt-BR`), or undefined when it is none (`english`, `x`, …). */
export function canonicalLanguage(declared: string | undefined | null): string | undefined {
  const tag = declared?.trim().replace(/_/g, '-')
  if (!tag || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical === 'und' || canonical?.startsWith('und-') ? undefined : canonical
  } catch {
    return undefined
  }
}

/** The languages a person lists, in canonical form. Throws Invalid for the first that is none. */
export function readLanguages(tags: readonly string[]): string[] {
  return tags.map((tag) => {
    const language = canonicalLanguage(tag)
    if (!language) throw new Invalid(`"${tag.trim()}" is no language: write tags such as en, es or pt-BR.`)
    return language
  })
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Whether a canonical tag's language is one that has a name; `xx` has none. */
export function isKnownLanguage(tag: string): boolean {
  return names.of(tag.split('-')[0] ?? '') !== undefined
}

/** The likely language of plain text, or undefined when there is too little to tell. */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 4000)
  const script = dominantScript(sample)
  if (script === undefined) return undefined
  if (script !== 'latin' && script !== 'cyrillic' && script !== 'arabic') return script
  return byWords(sample, script === 'latin' ? latin : script === 'cyrillic' ? cyrillic : arabic) ?? fallbackOf(script)
}

/** Whether a language is written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|he|iw|fa|ur|ps|sd|ug|yi|ckb|dv|syr|arc)(-|$)/i.test(language) && !/-latn(-|$)/i.test(language)
    ? 'rtl'
    : 'ltr'
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
]

function dominantScript(text: string): string | undefined {
  const counts = scripts.map(([name, letters]) => [name, text.match(letters)?.length ?? 0] as const)
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  if (total < 4) return undefined
  const kana = counts.find(([name]) => name === 'ja')?.[1] ?? 0
  const han = counts.find(([name]) => name === 'zh')?.[1] ?? 0
  // Japanese mixes kana into its Han characters; Chinese has none.
  if (kana > 0 && (kana + han) * 2 > total && kana * 12 > han) return 'ja'
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best?.[0]
}

function byWords(text: string, lists: Readonly<Record<string, ReadonlySet<string>>>): string | undefined {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}’']*/gu) ?? []
  if (words.length < 3) return undefined
  let best: { language: string; score: number } | undefined
  let second = 0
  for (const [language, list] of Object.entries(lists)) {
    const score = words.reduce((sum, word) => sum + (list.has(word) ? 1 : 0), 0)
    if (!best || score > best.score) {
      second = best?.score ?? 0
      best = { language, score }
    } else if (score > second) second = score
  }
  return best && best.score > second && best.score >= Math.max(1, words.length * 0.06) ? best.language : undefined
}

/** Scripts whose languages share letters: what most of our feeds in that script are in; Latin tells too little. */
function fallbackOf(script: string): string | undefined {
  if (script === 'cyrillic') return 'ru'
  if (script === 'arabic') return 'ar'
  return undefined
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const latin = {
  en: list(
    'the of and to in is that for it with as was on are by be this from at his her they have has not will who an their said',
  ),
  es: list(
    'el la de que y en los del se las por un una con para es al lo como más su sus fue ha este esta pero sobre entre',
  ),
  fr: list(
    "le la les de des du et en un une dans que qui pour par sur est au aux avec ce cette son ses pas plus été sont d'un l'a ont",
  ),
  de: list(
    'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer',
  ),
  pt: list(
    'o a de que e do da em um uma para com não os no se na por mais as dos como mas ao ele das à foi são pelo pela',
  ),
  it: list(
    'il di che è la per un in del con una non sono della i le da al dei gli come più anche nel alla ha si lo delle',
  ),
  nl: list(
    'de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar maar uit werd hebben heeft worden',
  ),
  sv: list('och att det som en på är av för med den till inte om ett han har de jag var från vi kan men ska efter'),
  da: list('og det at en den til er som på de med af for ikke der var han et har jeg vi men om fra ved efter blev'),
  no: list('og det er i som en på av for til med at ikke den har de et om var fra vi kan men seg ble etter også'),
  fi: list('ja on ei että se oli hän mutta ovat myös kun joka mukaan sekä niin kuin ole tai vuoden'),
  pl: list('w i na z się że do to nie o jest jak po od za przez dla oraz ale był są przy ich tym które'),
  cs: list('a se v na je že o s z do i to k ve pro za by ale jsou jako od po který které byl'),
  ro: list('și în de la cu a pe că nu din se este mai un o pentru care au prin sau fost'),
  hu: list('a az és hogy nem is egy ez meg volt csak de el már mint azt vagy ki még szerint'),
  tr: list('ve bir bu da de için ile olarak çok daha olan gibi en sonra kadar ancak ne var olduğu'),
  id: list('yang dan di untuk dengan dari ini pada dalam itu tidak akan adalah juga oleh ke telah sebagai kami'),
  vi: list('và của là có các một cho được không trong với những này người đã khi từ'),
  sw: list('na ya wa kwa ni za katika la kuwa hii watu kama hiyo lakini'),
  ca: list('el la de que i en els del les per un una amb és al més dels va són aquest'),
}
const cyrillic = {
  ru: list('и в не на что с по как это из но он его для же от за все так или был она бы мы они при после'),
  uk: list('і в не на що з до як це та для за його від але або був про вона ми вони після у й є'),
  bg: list('и на да в за се от не са с че е по като до ще но бе към след който която'),
  sr: list('и у је да се на за од су са не који као што али би или из због после'),
  be: list('і ў не на што з да як гэта для за ад але ці быў пра яна мы яны пасля'),
  kk: list('және мен бір бұл үшін бойынша деп де да болған туралы осы екен'),
  mk: list('и на да во се за од не со е што како но по до ќе би кој'),
}
const arabic = {
  ar: list('في من على أن إلى التي عن هذا مع هذه الذي كان ما لا بعد كما وقد ذلك بين'),
  fa: list('و در به از که این را با است برای آن یک می‌شود شد خود تا کرد های بود هم'),
  ur: list('کے میں کی ہے اور کو سے کا نے پر یہ ہیں کہ بھی ایک تھا گیا کیا'),
}
