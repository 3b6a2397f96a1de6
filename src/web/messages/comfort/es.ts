import type { CatalogueOf } from '../catalogue.ts'
import type { comfort as en } from './en.ts'

/** The comfort of reading, in Spanish. */
export const comfort: CatalogueOf<typeof en> = {
  'read.minutes': {
    one: '{count} min de lectura',
    many: '{count} min de lectura',
    other: '{count} min de lectura',
  },
  'zone.network': 'Horas: {zone}',
  'zone.reader': 'Horas: las tuyas, {zone}',

  'since.offer': 'Marcar lo nuevo desde mi última visita',
  'since.where': 'se guarda solo en este navegador',
  'since.begun': 'A partir de tu próxima visita, lo nuevo aparecerá marcado aquí.',
  'since.told': 'Nuevas desde tu visita del {day}: {count}',
  'since.none': 'Nada nuevo desde tu visita del {day}.',
  'since.forget': 'Olvidar mis visitas',
  'since.new': 'Nueva',

  'share.title': 'Compartir',
  'share.mail': 'Correo',
  'share.copy': 'Copiar la dirección',
  'share.copied': 'Copiada',
  'share.more': 'Otras formas…',

  'keys.title': 'Teclado',
  'keys.search': 'buscar',
  'keys.next': 'noticia siguiente',
  'keys.previous': 'noticia anterior',
  'keys.open': 'abrir la noticia',
  'keys.go': 'portada, comunicados, miembros, archivo',
  'keys.help': 'estas teclas',
  'keys.on': 'Las teclas sueltas funcionan aquí',
  'keys.close': 'Cerrar',

  'offline.title': 'Edición sin conexión',
  'offline.lede':
    'Este dispositivo puede guardar las noticias más recientes, para leerlas donde no haya red o donde la hayan cortado.',
  'offline.what.title': 'Qué se guarda',
  'offline.what': {
    one: 'La noticia más reciente, como texto sin imágenes, en este navegador: unos {size}.',
    many: 'Las {count} noticias más recientes, como texto sin imágenes, en este navegador: unos {size}.',
    other: 'Las {count} noticias más recientes, como texto sin imágenes, en este navegador: unos {size}.',
  },
  'offline.renewed':
    'Mientras tengas abierta una de estas páginas, y como mucho una vez por hora, el navegador pregunta aquí, y en ningún otro sitio, qué hay de nuevo. Una noticia retirada desaparece entonces de tu dispositivo, pero no antes de que vuelva a conectarse con nosotros.',
  'offline.seen.title': 'Quién puede verlo',
  'offline.seen.device':
    'Quien tenga este dispositivo y pueda abrirlo verá que guardas estas noticias. Si pueden quitártelo, no las guardes.',
  'offline.seen.host':
    'La máquina de la que vienen estas páginas ve que alguien pide las noticias, como con cualquier página, y no anota quién. Tu proveedor ve que visitas {network}.',
  'offline.seen.never':
    'No llegamos a saber cuáles de las guardadas lees. El historial de tu navegador puede anotarlo, como con cualquier página.',
  'offline.keep': {
    one: 'Guardar la noticia más reciente en este dispositivo',
    many: 'Guardar las {count} noticias más recientes en este dispositivo',
    other: 'Guardar las {count} noticias más recientes en este dispositivo',
  },
  'offline.keeping': 'Trayendo las noticias…',
  'offline.kept': 'Guardadas en este dispositivo, tal como estaban el {date}.',
  'offline.failed': 'No ha funcionado. No se ha guardado nada. Inténtalo de nuevo donde haya mejor red.',
  'offline.unable':
    'Este navegador no puede guardar páginas aquí: quizá sea una ventana privada, o la dirección no empieza por https.',
  'offline.script': 'Para guardar las noticias por sí solo, el navegador necesita JavaScript.',
  'offline.by-hand': 'También puedes abrir {link} y guardar esa página con tu navegador.',
  'offline.by-hand.link': 'todas en una sola página',
  'offline.erase.title': 'Borrar',
  'offline.erase': 'Borrar todo lo nuestro de este navegador',
  'offline.erase.what':
    'Las noticias guardadas, tu última visita y tus preferencias desaparecen al instante, también sin red. Con red se pide además al navegador que descarte sus copias de nuestras páginas. Su historial no nos lo muestra: tienes que borrarlo tú.',
  'offline.erased': 'Borrado. En este navegador ya no queda nada nuestro, salvo en su historial.',
  'offline.stories': {
    one: 'La noticia más reciente',
    many: 'Las {count} noticias más recientes',
    other: 'Las {count} noticias más recientes',
  },
  'offline.as-of': 'Tal como estaban el {date}. Lo que se haya retirado después puede seguir aquí.',
  'offline.list': 'Las noticias',
  'offline.back': 'A la lista',
  'offline.none': 'Todavía no se ha publicado ninguna noticia.',
  'offline.manage': 'Sobre la edición sin conexión',
}
