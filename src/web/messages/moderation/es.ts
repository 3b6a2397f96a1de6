import type { CatalogueOf } from '../catalogue.ts'
import type { moderation as en } from './en.ts'

export const moderation: CatalogueOf<typeof en> = {
  'moderation.title': 'Avisos',
  'moderation.lede.closed':
    'Lo que ya se decidió. Lo escrito se borra al cabo de un año, y cómo llegar a quien lo escribió a los 30 días.',
  'moderation.none.closed': 'Aún no se ha decidido nada.',
  'moderation.open': 'Lo que espera',
  'moderation.due': 'por decidir antes del {date}',
  'moderation.late': 'debía decidirse antes del {date}',
  'moderation.decided': 'decidido el {date}',
  'moderation.forgotten': 'Borrado a su tiempo',
  'moderation.came': 'Llegó',
  'moderation.language': 'Escrito en',
  'moderation.story': 'Noticia',
  'moderation.member': 'Miembro',
  'moderation.where': 'Dónde',
  'moderation.contact': 'Cómo llegar a quien lo escribió',
  'moderation.contact.none': 'No dejó cómo contactar; puede mirar su resguardo.',
  'moderation.why': '¿Qué se decidió y por qué?',
  'moderation.why.hint':
    'Quien tenga el número leerá exactamente esto en el resguardo. Escríbelo en su idioma si puedes, y no nombres a nadie.',
  'moderation.decide': 'Cerrar con esta decisión',
  'moderation.error.missing': 'Di qué se decidió: quien escribió lo espera.',
  'moderation.error.long': 'Tiene más de 2000 caracteres. Dilo más corto.',
  'moderation.error.closed': 'Otra persona acaba de decidir este aviso; sus palabras están abajo.',
}
