import type { CatalogueOf } from '../catalogue.ts'
import type { doors as en } from './en.ts'

export const doors: CatalogueOf<typeof en> = {
  'doors.unsent': 'Hay algo que aún no está bien.',

  'passkey.do': 'Entrar con una llave de acceso',
  'passkey.about': 'Tu dispositivo te conoce por tu dedo, tu cara o su código. Nada que escribir, nada que recordar.',
  'passkey.cancelled': 'No se ha hecho nada: se detuvo o tardó demasiado. Pulsa el botón para intentarlo otra vez.',
  'passkey.known': 'Este dispositivo ya tiene una llave de acceso para tu cuenta.',
  'passkey.failed': 'Tu navegador no ha podido hacerlo aquí. Prueba con otro dispositivo o entra de otra manera.',
  'sign-in.error.passkey.wrong':
    'Esta llave de acceso no abre nada aquí. Puede que se haya eliminado. Las otras maneras de entrar siguen funcionando.',
  'sign-in.error.passkey.over': 'Esta página ha estado abierta mucho tiempo. Pulsa el botón otra vez.',

  'passkeys.title': 'Llaves de acceso',
  'passkeys.none':
    'Todavía no tienes ninguna. Con una llave de acceso entras sin escribir nada, y nadie puede robártela con una página falsa.',
  'passkeys.begin': 'Añadir una llave de acceso',
  'passkeys.change': 'Añadir, renombrar o eliminar llaves de acceso',
  'passkeys.about':
    'Una llave de acceso la guarda tu teléfono, tu ordenador o tu gestor de contraseñas. Basta por sí sola para entrar: sin contraseña ni código.',
  'passkeys.added': 'añadida el {date}',
  'passkeys.used': 'usada por última vez el {date}',
  'passkeys.unused': 'aún sin usar',
  'passkeys.backed-up': 'sincronizada entre dispositivos',
  'passkeys.unnamed': 'Llave de acceso del {date}',
  'passkeys.edit': 'Cambiar',
  'passkeys.add': 'Añadir una llave de acceso',
  'passkeys.add.do': 'Añadir una llave de acceso',
  'passkeys.name': 'Nombre',
  'passkeys.name.hint': 'Para que la reconozcas, como «Teléfono» o «Llave del cajón».',
  'passkeys.device':
    'Tu dispositivo la guarda con la dirección de esta red y con el nombre que usas aquí. Quien pueda mirar las llaves de acceso de tu dispositivo lo verá.',
  'passkeys.needs':
    'Para esto hace falta un navegador que conozca las llaves de acceso y que permita scripts en esta página.',
  'passkeys.impossible':
    'La dirección de esta red no admite llaves de acceso: necesitan https y un nombre. Quien la administra puede cambiarlo.',
  'passkeys.enough': 'Tienes tantas como admite una cuenta. Elimina una para añadir otra.',
  'passkeys.rename.do': 'Guardar el nombre',
  'passkeys.remove': 'Eliminarla',
  'passkeys.remove.text':
    'Después ya no servirá para entrar, y recibirás una carta que lo dice. Tu dispositivo seguirá ofreciéndola hasta que la borres también allí.',
  'passkeys.remove.last': 'Es la única que tienes: después entrarás con tu contraseña o con un enlace por correo.',
  'passkeys.remove.do': 'Eliminar esta llave de acceso',
  'passkeys.done.added': 'La llave de acceso está añadida. Desde ahora sirve para entrar.',
  'passkeys.done.renamed': 'El nombre está guardado.',
  'passkeys.done.removed': 'La llave de acceso está eliminada.',
  'passkeys.error.wrong': 'Lo que respondió tu dispositivo no encaja con lo que se le pidió. Inténtalo otra vez.',
  'passkeys.error.over': 'Esta página ha estado abierta mucho tiempo. Inténtalo otra vez.',
  'passkeys.error.known': 'Esta llave de acceso ya estaba añadida.',
  'passkeys.error.many': 'Tienes tantas como admite una cuenta. Elimina una para añadir otra.',
  'passkeys.error.unnamed': 'Ponle un nombre.',
  'passkeys.error.long': {
    one: 'Elige un nombre de {count} carácter como máximo.',
    many: 'Elige un nombre de {count} de caracteres como máximo.',
    other: 'Elige un nombre de {count} caracteres como máximo.',
  },

  'code.title': 'Un paso más',
  'code.about': 'Tu cuenta pide también un código. Abre tu autenticador y escribe lo que muestra.',
  'code.label': 'Código',
  'code.hint': 'Seis cifras. Cambian cada medio minuto.',
  'code.recovery.title': 'Sin tu autenticador',
  'code.recovery.about':
    'Usa uno de los códigos de recuperación que guardaste. Cada uno sirve una vez. Con una llave de acceso no hace falta código.',
  'code.recovery.label': 'Código de recuperación',
  'code.recovery.hint': 'Doce signos, como 4k7m-q2xd-9vtp.',
  'code.recovery.do': 'Entrar con él',
  'code.error.code':
    'Este no es el código de este momento, o ya se ha usado. Espera al siguiente y comprueba que el reloj de tu dispositivo va bien.',
  'code.error.recovery': 'Este no es ninguno de tus códigos de recuperación, o ya se ha usado.',
  'code.error.closed':
    'Se han probado demasiados códigos equivocados. Durante una hora solo se entra con una llave de acceso o con uno de tus códigos de recuperación.',
  'code.error.over': 'Han pasado diez minutos, o empezaste en otro navegador. Empieza otra vez, por favor.',

  'authenticator.title': 'Autenticador',
  'authenticator.none':
    'Desactivado. Con él, quien tenga tu contraseña necesita además un código que solo muestra tu dispositivo. Las llaves de acceso no lo necesitan.',
  'authenticator.begin': 'Configurar un autenticador',
  'authenticator.change': 'Crear nuevos códigos de recuperación o eliminarlo',
  'authenticator.since': 'Desde el {date}, la contraseña o el enlace por correo piden además un código.',
  'authenticator.about':
    'Un autenticador es una aplicación que muestra un código nuevo cada medio minuto. Funciona sin conexión y no cuenta nada a nadie.',
  'authenticator.scan': 'Primero: deja que lea esto',
  'authenticator.scan.text':
    'Elige «añadir» en tu autenticador y apúntalo al cuadrado. Mostrará el nombre de esta red y el nombre que usas aquí.',
  'authenticator.qr': 'Código QR para tu autenticador. Lo que contiene está debajo como texto.',
  'authenticator.open': 'Abrirlo en este dispositivo',
  'authenticator.by-hand': 'Para escribirlo a mano',
  'authenticator.confirm': 'Después: escribe lo que muestra',
  'authenticator.code': 'Código',
  'authenticator.confirm.do': 'Activarlo',
  'authenticator.remove': 'Eliminarlo',
  'authenticator.remove.text':
    'Después, tu contraseña o un enlace por correo bastan para entrar sin código, y tus códigos de recuperación dejan de servir. Recibirás una carta que lo dice.',
  'authenticator.remove.do': 'Eliminar el autenticador',
  'authenticator.done.on': 'Tu autenticador está activado.',
  'authenticator.done.off': 'Tu autenticador está eliminado. Más abajo puedes configurar otro.',
  'authenticator.done.codes': 'Los nuevos códigos de recuperación ya valen. Los antiguos, no.',
  'authenticator.error.code':
    'Esto no es lo que debería mostrar ahora. Espera al código siguiente y comprueba que el reloj de tu dispositivo va bien.',
  'authenticator.error.over': 'Esta página ha estado abierta demasiado tiempo. Aquí tienes un cuadrado nuevo.',

  'codes.title': 'Códigos de recuperación',
  'codes.new': 'Tus códigos de recuperación',
  'codes.about':
    'Con cada uno entras una vez, en lugar de usar tu autenticador, cuando se ha perdido o no lo tienes a mano.',
  'codes.once':
    'Se muestran ahora y nunca más. Imprímelos o apúntalos, y guárdalos en un lugar distinto de tu dispositivo.',
  'codes.left': {
    one: 'Queda {count} código de recuperación.',
    many: 'Quedan {count} de códigos de recuperación.',
    other: 'Quedan {count} códigos de recuperación.',
  },
  'codes.few': 'Crea pronto otros nuevos.',
  'codes.again':
    '¿Los has perdido, o los ha visto alguien? Crea diez nuevos. Desde ese momento los antiguos no sirven.',
  'codes.again.do': 'Crear nuevos códigos de recuperación',
  'codes.download': 'Guardar como archivo',
  'codes.download.text': 'El archivo no nombra esta red.',
  'codes.kept': 'Ya los he guardado',
  'codes.file': 'Cada uno sirve una vez.',

  'letter.change.subject': 'Un cambio en tu cuenta',
  'letter.change.action': 'Mirar tu cuenta',
  'letter.change.not-you':
    '¿No fuiste tú? Entra, cierra las sesiones que no conozcas, elimina las llaves de acceso que no conozcas y pon una contraseña nueva.',
  'letter.passkey-added.title': 'Se añadió una llave de acceso',
  'letter.passkey-added.text':
    'El {date} se añadió a tu cuenta la llave de acceso «{name}». Basta por sí sola para entrar.',
  'letter.passkey-removed.title': 'Se eliminó una llave de acceso',
  'letter.passkey-removed.text':
    'El {date} se eliminó de tu cuenta la llave de acceso «{name}». Ya no sirve para entrar.',
  'letter.authenticator-on.title': 'Se configuró un autenticador',
  'letter.authenticator-on.text':
    'Desde el {date}, tu cuenta pide un código de tu autenticador después de la contraseña o del enlace por correo.',
  'letter.authenticator-off.title': 'Se eliminó el autenticador',
  'letter.authenticator-off.text':
    'Desde el {date}, tu cuenta ya no pide ningún código, y sus códigos de recuperación no sirven.',
  'letter.codes-made.title': 'Se crearon nuevos códigos de recuperación',
  'letter.codes-made.text':
    'El {date} se crearon diez nuevos códigos de recuperación para tu cuenta. Los antiguos no sirven.',
  'letter.code-used.title': 'Se usó un código de recuperación',
  'letter.code-used.text': {
    one: 'El {date} alguien entró en tu cuenta con un código de recuperación. Queda {count}: crea otros nuevos.',
    many: 'El {date} alguien entró en tu cuenta con un código de recuperación. Quedan {count}.',
    other: 'El {date} alguien entró en tu cuenta con un código de recuperación. Quedan {count}.',
  },
}
