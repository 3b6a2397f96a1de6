import type { CatalogueOf } from '../catalogue.ts'
import type { republish as en } from './en.ts'

export const republish: CatalogueOf<typeof en> = {
  'licence.release': 'diffusé pour publication, avec mention de la source',
  'republish.full.title': 'Republier cet article',
  'republish.excerpt.title': 'Citer cet article',
  'republish.headline.title': 'Faire un lien vers cet article',
  'republish.full': 'Vous pouvez publier cet article en entier : {licence}.',
  'republish.excerpt': {
    one: 'Citez jusqu’à {count} mot, avec la mention qui suit, et faites un lien vers l’article.',
    many: 'Citez jusqu’à {count} de mots, avec la mention qui suit, et faites un lien vers l’article.',
    other: 'Citez jusqu’à {count} mots, avec la mention qui suit, et faites un lien vers l’article.',
  },
  'republish.headline':
    'Reprenez le titre et faites un lien vers l’article. Pour en reprendre davantage, demandez à {publisher}.',
  'republish.full.more': 'HTML, Markdown, texte et images',
  'republish.excerpt.more': 'La citation, prête à coller',
  'republish.headline.more': 'Le titre et le lien, prêts à coller',
  'republish.keep':
    'Laissez la mention de la source et les liens tels quels. Si l’article est corrigé ou retiré ici, merci d’en faire autant de votre copie.',
  'republish.byHand': 'Sélectionnez le texte d’un champ et copiez-le.',
  'republish.text': 'texte',
  'republish.html.hint':
    'Pour l’éditeur de votre site : collé dans un champ de code, c’est du code ; collé dans le texte, c’est un texte mis en forme.',
  'republish.md.hint': 'Avec ses données en tête, pour les sites faits de fichiers.',
  'republish.txt.hint': 'Pour l’impression, les e-mails et les messages.',
  'republish.copy': 'Copier : {format}',
  'republish.copied': 'Copié.',
  'republish.selected':
    'Votre navigateur ne laisse pas cette page copier. Le texte est sélectionné : copiez-le maintenant.',
  'republish.canonical': 'Adresse canonique',
  'republish.canonical.hint':
    'Si votre système demande où est l’original, indiquez cette adresse : les moteurs de recherche sauront alors de qui est l’article.',
  'republish.pictures': 'Images',
  'republish.pictures.hint': 'Téléchargez-les et hébergez-les sur votre propre site, avec leur crédit.',
  'republish.picture.alt': 'Description : {alt}',
  'republish.download': 'Télécharger l’image',
  'source.canonical': 'Les originaux dans les moteurs de recherche',
  'source.canonical.hint': 'Qui trouve un de ses articles dans un moteur de recherche est mené à une seule page.',
  'source.canonical.original': 'à l’original, s’il a une adresse',
  'source.canonical.here': 'à la page de l’article ici',
  'translations.also': 'Aussi en : {languages}',
  'desk.field.translationOf': 'Traduction de',
  'desk.hint.translationOf':
    'L’adresse d’un de vos articles qui dit ici la même chose dans une autre langue : chaque page mène alors à l’autre.',
  'desk.must.translationOf': 'Donnez l’adresse d’un de vos articles qui figure ici dans une autre langue.',
}
