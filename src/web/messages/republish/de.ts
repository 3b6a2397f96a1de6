import type { CatalogueOf } from '../catalogue.ts'
import type { republish as en } from './en.ts'

export const republish: CatalogueOf<typeof en> = {
  'licence.release': 'zum Nachdruck freigegeben, mit Quellenangabe',
  'republish.full.title': 'Diesen Beitrag nachdrucken',
  'republish.excerpt.title': 'Diesen Beitrag zitieren',
  'republish.headline.title': 'Auf diesen Beitrag verweisen',
  'republish.full': 'Sie dürfen diesen Beitrag vollständig übernehmen: {licence}.',
  'republish.excerpt': {
    one: 'Zitieren Sie bis zu {count} Wort, mit der Quellenangabe darunter und einem Link zum Beitrag.',
    other: 'Zitieren Sie bis zu {count} Wörter, mit der Quellenangabe darunter und einem Link zum Beitrag.',
  },
  'republish.headline':
    'Verwenden Sie die Überschrift mit einem Link zum Beitrag. Wenn Sie mehr möchten, fragen Sie bei {publisher} an.',
  'republish.full.more': 'Alle Formate und Bilder',
  'republish.excerpt.more': 'Das Zitat zum Kopieren',
  'republish.headline.more': 'Überschrift und Link',
  'republish.keep':
    'Lassen Sie Quellenangabe und Links, wie sie sind. Wird der Beitrag hier berichtigt oder zurückgezogen, tun Sie mit Ihrer Kopie bitte dasselbe.',
  'republish.byHand': 'Markieren Sie den Text eines Feldes und kopieren Sie ihn.',
  'republish.text': 'Text',
  'republish.html.hint':
    'Für den Editor Ihrer Website: In einem Code-Feld ist es Code, zwischen Wörtern formatierter Text.',
  'republish.md.hint': 'Mit den Angaben am Anfang, für Websites, die aus Dateien gemacht sind.',
  'republish.txt.hint': 'Für Druck, Mail und Messenger.',
  'republish.copy': '{format} kopieren',
  'republish.copied': 'Kopiert.',
  'republish.selected': 'Ihr Browser lässt diese Seite nicht kopieren. Der Text ist markiert: Kopieren Sie ihn jetzt.',
  'republish.canonical': 'Adresse des Originals',
  'republish.canonical.hint':
    'Fragt Ihr System nach der kanonischen Adresse, geben Sie diese an: Dann wissen Suchmaschinen, wessen Beitrag es ist.',
  'republish.pictures': 'Bilder',
  'republish.pictures.hint':
    'Laden Sie sie herunter und zeigen Sie sie von Ihrer eigenen Website aus, mit Bildnachweis.',
  'republish.picture.alt': 'In Worten: {alt}',
  'republish.download': 'Bild herunterladen',
  'source.canonical': 'Originale in Suchmaschinen',
  'source.canonical.hint': 'Wer einen ihrer Beiträge in einer Suchmaschine findet, kommt auf eine Seite.',
  'source.canonical.original': 'zum Original, wenn es eine Adresse hat',
  'source.canonical.here': 'zur Seite des Beitrags hier',
  'translations.also': 'Auch auf: {languages}',
  'desk.field.translationOf': 'Übersetzung von',
  'desk.hint.translationOf':
    'Die Adresse eines Ihrer Beiträge, der hier in einer anderen Sprache dasselbe sagt: Jede Seite führt dann zur anderen.',
  'desk.must.translationOf': 'Geben Sie die Adresse eines Ihrer Beiträge an, der hier in einer anderen Sprache steht.',
}
