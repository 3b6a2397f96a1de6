import type { CatalogueOf } from '../catalogue.ts'
import type { accounts as en } from './en.ts'

export const accounts: CatalogueOf<typeof en> = {
  'skip.work': 'Ir a la página',
  'nav.work': 'Apartados de esta sección',
  'menu.label': 'Tu menú',
  'menu.sign-in': 'Entrar',
  'menu.sign-out': 'Salir',
  'menu.join': 'Unirse',
  'form.optional': 'si quieres',
  'turned.title': 'Con esta cuenta, no',
  'turned.text': 'Esta página requiere un permiso que tu cuenta no tiene. Quien administra la red puede dártelo.',

  'sign-in.title': 'Entrar',
  'sign-in.again': '¿Eres tú?',
  'sign-in.again.text':
    'Lo que sigue podría dejarte fuera de tu propia cuenta. Por eso, demuestra una vez más que eres tú.',
  'sign-in.do': 'Entrar',
  'sign-in.link.title': 'Sin contraseña',
  'sign-in.link.text':
    'Te enviamos un enlace que sirve para entrar una sola vez, durante una hora. Puedes abrirlo en cualquier dispositivo.',
  'sign-in.link.do': 'Enviadme un enlace',
  'sign-in.link.ready': 'Este enlace sirve una sola vez. Pulsa el botón para usarlo aquí.',
  'sign-in.sent.title': 'Mira tu correo',
  'sign-in.sent.text': 'Si esta dirección pertenece a una cuenta, un enlace va de camino.',
  'sign-in.sent.nothing':
    '¿Nada después de unos minutos? Busca en el correo no deseado y comprueba si es la dirección con la que te uniste. En una hora se envían tres enlaces como máximo.',
  'sign-in.back': 'Volver a la entrada',
  'sign-in.over.title': 'Este enlace ya no sirve',
  'sign-in.over.text': 'Ya se usó, o tiene más de una hora. Uno nuevo se envía en un momento.',
  'sign-in.error.mail': 'Escribe la dirección de correo con la que te uniste, como kim@example.org.',
  'sign-in.error.password': 'Escribe tu contraseña, o pide un enlace más abajo.',
  'sign-in.error.wrong': 'La dirección y la contraseña no van juntas. Un enlace por correo funciona sin contraseña.',
  'sign-in.error.closed':
    'Se han probado demasiadas contraseñas equivocadas con esta dirección. Durante una hora solo se entra con una llave de acceso o con un enlace por correo.',
  'sign-in.error.often': 'Desde tu conexión se ha intentado muchas veces. Inténtalo de nuevo después de las {time}.',

  'account.title': 'Tu cuenta',
  'account.mail': 'Dirección de correo',
  'account.password': 'Contraseña',
  'account.sessions': 'Dónde has entrado',
  'account.session': 'desde {began}, usada por última vez el {seen}',
  'account.session.this': 'aquí',
  'way.password': 'Con contraseña',
  'way.passkey': 'Con llave de acceso',
  'way.link': 'Con un enlace por correo',
  'way.code': 'Con un código de recuperación',
  'way.set-up': 'Al preparar la red',

  'letter.subject': '{subject} · {network}',
  'letter.from': 'Enviado por {network}, {host}.',
  'letter.link.subject': 'Tu enlace',
  'letter.link.title': 'Aquí tienes tu enlace',
  'letter.link.text': 'Sirve para entrar una vez, durante una hora, en el dispositivo en que lo abras.',
  'letter.link.action': 'Entrar',
  'letter.link.unasked':
    '¿No lo pediste? Entonces alguien escribió tu dirección. No hagas nada: sin esta carta no entra nadie.',
}
