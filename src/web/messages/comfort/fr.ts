import type { CatalogueOf } from '../catalogue.ts'
import type { comfort as en } from './en.ts'

/** The comfort of reading, in French. */
export const comfort: CatalogueOf<typeof en> = {
  'read.minutes': {
    one: '{count} min de lecture',
    many: '{count} min de lecture',
    other: '{count} min de lecture',
  },
  'zone.network': 'Heures : {zone}',
  'zone.reader': 'Heures : les vôtres, {zone}',

  'since.offer': 'Signaler les nouveautés depuis ma dernière visite',
  'since.where': 'conservé dans ce navigateur seulement',
  'since.begun': 'Dès votre prochaine visite, les nouveautés seront signalées ici.',
  'since.told': 'Nouveautés depuis votre visite du {day} : {count}',
  'since.none': 'Rien de nouveau depuis votre visite du {day}.',
  'since.forget': 'Oublier mes visites',
  'since.new': 'Nouveau',

  'share.title': 'Partager',
  'share.mail': 'E-mail',
  'share.copy': 'Copier l’adresse',
  'share.copied': 'Copiée',
  'share.more': 'Autrement…',

  'keys.title': 'Clavier',
  'keys.search': 'rechercher',
  'keys.next': 'article suivant',
  'keys.previous': 'article précédent',
  'keys.open': 'ouvrir l’article',
  'keys.go': 'à la une, communiqués, membres, archives',
  'keys.help': 'ces touches',
  'keys.on': 'Les touches seules agissent ici',
  'keys.close': 'Fermer',

  'offline.title': 'Édition hors ligne',
  'offline.lede':
    'Cet appareil peut conserver les derniers articles, pour les lire là où il n’y a pas de réseau, ou là où on l’a coupé.',
  'offline.what.title': 'Ce qui est conservé',
  'offline.what': {
    one: 'Le {count} dernier article, en texte, sans images, dans ce navigateur : environ {size}.',
    many: 'Les {count} derniers articles, en texte, sans images, dans ce navigateur : environ {size}.',
    other: 'Les {count} derniers articles, en texte, sans images, dans ce navigateur : environ {size}.',
  },
  'offline.renewed':
    'Tant qu’une de ces pages est ouverte, et une fois par heure au plus, le navigateur demande ici, et nulle part ailleurs, ce qu’il y a de nouveau. Un article retiré disparaît alors de votre appareil, mais pas avant que celui-ci nous ait joints de nouveau.',
  'offline.seen.title': 'Qui peut le voir',
  'offline.seen.device':
    'Quiconque tient cet appareil et peut l’ouvrir voit que vous conservez ces articles. Si l’on risque de vous le prendre, ne les conservez pas.',
  'offline.seen.host':
    'La machine d’où viennent ces pages voit que quelqu’un demande les articles, comme pour toute page, mais ne note pas qui. Votre fournisseur d’accès voit que vous consultez {network}.',
  'offline.seen.never':
    'Nous n’apprenons pas lesquels vous lisez. L’historique de votre navigateur peut le noter, comme pour toute page.',
  'offline.keep': {
    one: 'Conserver le {count} dernier article sur cet appareil',
    many: 'Conserver les {count} derniers articles sur cet appareil',
    other: 'Conserver les {count} derniers articles sur cet appareil',
  },
  'offline.keeping': 'Les articles arrivent…',
  'offline.kept': 'Conservés sur cet appareil, dans leur état du {date}.',
  'offline.failed': 'Cela n’a pas marché. Rien n’est conservé. Réessayez là où le réseau est meilleur.',
  'offline.unable':
    'Ce navigateur ne peut pas conserver de pages ici : c’est peut-être une fenêtre privée, ou l’adresse ne commence pas par https.',
  'offline.script': 'Pour conserver les articles de lui-même, le navigateur a besoin de JavaScript.',
  'offline.by-hand': 'Vous pouvez aussi ouvrir {link} et enregistrer cette page avec votre navigateur.',
  'offline.by-hand.link': 'tous les articles sur une seule page',
  'offline.erase.title': 'Effacer',
  'offline.erase': 'Effacer tout ce qui vient de nous dans ce navigateur',
  'offline.erase.what':
    'Les articles conservés, votre dernière visite et vos choix disparaissent aussitôt, même sans réseau. Avec un réseau, le navigateur est aussi prié de jeter ses copies de nos pages. Son historique, il ne nous le montre pas : effacez-le vous-même.',
  'offline.erased': 'Effacé. Plus rien de nous n’est conservé dans ce navigateur, hormis son historique.',
  'offline.stories': {
    one: 'Le {count} dernier article',
    many: 'Les {count} derniers articles',
    other: 'Les {count} derniers articles',
  },
  'offline.as-of': 'État du {date}. Ce qui a été retiré depuis peut encore figurer ici.',
  'offline.list': 'Les articles',
  'offline.back': 'Retour à la liste',
  'offline.none': 'Aucun article n’a encore été publié.',
  'offline.manage': 'À propos de l’édition hors ligne',
}
