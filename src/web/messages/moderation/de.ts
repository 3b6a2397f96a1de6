import type { CatalogueOf } from '../catalogue.ts'
import type { moderation as en } from './en.ts'

export const moderation: CatalogueOf<typeof en> = {
  'moderation.title': 'Hinweise',
  'moderation.lede.closed':
    'Was entschieden ist. Der Text eines Hinweises wird nach einem Jahr gelöscht, der Rückweg nach 30 Tagen.',
  'moderation.none.closed': 'Noch ist nichts entschieden.',
  'moderation.open': 'Was wartet',
  'moderation.due': 'zu entscheiden bis {date}',
  'moderation.late': 'war zu entscheiden bis {date}',
  'moderation.decided': 'entschieden am {date}',
  'moderation.forgotten': 'Nach Ablauf der Frist gelöscht',
  'moderation.came': 'Eingegangen',
  'moderation.language': 'Geschrieben auf',
  'moderation.story': 'Beitrag',
  'moderation.member': 'Mitglied',
  'moderation.where': 'Wo',
  'moderation.contact': 'Zu erreichen unter',
  'moderation.contact.none': 'Es wurde kein Weg zurück genannt; die Empfangsseite lässt sich mit der Nummer ansehen.',
  'moderation.why': 'Was wurde entschieden, und warum?',
  'moderation.why.hint':
    'Wer die Nummer hat, liest genau das, auf der Empfangsseite. Schreiben Sie es möglichst in der Sprache des Hinweises, und nennen Sie keine Namen.',
  'moderation.decide': 'Mit dieser Entscheidung schließen',
  'moderation.error.missing': 'Sagen Sie, was entschieden wurde: Wer geschrieben hat, wartet darauf.',
  'moderation.error.long': 'Das ist länger als 2.000 Zeichen. Sagen Sie es kürzer.',
  'moderation.error.closed': 'Jemand anders hat diesen Hinweis eben entschieden; die Worte stehen unten.',
}
