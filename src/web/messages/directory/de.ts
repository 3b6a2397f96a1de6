import type { CatalogueOf } from '../catalogue.ts'
import type { directory as en } from './en.ts'

export const directory: CatalogueOf<typeof en> = {
  'members.views': 'Die Mitglieder auf mehrere Arten',
  'members.by.name': 'Von A bis Z',
  'members.by.kind': 'Nach Art',
  'members.by.country': 'Nach Land',
  'members.by.map': 'Karte',
  'letters.label': 'Zu einem Buchstaben',
  'members.filter.kind': 'Art',
  'members.filter.language': 'Sprache',
  'members.filter.any': 'alle',
  'members.filter.do': 'Zeigen',
  'members.filter.none': 'So ein Mitglied gibt es nicht.',
  'members.filter.off': 'Alle Mitglieder zeigen',
  'members.newest': 'zuletzt am {date}',
  'members.languages.more': { one: '{count} weitere', other: '{count} weitere' },
  'members.pages': 'Seiten dieser Liste',
  'members.page': '{title}, Seite {page} von {pages}',
  'members.page.before': 'Vorige Seite',
  'members.page.after': 'Nächste Seite',
  'members.more': { one: 'und {count} weiteres', other: 'und {count} weitere' },
  'members.country.lede':
    'Wo die Mitglieder nach eigener Auskunft sind. Ob eines das sagt, entscheidet es selbst; wer es nicht sagt, ist hier nicht mitgezählt.',
  'members.country.empty': 'Kein Mitglied sagt, wo es ist.',
  'members.map.label': 'Die Mitglieder auf einer Weltkarte',
  'members.map.bar': '{country}: {members}',
  'members.map.skip': 'Karte überspringen: dasselbe als Liste',
  'members.map.ink': 'Mitglieder in einem Land',
  'members.map.note':
    'Jedes Land so groß, wie es ist. Umrisse vereinfacht nach Natural Earth; wo auf dieser Karte Grenzen verlaufen, sagt nichts darüber, wo sie verlaufen sollten.',

  'archive.trace.lede':
    'Ein Strich für jeden Tag: je länger, desto mehr wurde veröffentlicht. Jede Zeile ist ein Jahr, jeder ihrer zwölf Teile öffnet einen Monat.',
  'archive.trace.most': 'Der bisher nachrichtenreichste Tag: {day} ({stories}).',
  'archive.trace.month': '{month}: {stories}',
}
