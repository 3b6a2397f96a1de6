import type { CatalogueOf } from '../catalogue.ts'
import type { moderation as en } from './en.ts'

export const moderation: CatalogueOf<typeof en> = {
  'moderation.title': 'Signalements',
  'moderation.lede.closed':
    'Ce qui a été décidé. Ce qui a été écrit est effacé au bout d’un an, le moyen de joindre la personne au bout de 30 jours.',
  'moderation.none.closed': 'Rien n’a encore été décidé.',
  'moderation.open': 'Ce qui attend',
  'moderation.due': 'à décider avant le {date}',
  'moderation.late': 'était à décider avant le {date}',
  'moderation.decided': 'décidé le {date}',
  'moderation.forgotten': 'Effacé une fois son temps passé',
  'moderation.came': 'Reçu',
  'moderation.language': 'Écrit en',
  'moderation.story': 'Article',
  'moderation.member': 'Membre',
  'moderation.where': 'Où',
  'moderation.contact': 'Comment joindre la personne',
  'moderation.contact.none': 'Aucun moyen de la joindre n’a été laissé ; elle peut consulter son reçu.',
  'moderation.why': 'Qu’a-t-on décidé, et pourquoi ?',
  'moderation.why.hint':
    'Qui a le numéro lit exactement ceci, sur le reçu. Écrivez-le dans sa langue si vous pouvez, et ne nommez personne.',
  'moderation.decide': 'Clore avec cette décision',
  'moderation.error.missing': 'Dites ce qui a été décidé : la personne qui a écrit l’attend.',
  'moderation.error.long': 'C’est plus long que 2 000 caractères. Dites-le plus brièvement.',
  'moderation.error.closed': 'Quelqu’un d’autre vient de décider ; ses mots figurent ci-dessous.',
}
