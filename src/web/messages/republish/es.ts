import type { CatalogueOf } from '../catalogue.ts'
import type { republish as en } from './en.ts'

export const republish: CatalogueOf<typeof en> = {
  'licence.release': 'difundido para su publicación, con crédito',
  'republish.full.title': 'Republicar esta noticia',
  'republish.excerpt.title': 'Citar esta noticia',
  'republish.headline.title': 'Enlazar esta noticia',
  'republish.full': 'El texto entero está a tu disposición: {licence}.',
  'republish.excerpt': {
    one: 'Cita hasta {count} palabra, con el crédito al pie, y enlaza la noticia.',
    many: 'Cita hasta {count} palabras, con el crédito al pie, y enlaza la noticia.',
    other: 'Cita hasta {count} palabras, con el crédito al pie, y enlaza la noticia.',
  },
  'republish.headline': 'Usa el titular y enlaza la noticia. Para algo más, pregunta a {publisher}.',
  'republish.full.more': 'HTML, Markdown, texto e imágenes',
  'republish.excerpt.more': 'La cita, lista para pegar',
  'republish.headline.more': 'Titular y enlace, listos para pegar',
  'republish.keep':
    'Deja el crédito y los enlaces como están. Si aquí la noticia se corrige o se retira, haz lo mismo con tu copia, por favor.',
  'republish.byHand': 'Selecciona el texto de un campo y cópialo.',
  'republish.text': 'texto',
  'republish.html.hint':
    'Para el editor de tu sitio: pegado en un campo de código es código; pegado entre palabras, texto con formato.',
  'republish.md.hint': 'Con sus datos en la cabecera, para sitios hechos de archivos.',
  'republish.txt.hint': 'Para la imprenta, el correo y los mensajes.',
  'republish.copy': 'Copiar {format}',
  'republish.copied': 'Copiado.',
  'republish.selected': 'Tu navegador no deja que esta página copie. El texto está seleccionado: cópialo ahora.',
  'republish.canonical': 'Dirección canónica',
  'republish.canonical.hint':
    'Si tu sistema pregunta dónde está el original, indica esta: así los buscadores saben de quién es la noticia.',
  'republish.pictures': 'Imágenes',
  'republish.pictures.hint': 'Descárgalas y sírvelas desde tu propio sitio, con su crédito.',
  'republish.picture.alt': 'En palabras: {alt}',
  'republish.download': 'Descargar la imagen',
  'source.canonical': 'Originales en los buscadores',
  'source.canonical.hint': 'Quien encuentra una de sus noticias en un buscador llega a una sola página.',
  'source.canonical.original': 'al original, si tiene dirección',
  'source.canonical.here': 'a la página de la noticia aquí',
  'translations.also': 'También en: {languages}',
  'desk.field.translationOf': 'Traducción de',
  'desk.hint.translationOf':
    'La dirección de una noticia tuya que dice aquí lo mismo en otra lengua: cada página lleva entonces a la otra.',
  'desk.must.translationOf': 'Indica la dirección de una noticia tuya que esté aquí en otra lengua.',
}
