/**
 * Letters of other scripts in plain ASCII, for addresses: common romanisations (ISO 9 and BGN/PCGN simplified for
 * Cyrillic, ELOT 743 for Greek, Hepburn for kana, simplified for Arabic and Hebrew, Revised Romanisation for Hangul).
 * Han characters, which have no reading by themselves, become their code points: for names that must stay apart.
 */
import { inNormalForm } from '../normal-form.ts'

export function transliterate(text: string, language = ''): string {
  const ukrainian = language.startsWith('uk')
  let out = ''
  let previousKana = ''
  let doubles = false
  for (const character of inNormalForm(text, 'NFKC')) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) {
      out += character
      previousKana = ''
      doubles = false
      continue
    }
    const kana = code >= 0x3040 && code <= 0x30ff ? kanaOf(code) : undefined
    if (kana !== undefined) {
      out = joinKana(doubles ? out + doubledBefore(kana) : out, previousKana, kana, code)
      doubles = code === smallTsu || code === smallTsu + 0x60
      previousKana = kana
      continue
    }
    previousKana = ''
    doubles = false
    if (code >= 0xac00 && code <= 0xd7a3) out += hangul(code)
    else if (code >= 0x4e00 && code <= 0x9fff) out += ` ${code.toString(16)} `
    else out += letter(character.toLowerCase(), ukrainian)
  }
  return out
}

/**
 * Of a text with Han characters what has a reading without them: letters of other scripts, and kana where they make a
 * word (a loan word in katakana, a run of hiragana too long to be an ending or a particle). Its words stand apart.
 */
export function readable(text: string): string {
  return inNormalForm(text, 'NFKC')
    .replace(/\p{Script=Han}+/gu, ' ')
    .replace(/[\p{Script=Katakana}ー]+|[\p{Script=Hiragana}ー]+/gu, (run) => {
      const least = /\p{Script=Katakana}/u.test(run) ? 2 : 5
      return run.length < least ? ' ' : ` ${run} `
    })
}

function letter(lower: string, ukrainian: boolean): string {
  if (ukrainian) {
    const own = { г: 'h', и: 'y', і: 'i', ї: 'yi', є: 'ye' }[lower]
    if (own !== undefined) return own
  }
  const known = letters.get(lower)
  if (known !== undefined) return known
  const bare = inNormalForm(lower, 'NFD').replace(/\p{M}/gu, '')
  if (bare !== lower) return [...bare].map((c) => letters.get(c) ?? ((c.codePointAt(0) ?? 0) < 0x80 ? c : ' ')).join('')
  return /[\p{M}\p{Cf}]/u.test(lower) ? '' : ' '
}

const pairs = `
ßss æae œoe øo đd ðd þth łl ıi ħh ŋng ŧt ĸk əa ɵo ơo ưu
аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya
іi їyi єye ґg ўu ђdj јj љlj њnj ћc џdz ѓg ќk ѕdz қq ңng өo ұu үu һh әa ғgh
αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo
اa أa إi آa ٱa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk کk لl مm نn هh ةa وw يy یy ىa ئy ؤw ء پp چch ژzh گg ڤv ہh ھh ےe ںn ٹt ڈd ڑr
אa בb גg דd הh וv זz חch טt יy כk ךk לl מm םm נn ןn סs עa פp ףp צts ץts קk רr שsh תt
अa आaa इi ईii उu ऊuu एe ऐai ओo औau कka खkha गga घgha चcha छchha जja झjha टta ठtha डda ढdha णna तta थtha दda धdha नna पpa फpha बba भbha मma यya रra लla वva शsha षsha सsa हha ाa िi ीi ुu ूu ेe ैai ोo ौau ंn
กk ขkh คkh ฆkh งng จch ชch ซs ญy ดd ตt ถth ทth ธth นn บb ปp ผph ฝf พph ฟf ภph มm ยy รr ลl วw ศs ษs สs หh ฬl อo ฮh ะa าa ำam ิi ีi ึue ืue ุu ูu เe แae โo ใai ไai ์
აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh
աa բb գg դd եe զz էe ըy թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv փp քk օo ֆf
`
const letters = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [first = ''] = pair
      return [first, pair.slice(first.length)] as const
    }),
)

const syllables =
  `a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji tsu tsu zu te de to do
na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa wi we wo n vu ka ke`.split(
    /\s+/,
  )

function kanaOf(code: number): string | undefined {
  if (code === 0x30fc) return '-'
  const hiragana = code >= 0x30a1 ? code - 0x60 : code
  if (hiragana < 0x3041 || hiragana > 0x3096) return ' '
  return syllables[hiragana - 0x3041]
}

const smallTsu = 0x3063
const smallY = new Set([0x3083, 0x3085, 0x3087])

function joinKana(out: string, previous: string, kana: string, code: number): string {
  const hiragana = code >= 0x30a1 ? code - 0x60 : code
  if (code === 0x30fc) return out
  if (hiragana === smallTsu) return out
  // きゃ: the small y joins the syllable before it: kya; after shi, chi, ji the y is silent.
  if (smallY.has(hiragana) && previous.endsWith('i')) {
    const stem = out.slice(0, -1)
    return /(sh|ch|j)$/.test(stem) ? stem + kana.slice(1) : stem + kana
  }
  return out + kana
}

/** What っ adds: the consonant after it once more. */
function doubledBefore(kana: string): string {
  return kana.startsWith('ch') ? 't' : (/^[bdfghjkmprstz]/.exec(kana)?.[0] ?? '')
}

const initials = 'g kk n d tt r m b pp s ss _ j jj ch k t p h'.split(' ')
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finals = '_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

function hangul(code: number): string {
  const index = code - 0xac00
  const parts = [initials[Math.floor(index / 588)], vowels[Math.floor((index % 588) / 28)], finals[index % 28]]
  return parts.map((part) => (part === '_' ? '' : (part ?? ''))).join('')
}
