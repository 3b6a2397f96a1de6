import type { CatalogueOf } from '../catalogue.ts'
import type { directory as en } from './en.ts'

export const directory: CatalogueOf<typeof en> = {
  'members.views': 'Façons de voir les membres',
  'members.by.name': 'De A à Z',
  'members.by.kind': 'Par type',
  'members.by.country': 'Par pays',
  'members.by.map': 'Carte',
  'letters.label': 'Aller à une lettre',
  'members.filter.kind': 'Type',
  'members.filter.language': 'Écrit en',
  'members.filter.any': 'peu importe',
  'members.filter.do': 'Afficher',
  'members.filter.none': 'Aucun membre ne correspond.',
  'members.filter.off': 'Voir tous les membres',
  'members.newest': 'dernier le {date}',
  'members.languages.more': { one: '{count} autre', many: '{count} autres', other: '{count} autres' },
  'members.pages': 'Pages de cette liste',
  'members.page': '{title}, page {page} sur {pages}',
  'members.page.before': 'Page précédente',
  'members.page.after': 'Page suivante',
  'members.more': { one: 'et {count} autre', many: 'et {count} autres', other: 'et {count} autres' },
  'members.country.lede':
    'Là où les membres disent être. Chacun choisit de le dire ou non ; ceux qui ne le disent pas ne sont pas comptés ici.',
  'members.country.empty': 'Aucun membre ne dit où il est.',
  'members.map.label': 'Les membres sur une carte du monde',
  'members.map.bar': '{country} : {members}',
  'members.map.skip': 'Passer la carte : la même chose en liste',
  'members.map.ink': 'Membres dans un pays',
  'members.map.note':
    'Chaque pays à sa taille réelle. Contours simplifiés d’après Natural Earth ; le tracé des frontières sur cette carte ne dit rien de celui qu’elles devraient avoir.',

  'archive.trace.lede':
    'Un trait par jour : plus il est long, plus on a publié. Chaque ligne est une année, et chacune de ses douze parties ouvre un mois.',
  'archive.trace.most': 'La journée la plus chargée à ce jour : le {day}, avec {stories}.',
  'archive.trace.month': '{month} : {stories}',
}
