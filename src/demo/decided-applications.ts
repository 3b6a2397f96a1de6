/** Applications of the sample network that were decided weeks ago. All of them are invented. */
import type { Applicant } from './applicant.ts'

const day = 1_440

/** Sold by many blogs in nearly the same words. */
export const casino =
  'We write about equality, travel and entertainment for a modern audience, with honest tests of every casino and the best bonus offers of the month. Our authors have played everywhere and tell you where it is worth it.'

export const decidedApplicants: readonly Applicant[] = [
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
]
