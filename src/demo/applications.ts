/** Who asks to join the sample network: what each says, and what becomes of it. All of them are invented. */
import type { ApplicantSite } from './applicants.ts'

export type Applicant = {
  readonly slug: string
  readonly mail: string
  readonly person: string
  /** Of the interface: en, es or ar. */
  readonly language: string
  readonly kind: string
  readonly name: string
  /** What it publishes in, as people type it. */
  readonly writes: string
  readonly country?: string
  readonly showsCountry?: boolean
  readonly place?: string
  /** A mark of `marks.ts` on a colour, or one of the program's own drawings by its name. */
  readonly mark: { readonly drawn: string } | { readonly mark: string; readonly colour: string; readonly alt: string }
  /** Undefined: it publishes without a site of its own. `at`: somebody else's. */
  readonly site?: 'own' | { readonly at: string }
  readonly headlines?: readonly string[]
  readonly about: string
  readonly contact?: string
  /** Whether its browser did the sum. */
  readonly worked: boolean
  /** The outlet that invited it. */
  readonly invitedBy?: string
  /** Members it says know it, and what those say. */
  readonly vouches?: readonly { readonly outlet: string; readonly words?: string }[]
  /** Minutes before the demo began. */
  readonly sent?: number
  /** Only so far: it is no more than begun. */
  readonly isDraft?: boolean
  readonly decisions?: readonly Decided[]
}

export type Decided = {
  readonly at: number
  readonly kind: 'approved' | 'returned' | 'refused' | 'held'
  readonly ground?: string
  readonly words?: string
  readonly why?: string
  /** What is answered, and when. */
  readonly answer?: { readonly at: number; readonly words: string }
  /** Asking another person to look again. */
  readonly appeal?: { readonly at: number; readonly words: string }
}

const day = 1_440
const hour = 60

/** Sold by many blogs in nearly the same words. */
const casino =
  'We write about equality, travel and entertainment for a modern audience, with honest tests of every casino and the best bonus offers of the month. Our authors have played everywhere and tell you where it is worth it.'

export const applicants: readonly Applicant[] = [
  {
    slug: 'candil',
    mail: 'rocio@candil.example',
    person: 'Rocío Almagro',
    language: 'es',
    kind: 'magazine',
    name: 'Revista Candil',
    writes: 'español',
    country: 'UY',
    showsCountry: true,
    mark: { mark: 'lantern', colour: '#5c3a7e', alt: 'Un farol encendido' },
    site: 'own',
    headlines: ['La biblioteca que prestaba paraguas', 'Tres abuelas y un coro'],
    about: 'Crónicas largas, cuatro veces al año. Seis personas y una mesa prestada.',
    contact: 'Por correo; los viernes estamos cerrando número.',
    worked: true,
    sent: -38 * day,
    decisions: [{ at: -35 * day, kind: 'approved', words: 'Bienvenidas. Nos gustó mucho lo del coro.' }],
  },
  {
    slug: 'tideline',
    mail: 'post@tideline.example',
    person: 'Wren Castellane',
    language: 'en',
    kind: 'podcast',
    name: 'Tideline Tapes',
    writes: 'English',
    country: 'IE',
    showsCountry: true,
    mark: { mark: 'mic', colour: '#1f5f6b', alt: 'A microphone' },
    site: 'own',
    headlines: ['Episode 41: The ferry that waited', 'Episode 40: Who keeps the keys'],
    about: 'One voice an hour, recorded in kitchens along the coast.',
    worked: true,
    sent: -31 * day,
    decisions: [{ at: -29 * day, kind: 'approved', words: 'Welcome aboard.' }],
  },
  {
    slug: 'lucky-rainbow',
    mail: 'office@lucky-rainbow.example',
    person: 'Media Office',
    language: 'en',
    kind: 'website',
    name: 'Lucky Rainbow Daily',
    writes: 'English',
    mark: { drawn: 'letter' },
    about: `${casino} [casino bonus](https://lucky-rainbow.example/casino)`,
    worked: false,
    sent: -24 * day,
    decisions: [
      {
        at: -22 * day,
        kind: 'refused',
        ground: 'spam',
        words:
          'We read every application ourselves, and yours is there to sell something. That is not what this network is for.',
        why: 'Nothing but links to one casino.',
      },
    ],
  },
  {
    slug: 'zettelkasten-west',
    mail: 'jonte@zettelkasten.example',
    person: 'Jonte Brackwede',
    language: 'en',
    kind: 'website',
    name: 'Zettelkasten West',
    writes: 'German',
    country: 'DE',
    mark: { drawn: 'arches' },
    site: 'own',
    about: 'Notizen aus dem queeren Westen der Stadt. Die erste Ausgabe ist in Arbeit.',
    worked: true,
    sent: -15 * day,
    decisions: [
      {
        at: -11 * day,
        kind: 'refused',
        ground: 'unpublished',
        words: 'There is nothing to read yet. Do come back when the first issue is out: we look forward to it.',
        why: 'Site is a page with a date on it.',
        appeal: {
          at: -2 * day,
          words:
            'The first issue came out on the day after your letter, in print: we put it online one page a week. Could somebody look again? Page one is on our site now.',
        },
      },
    ],
  },
  {
    slug: 'esquina',
    mail: 'hola@esquina.example',
    person: 'Nahuel Ferreyra',
    language: 'es',
    kind: 'newspaper',
    name: 'Boletín Esquina',
    writes: 'español',
    mark: { mark: 'table', colour: '#7a4a12', alt: 'Una mesa redonda con seis platos' },
    site: 'own',
    headlines: ['Qué abre y qué cierra en la cuadra'],
    about: 'Lo que pasa en doce cuadras, contado por quienes viven ahí.',
    worked: true,
    sent: -27 * day,
    decisions: [{ at: -25 * day, kind: 'approved', words: 'Bienvenidos a la red.' }],
  },
  // Those that wait.
  {
    slug: 'faro-morado',
    mail: 'valentina@faro-morado.example',
    person: 'Valentina Ríos',
    language: 'es',
    kind: 'magazine',
    name: 'Revista Faro Morado',
    writes: 'español, inglés',
    country: 'EC',
    showsCountry: true,
    place: 'Puerto Ayacu',
    mark: { mark: 'sun', colour: '#6b2f7a', alt: 'Un sol de ocho rayos sobre fondo morado' },
    site: 'own',
    headlines: ['El taller donde se arreglan nombres', 'Una radio en el mercado', 'Lo que dijo la jueza'],
    about:
      'Imprimimos 800 ejemplares cada dos meses y un mes después lo subimos todo a la red. Escribimos sobre trabajo, salud y fiestas de pueblo en la costa.',
    contact: 'Por correo está bien. Por favor, no llamen al trabajo.',
    worked: true,
    invitedBy: 'plaza-violeta',
    vouches: [
      {
        outlet: 'plaza-violeta',
        words: 'Compartimos imprenta desde hace cuatro años. Pagan a sus autoras y corrigen lo que está mal.',
      },
      { outlet: 'marea-sur' },
    ],
    sent: -26 * hour,
  },
  {
    slug: 'al-shurfa',
    mail: 'tahrir@shurfa.example',
    person: 'هيئة التحرير',
    language: 'ar',
    kind: 'journal',
    name: 'مجلة الشرفة',
    writes: 'العربية',
    mark: { mark: 'bow', colour: '#22577a', alt: 'ثلاثة أقواس متداخلة' },
    site: 'own',
    headlines: ['رسائل لم تُرسل', 'بيت من غرفتين'],
    about: 'نصوص وشهادات يكتبها أصحابها بأسماء يختارونها. نصدر كل شهرين، ولا نطلب من أحد أن يقول أين يعيش.',
    contact: 'راسلونا على البريد فقط، ومن دون ذكر اسم الشبكة في العنوان.',
    worked: true,
    sent: -4 * day,
    decisions: [
      {
        at: -3 * day,
        kind: 'returned',
        words: 'شكرًا لكم. هل تنشرون أعمال كتّاب آخرين؟ وإن كان كذلك، فكيف تأخذون إذنهم؟',
        answer: {
          at: -20 * hour,
          words: 'نعم، ثلث النصوص لضيوف. يوقّع كل كاتب رسالة قصيرة بالاسم الذي اختاره، وله أن يسحب نصه متى شاء.',
        },
      },
    ],
  },
  {
    slug: 'velvet-reels',
    mail: 'team@velvet-reels.example',
    person: 'Editorial Team',
    language: 'en',
    kind: 'website',
    name: 'Velvet Reels Magazine',
    writes: 'English',
    mark: { drawn: 'letter' },
    about: `${casino.replace('modern', 'proud')} Read more: https://velvet-reels.example/online-casino and https://velvet-reels.example/bonus and https://velvet-reels.example/vip`,
    worked: false,
    sent: -9 * hour,
  },
  {
    slug: 'harbour-choir',
    mail: 'secretary@harbour-choir.example',
    person: 'Philippa Okonjo-Marsh',
    language: 'en',
    kind: 'organisation',
    name: 'The Harbour Choir and Benevolent Society of Quay Street',
    writes: 'English',
    country: 'GB',
    mark: { drawn: 'waves' },
    about:
      'We sing on Thursdays and look after one another in between. Four newsletters a year, on paper; the librarian scans them. My telephone does not run the program on your page, I am told.',
    contact: 'Letters to the church hall reach us; by mail within a week.',
    worked: false,
    vouches: [
      {
        outlet: 'quay-street-courier',
        words: 'They have sung at every birthday of ours. The newsletters are real, and funny.',
      },
    ],
    sent: -3 * day,
  },
  {
    slug: 'praca-nova',
    mail: 'redacao@praca-nova.example',
    person: 'Iara Monteverde',
    language: 'en',
    kind: 'agency',
    name: 'Agência Praça Nova',
    writes: 'Portuguese, Spanish',
    country: 'BR',
    showsCountry: true,
    mark: { mark: 'bridge', colour: '#14532d', alt: 'Uma ponte de dois arcos' },
    site: 'own',
    headlines: ['Três cidades, uma escola', 'A feira que não fecha'],
    about: 'Pequena agência de notícias LGBT+ do interior: dois textos por dia, de graça para jornais de bairro.',
    contact: 'redacao@praca-nova.example',
    worked: true,
    sent: -5 * hour,
  },
  {
    slug: 'lampe',
    mail: 'bonjour@lampe.example',
    person: 'Solène Kerbrat',
    language: 'en',
    kind: 'radio',
    name: 'Radio Lampe-Tempête',
    writes: 'French',
    country: 'FR',
    mark: { mark: 'wave', colour: '#8c2f39', alt: 'Trois vagues' },
    site: 'own',
    headlines: ['Émission 212 : la nuit des facteurs'],
    about: 'Une heure chaque dimanche soir, et les archives en ligne.',
    worked: true,
    sent: -6 * day,
    decisions: [
      {
        at: -5 * day,
        kind: 'returned',
        words: 'Your archive seems to belong to another station. Could you tell us how the two of you are related?',
      },
    ],
  },
  {
    slug: 'courier-weekend',
    mail: 'weekend@courier-weekend.example',
    person: 'Dale Winterbourne',
    language: 'en',
    kind: 'newspaper',
    name: 'Courier Weekend',
    writes: 'English',
    mark: { drawn: 'letter' },
    site: { at: 'quay-street-courier' },
    about: 'The weekend pages of the Courier, which would like a place of their own here.',
    worked: true,
    sent: -2 * day,
    decisions: [{ at: -30 * hour, kind: 'held', why: 'Ask the Courier whether they know of this.' }],
  },
  {
    slug: 'atelier',
    mail: 'mika@atelier.example',
    person: 'Mika Sandström',
    language: 'en',
    kind: 'freelance',
    name: 'Mika Sandström',
    writes: 'English, Swedish',
    mark: { drawn: 'letter' },
    about: '',
    worked: true,
    isDraft: true,
  },
]

/** Whom the demo prints to sign in as: somebody who waits, with a member's word. */
export const printedApplicant = 'faro-morado'

export function applicantSites(): ApplicantSite[] {
  return applicants
    .filter(({ site }) => site === 'own')
    .map(({ slug, name, writes, about, headlines = [] }) => {
      const language = /العربية/.test(writes) ? 'ar' : /espa/.test(writes) ? 'es' : 'en'
      return { slug, name, language, about, headlines }
    })
}
