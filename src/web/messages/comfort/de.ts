import type { CatalogueOf } from '../catalogue.ts'
import type { comfort as en } from './en.ts'

/** The comfort of reading, in German. */
export const comfort: CatalogueOf<typeof en> = {
  'read.minutes': { one: '{count} Min. Lesezeit', other: '{count} Min. Lesezeit' },
  'zone.network': 'Uhrzeiten: {zone}',
  'zone.reader': 'Uhrzeiten: Ihre eigenen, {zone}',

  'since.offer': 'Anzeigen, was seit meinem letzten Besuch neu ist',
  'since.where': 'bleibt nur in diesem Browser',
  'since.begun': 'Ab Ihrem nächsten Besuch wird hier angezeigt, was neu ist.',
  'since.told': 'Neu seit Ihrem letzten Besuch ({day}): {count}',
  'since.none': 'Nichts Neues seit Ihrem letzten Besuch ({day}).',
  'since.forget': 'Meine Besuche vergessen',
  'since.new': 'Neu',

  'share.title': 'Weitergeben',
  'share.mail': 'Per Mail',
  'share.copy': 'Adresse kopieren',
  'share.copied': 'Kopiert',
  'share.more': 'Andere Wege …',

  'keys.title': 'Tastatur',
  'keys.search': 'suchen',
  'keys.next': 'nächster Beitrag',
  'keys.previous': 'voriger Beitrag',
  'keys.open': 'Beitrag öffnen',
  'keys.go': 'Aktuell, Mitteilungen, Mitglieder, Archiv',
  'keys.help': 'diese Tasten',
  'keys.on': 'Einzelne Tasten wirken hier',
  'keys.close': 'Schließen',

  'offline.title': 'Offline-Ausgabe',
  'offline.lede':
    'Dieses Gerät kann die neuesten Beiträge aufbewahren, zum Lesen dort, wo es kein Netz gibt oder wo es abgeschaltet wurde.',
  'offline.what.title': 'Was aufbewahrt wird',
  'offline.what': {
    one: 'Der neueste Beitrag, als Text ohne Bilder, in diesem Browser: rund {size}.',
    other: 'Die {count} neuesten Beiträge, als Text ohne Bilder, in diesem Browser: rund {size}.',
  },
  'offline.renewed':
    'Solange eine dieser Seiten offen ist, fragt der Browser höchstens einmal in der Stunde nach Neuem, hier und nirgends sonst. Ein zurückgezogener Beitrag verschwindet dann von Ihrem Gerät, aber nicht, bevor es uns wieder erreicht hat.',
  'offline.seen.title': 'Wer es sehen kann',
  'offline.seen.device':
    'Wer dieses Gerät in der Hand hat und öffnen kann, sieht, dass Sie diese Beiträge aufbewahren. Wenn man Ihnen das Gerät abnehmen könnte, bewahren Sie sie nicht auf.',
  'offline.seen.host':
    'Der Rechner, von dem diese Seiten kommen, sieht, dass jemand die Beiträge abruft, wie bei jeder Seite, und hält nicht fest, wer. Ihr Anbieter sieht, dass Sie {network} besuchen.',
  'offline.seen.never':
    'Welche davon Sie lesen, erfahren wir nicht. Der Verlauf Ihres Browsers kann es festhalten, wie bei jeder Seite.',
  'offline.keep': {
    one: 'Den neuesten Beitrag auf diesem Gerät aufbewahren',
    other: 'Die {count} neuesten Beiträge auf diesem Gerät aufbewahren',
  },
  'offline.keeping': 'Die Beiträge werden geholt …',
  'offline.kept': 'Auf diesem Gerät aufbewahrt, Stand {date}.',
  'offline.failed':
    'Das hat nicht geklappt. Es wird nichts aufbewahrt. Bitte versuchen Sie es dort noch einmal, wo das Netz besser ist.',
  'offline.unable':
    'Dieser Browser kann hier keine Seiten aufbewahren: Vielleicht ist es ein privates Fenster, oder die Adresse beginnt nicht mit https.',
  'offline.script': 'Um die Beiträge selbst aufzubewahren, braucht der Browser JavaScript.',
  'offline.by-hand': 'Sie können auch {link} öffnen und diese Seite mit Ihrem Browser speichern.',
  'offline.by-hand.link': 'alle auf einer Seite',
  'offline.erase.title': 'Löschen',
  'offline.erase': 'Alles von uns in diesem Browser löschen',
  'offline.erase.what':
    'Die aufbewahrten Beiträge, Ihr letzter Besuch und Ihre Einstellungen verschwinden sofort, auch ohne Netz. Mit Netz wird der Browser zudem gebeten, seine Kopien unserer Seiten zu verwerfen. Seinen Verlauf zeigt er uns nicht: Den löschen Sie selbst.',
  'offline.erased': 'Gelöscht. In diesem Browser ist nichts mehr von uns, außer in seinem Verlauf.',
  'offline.stories': { one: 'Der neueste Beitrag', other: 'Die {count} neuesten Beiträge' },
  'offline.as-of': 'Stand {date}. Was später zurückgezogen wurde, kann hier noch stehen.',
  'offline.list': 'Die Beiträge',
  'offline.back': 'Zur Liste',
  'offline.none': 'Es ist noch kein Beitrag erschienen.',
  'offline.manage': 'Über die Offline-Ausgabe',
}
