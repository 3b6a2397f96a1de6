/** Who asks to join the sample network, and waits: what each says, and what becomes of it. All of them are invented. */
import type { Applicant } from './applicant.ts'
import type { ApplicantSite } from './applicants.ts'
import { casino, decidedApplicants } from './decided-applications.ts'

const day = 1_440
const hour = 60

export const applicants: readonly Applicant[] = [
  ...decidedApplicants,
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
