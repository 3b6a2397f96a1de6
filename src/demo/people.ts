/** Who sits with members of the sample network, and what a member tells of itself. All of them are invented. */

export type Seated = {
  readonly mail: string
  readonly name: string
  readonly language: string
  readonly outlet: string
  readonly role: 'owner' | 'editor' | 'contributor'
  /** Told to whoever opens the demo, so that they can sit there. */
  readonly isPrinted?: boolean
}

export const seated: readonly Seated[] = [
  {
    mail: 'ines@plaza-violeta.example',
    name: 'Inés Carranza',
    language: 'es',
    outlet: 'plaza-violeta',
    role: 'owner',
    isPrinted: true,
  },
  {
    mail: 'bruno@plaza-violeta.example',
    name: 'Bruno Salvatierra',
    language: 'es',
    outlet: 'plaza-violeta',
    role: 'contributor',
    isPrinted: true,
  },
  {
    mail: 'maud@courier.example',
    name: 'Maud Pettibone',
    language: 'en',
    outlet: 'quay-street-courier',
    role: 'owner',
  },
  { mail: 'lena@ufer.example', name: 'Lena Vossberg', language: 'en', outlet: 'ufer-und-bogen', role: 'owner' },
  { mail: 'samir@qalam.example', name: 'سمير', language: 'ar', outlet: 'qalam-wa-qaws', role: 'owner' },
]

/** The member that tells much of itself. */
export const told = {
  outlet: 'plaza-violeta',
  /** Where else it is at home, on the applicants' server. */
  elsewhere: '@plazavioleta',
  profile: {
    'names-0-language': 'es',
    'names-0': 'La Plaza Violeta',
    'names-1-language': 'ar',
    'names-1': 'الساحة البنفسجية',
    'names-2-language': 'ja',
    'names-2': 'すみれ広場',
    'abouts-0-language': 'es',
    'abouts-0':
      'Semanario de la costa y de las sierras, hecho por once personas que también venden pan, dan clase o conducen un autobús. Publicamos los jueves; lo urgente, cuando pasa.',
    'abouts-1-language': 'en',
    'abouts-1': 'A weekly from the coast and the hills, made by eleven people who also bake, teach or drive a bus.',
    languages: 'es',
    covers: 'AR, UY, PY, CL',
    founded: '1998',
    audience: '14 000 lectores al mes',
    'contacts-0-purpose': 'press',
    'contacts-0-visibility': 'public',
    'contacts-0': 'prensa@plaza-violeta.example',
    'contacts-1-purpose': 'syndication',
    'contacts-1-visibility': 'members',
    'contacts-1': 'Inés, los martes y miércoles: canje@plaza-violeta.example',
    'contacts-2-purpose': 'advertising',
    'contacts-2-visibility': 'public',
    'contacts-2': 'No publicamos anuncios.',
  },
  banner: { scene: 'square', alt: 'Una plaza con casas de colores bajo un cielo claro' },
} as const

export const measures = [
  {
    at: -9 * 1_440,
    member: 'northern-kettle',
    form: {
      kind: 'warn',
      ground: 'rights',
      words:
        'Two stories of last week carried photographs whose author had said no. Please take them down and ask first; we are glad to help with how to ask.',
      why: 'Second notice by the photographer.',
    },
  },
  {
    at: -3 * 1_440,
    /** Admitted by application: known by its name. */
    member: 'Boletín Esquina',
    form: {
      kind: 'suspend',
      ground: 'taken-over',
      words:
        'Alguien publica en su sitio cosas que no son suyas. Mientras lo arreglan, no leemos su fuente. Escríbannos cuando el sitio sea suyo otra vez.',
      why: 'Domain seems to have been bought by somebody else.',
      stories: 'stay',
      until: '',
    },
  },
] as const

export const notices = [
  {
    at: -5 * 60,
    language: 'es',
    member: 'plaza-violeta',
    reason: 'danger',
    words: 'En una foto de la marcha se ve la puerta de mi casa con el número. Vivo con mi madre, que no lo sabe.',
    contact: 'una dirección que solo leo yo: m@correo.example',
  },
  {
    at: -2 * 1_440,
    language: 'en',
    member: 'quay-street-courier',
    reason: 'wrong',
    words: 'The choir has sung on Thursdays since 1986, not 1996. I was there, I brought the biscuits.',
    contact: '',
  },
  {
    at: -26 * 60,
    language: 'ar',
    member: 'qalam-wa-qaws',
    reason: 'mine',
    words: 'القصيدة في العدد الأخير لي، ونُشرت من دون اسمي. أرجو إضافته أو حذفها.',
    contact: 'shaira@barid.example',
  },
] as const

/** Releases on their way at the desk of one member. */
export const drafts = [
  {
    name: 'progress',
    at: -2 * 60,
    words: {
      headline: 'La feria del libro usado vuelve al galpón de la estación',
      standfirst: '',
      place: '',
      date: '',
      body: 'La feria abre el **sábado** a las diez. Faltan los horarios de las lecturas y el nombre de quien presenta.\n\n- mesas de canje\n- taller de encuadernación',
    },
    supporters: [{ name: 'Biblioteca Andén 3', mail: 'anden3@biblioteca.example', answer: 'confirmed' }],
  },
  {
    name: 'sent',
    at: -7 * 60,
    words: {
      headline: 'Doce organizaciones piden que la ventanilla abra también los sábados',
      standfirst: 'Quien trabaja de lunes a viernes no puede cambiar su nombre en horario de oficina.',
      place: 'Villa Carmín',
      date: '',
      body: 'La ventanilla del registro abre cuatro horas al día, de lunes a viernes. De las **212 personas** que pidieron turno este año, 61 no llegaron a tiempo.\n\n> Pedí permiso en la fábrica tres veces. A la cuarta me preguntaron para qué.\n\nLas organizaciones proponen abrir dos sábados al mes, con el mismo personal y otro reparto de horas.',
    },
    supporters: [
      { name: 'Mesa Trans de la Sierra', mail: 'mesa@sierra.example', answer: 'confirmed' },
      { name: 'Asociación Puerta Abierta', mail: 'hola@puerta-abierta.example', answer: 'confirmed' },
      { name: 'Sindicato de Panaderas', mail: 'secretaria@panaderas.example', answer: undefined },
    ],
    isSent: true,
  },
  {
    name: 'returned',
    at: -28 * 60,
    words: {
      headline: 'Abrimos una línea de escucha nocturna',
      standfirst: 'Atienden personas formadas, de diez a dos.',
      place: 'Villa Carmín',
      date: '',
      body: 'Desde el lunes hay quien escucha de diez de la noche a dos de la mañana. El número es gratuito.',
    },
    supporters: [],
    isSent: true,
    returned:
      'Gracias, esto va a ayudar a mucha gente. Falta el número mismo, y una frase sobre qué se guarda de cada llamada.',
  },
] as const
