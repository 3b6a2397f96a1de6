import type { CatalogueOf } from '../catalogue.ts'
import type { doors as en } from './en.ts'

export const doors: CatalogueOf<typeof en> = {
  'doors.unsent': 'Un point n’est pas encore en ordre.',

  'passkey.do': 'Se connecter avec une clé d’accès',
  'passkey.about': 'Votre appareil vous reconnaît au doigt, au visage ou à son code. Rien à taper, rien à retenir.',
  'passkey.cancelled':
    'Rien n’a été fait : on a arrêté, ou cela a pris trop de temps. Appuyez sur le bouton pour réessayer.',
  'passkey.known': 'Cet appareil a déjà une clé d’accès pour votre compte.',
  'passkey.failed': 'Votre navigateur n’a pas pu le faire ici. Essayez un autre appareil, ou une autre façon d’entrer.',
  'sign-in.error.passkey.wrong':
    'Cette clé d’accès n’ouvre rien ici. Elle a peut-être été supprimée. Les autres façons d’entrer fonctionnent toujours.',
  'sign-in.error.passkey.over':
    'Cette page est restée ouverte longtemps. Veuillez appuyer encore une fois sur le bouton.',

  'passkeys.title': 'Clés d’accès',
  'passkeys.none':
    'Vous n’en avez pas encore. Avec une clé d’accès, vous vous connectez sans rien taper, et personne ne peut vous la soutirer.',
  'passkeys.begin': 'Ajouter une clé d’accès',
  'passkeys.change': 'Ajouter, renommer ou supprimer des clés d’accès',
  'passkeys.about':
    'Une clé d’accès est gardée par votre téléphone, votre ordinateur ou votre gestionnaire de mots de passe. Elle suffit pour vous connecter : ni mot de passe, ni code.',
  'passkeys.added': 'ajoutée le {date}',
  'passkeys.used': 'utilisée en dernier le {date}',
  'passkeys.unused': 'jamais utilisée',
  'passkeys.backed-up': 'synchronisée entre appareils',
  'passkeys.unnamed': 'Clé d’accès du {date}',
  'passkeys.edit': 'Modifier',
  'passkeys.add': 'Ajouter une clé d’accès',
  'passkeys.add.do': 'Ajouter une clé d’accès',
  'passkeys.name': 'Nom',
  'passkeys.name.hint': 'Pour la reconnaître, par exemple « Téléphone » ou « Clé du tiroir ».',
  'passkeys.device':
    'Votre appareil la garde sous l’adresse de ce réseau, avec le nom que vous portez ici. Qui peut parcourir les clés d’accès de votre appareil voit cela.',
  'passkeys.needs': 'Il faut un navigateur qui connaît les clés d’accès, avec les scripts activés pour cette page.',
  'passkeys.impossible':
    'L’adresse de ce réseau ne permet pas de clés d’accès : elles demandent https et un nom. La personne qui exploite le réseau peut changer cela.',
  'passkeys.enough': 'Vous en avez autant qu’un compte peut en avoir. Supprimez-en une pour en ajouter une autre.',
  'passkeys.rename.do': 'Enregistrer le nom',
  'passkeys.remove': 'La supprimer',
  'passkeys.remove.text':
    'Elle ne connecte alors plus personne, et vous recevez un e-mail à ce sujet. Votre appareil continue de la proposer tant que vous ne l’y supprimez pas aussi.',
  'passkeys.remove.last': 'C’est votre seule clé : ensuite, votre mot de passe ou un lien par e-mail vous connecte.',
  'passkeys.remove.do': 'Supprimer cette clé d’accès',
  'passkeys.done.added': 'La clé d’accès est ajoutée. Désormais, elle vous connecte.',
  'passkeys.done.renamed': 'Le nom est enregistré.',
  'passkeys.done.removed': 'La clé d’accès est supprimée.',
  'passkeys.error.wrong': 'La réponse de votre appareil ne correspondait pas à la question. Veuillez réessayer.',
  'passkeys.error.over': 'Cette page est restée ouverte longtemps. Veuillez réessayer.',
  'passkeys.error.known': 'Cette clé d’accès a déjà été ajoutée.',
  'passkeys.error.many': 'Vous en avez autant qu’un compte peut en avoir. Supprimez-en une pour en ajouter une autre.',
  'passkeys.error.unnamed': 'Donnez-lui un nom.',
  'passkeys.error.long': {
    one: 'Prenez un nom de {count} caractère au plus.',
    many: 'Prenez un nom de {count} de caractères au plus.',
    other: 'Prenez un nom de {count} caractères au plus.',
  },

  'code.title': 'Encore une étape',
  'code.about': 'Votre compte demande aussi un code. Ouvrez votre authentificateur et tapez ce qu’il affiche.',
  'code.label': 'Code',
  'code.hint': 'Six chiffres. Ils changent toutes les trente secondes.',
  'code.recovery.title': 'Sans votre authentificateur',
  'code.recovery.about':
    'Utilisez l’un des codes de secours que vous avez gardés. Chacun sert une fois. Une clé d’accès ne demande aucun code.',
  'code.recovery.label': 'Code de secours',
  'code.recovery.hint': 'Douze signes, comme 4k7m-q2xd-9vtp.',
  'code.recovery.do': 'Se connecter avec ce code',
  'code.error.code':
    'Ce n’est pas le code du moment, ou il a déjà servi. Attendez le suivant, et vérifiez que l’horloge de votre appareil est à l’heure.',
  'code.error.recovery': 'Ce n’est aucun de vos codes de secours, ou il a déjà servi.',
  'code.error.closed':
    'Trop de codes faux ont été essayés. Pendant une heure, seuls une clé d’accès ou l’un de vos codes de secours vous connectent.',
  'code.error.over': 'Dix minutes ont passé, ou vous avez commencé dans un autre navigateur. Veuillez recommencer.',

  'authenticator.title': 'Authentificateur',
  'authenticator.none':
    'Désactivé. Avec lui, qui a votre mot de passe a encore besoin d’un code que seul votre appareil affiche. Les clés d’accès n’en demandent pas.',
  'authenticator.begin': 'Installer un authentificateur',
  'authenticator.change': 'Créer de nouveaux codes de secours, ou le supprimer',
  'authenticator.since': 'Depuis le {date}, un mot de passe ou un lien par e-mail demande aussi un code.',
  'authenticator.about':
    'Un authentificateur est une application qui affiche un nouveau code toutes les trente secondes. Elle fonctionne sans réseau et ne dit rien à personne.',
  'authenticator.scan': 'D’abord : faites-lui lire ceci',
  'authenticator.scan.text':
    'Choisissez « ajouter » dans votre authentificateur et visez le carré. Il affichera le nom de ce réseau et le nom que vous portez ici.',
  'authenticator.qr': 'Code QR pour votre authentificateur. Son contenu figure ci-dessous en texte.',
  'authenticator.open': 'L’ouvrir sur cet appareil',
  'authenticator.by-hand': 'À taper à la main',
  'authenticator.confirm': 'Ensuite : tapez ce qu’il affiche',
  'authenticator.code': 'Code',
  'authenticator.confirm.do': 'L’activer',
  'authenticator.remove': 'Le supprimer',
  'authenticator.remove.text':
    'Ensuite, votre mot de passe ou un lien par e-mail vous connecte sans code, et vos codes de secours ne valent plus rien. Vous recevez un e-mail à ce sujet.',
  'authenticator.remove.do': 'Supprimer l’authentificateur',
  'authenticator.done.on': 'Votre authentificateur est activé.',
  'authenticator.done.off': 'Votre authentificateur est supprimé. Vous pouvez en installer un autre ci-dessous.',
  'authenticator.done.codes': 'Les nouveaux codes de secours comptent. Les anciens ne valent plus rien.',
  'authenticator.error.code':
    'Ce n’est pas ce qu’il devrait afficher maintenant. Attendez le code suivant, et vérifiez que l’horloge de votre appareil est à l’heure.',
  'authenticator.error.over': 'Cette page est restée ouverte trop longtemps. Voici un nouveau carré à lire.',

  'codes.title': 'Codes de secours',
  'codes.new': 'Vos codes de secours',
  'codes.about':
    'Chacun vous connecte une fois, à la place de votre authentificateur, s’il est perdu ou hors de portée.',
  'codes.once':
    'Ils s’affichent maintenant et plus jamais ensuite. Imprimez-les ou notez-les, et gardez-les loin de votre appareil.',
  'codes.left': {
    one: 'Il reste {count} code de secours.',
    many: 'Il reste {count} de codes de secours.',
    other: 'Il reste {count} codes de secours.',
  },
  'codes.few': 'Créez-en bientôt de nouveaux.',
  'codes.again':
    'Sont-ils perdus, ou quelqu’un les a-t-il vus ? Créez-en dix nouveaux. Les anciens ne valent alors plus rien.',
  'codes.again.do': 'Créer de nouveaux codes de secours',
  'codes.download': 'Enregistrer dans un fichier',
  'codes.download.text': 'Le fichier ne nomme pas ce réseau.',
  'codes.kept': 'Je les ai gardés',
  'codes.file': 'Chacun sert une fois.',

  'letter.change.subject': 'Un changement dans votre compte',
  'letter.change.action': 'Voir votre compte',
  'letter.change.not-you':
    'Ce n’était pas vous ? Connectez-vous, fermez les sessions que vous ne reconnaissez pas, supprimez les clés d’accès que vous ne reconnaissez pas, et définissez un nouveau mot de passe.',
  'letter.passkey-added.title': 'Une clé d’accès a été ajoutée',
  'letter.passkey-added.text':
    'Le {date}, la clé d’accès « {name} » a été ajoutée à votre compte. Elle suffit pour se connecter.',
  'letter.passkey-removed.title': 'Une clé d’accès a été supprimée',
  'letter.passkey-removed.text':
    'Le {date}, la clé d’accès « {name} » a été supprimée de votre compte. Elle ne connecte plus personne.',
  'letter.authenticator-on.title': 'Un authentificateur a été installé',
  'letter.authenticator-on.text':
    'Depuis le {date}, votre compte demande un code de votre authentificateur après un mot de passe ou un lien par e-mail.',
  'letter.authenticator-off.title': 'L’authentificateur a été supprimé',
  'letter.authenticator-off.text':
    'Depuis le {date}, votre compte ne demande plus de code, et ses codes de secours ne valent plus rien.',
  'letter.codes-made.title': 'De nouveaux codes de secours ont été créés',
  'letter.codes-made.text':
    'Le {date}, dix nouveaux codes de secours ont été créés pour votre compte. Les anciens ne valent plus rien.',
  'letter.code-used.title': 'Un code de secours a été utilisé',
  'letter.code-used.text': {
    one: 'Le {date}, quelqu’un s’est connecté à votre compte avec un code de secours. Il en reste {count} : créez-en de nouveaux.',
    many: 'Le {date}, quelqu’un s’est connecté à votre compte avec un code de secours. Il en reste {count}.',
    other: 'Le {date}, quelqu’un s’est connecté à votre compte avec un code de secours. Il en reste {count}.',
  },
}
