import type { CatalogueOf } from '../catalogue.ts'
import type { accounts as en } from './en.ts'

export const accounts: CatalogueOf<typeof en> = {
  'skip.work': 'Aller au contenu',
  'nav.work': 'Pages de cette partie',
  'menu.label': 'Votre menu',
  'menu.sign-in': 'Se connecter',
  'menu.sign-out': 'Se déconnecter',
  'menu.join': 'Participer',
  'work.suspended':
    '{member} est suspendu : vous voyez ce qui est à vous et ne pouvez rien changer jusqu’à la fin de la suspension.',
  'work.suspended.why': 'Pourquoi, et comment faire recours',
  'form.optional': 'facultatif',
  'turned.title': 'Pas avec ce compte',
  'turned.text': 'Cette page demande un droit que votre compte n’a pas. L’administration peut vous le donner.',

  'sign-in.title': 'Se connecter',
  'sign-in.again': 'Est-ce bien vous ?',
  'sign-in.again.text':
    'Ce qui suit pourrait vous fermer votre propre compte. Montrez donc encore une fois que c’est vous.',
  'sign-in.do': 'Se connecter',
  'sign-in.link.title': 'Sans mot de passe',
  'sign-in.link.text':
    'Nous vous envoyons un lien qui vous connecte une fois, dans l’heure. Vous pouvez l’ouvrir sur n’importe quel appareil.',
  'sign-in.link.do': 'M’envoyer un lien',
  'sign-in.link.ready': 'Ce lien ne sert qu’une fois. Appuyez sur le bouton pour l’utiliser ici.',
  'sign-in.sent.title': 'Regardez vos e-mails',
  'sign-in.sent.text': 'Si cette adresse appartient à un compte, un lien est en route.',
  'sign-in.sent.nothing':
    'Rien au bout de quelques minutes ? Regardez dans le courrier indésirable, et vérifiez que c’est bien l’adresse de votre inscription. Trois liens au plus sont envoyés par heure.',
  'sign-in.back': 'Retour à la connexion',
  'sign-in.over.title': 'Ce lien n’est plus valable',
  'sign-in.over.signed-in': 'Votre session est ouverte sur cet appareil : continuer',
  'sign-in.over.again': 'M’envoyer un nouveau lien de connexion',
  'sign-in.over.join': 'Je voulais participer : recommencer',
  'sign-in.over.text': 'Il a déjà servi, ou son temps est écoulé.',
  'sign-in.error.mail': 'Indiquez l’adresse e-mail de votre inscription, par exemple kim@example.org.',
  'sign-in.error.password': 'Indiquez votre mot de passe, ou faites-vous envoyer un lien ci-dessous.',
  'sign-in.error.wrong':
    'L’adresse et le mot de passe ne correspondent pas. Un lien par e-mail fonctionne sans mot de passe.',
  'sign-in.error.closed':
    'Trop de mots de passe faux ont été essayés pour cette adresse. Pendant une heure, seuls une clé d’accès ou un lien par e-mail vous connectent.',
  'sign-in.error.busy':
    'Énormément de personnes se connectent en ce moment. Réessayez dans une minute, ou faites-vous envoyer un lien.',
  'sign-in.error.often': 'Il y a eu beaucoup d’essais depuis votre connexion. Veuillez réessayer après {time}.',

  'account.title': 'Votre compte',
  'account.mail': 'Adresse e-mail',
  'account.password': 'Mot de passe',
  'account.sessions': 'Vos sessions ouvertes',
  'account.session': 'depuis le {began}, utilisé en dernier le {seen}',
  'account.session.this': 'ici',
  'way.password': 'Avec un mot de passe',
  'way.passkey': 'Avec une clé d’accès',
  'way.link': 'Avec un lien par e-mail',
  'way.code': 'Avec un code de secours',
  'way.set-up': 'À l’installation du réseau',

  'form.save': 'Enregistrer',
  'form.unsent': {
    one: 'Pas encore enregistré : {count} point à revoir.',
    many: 'Pas encore enregistré : {count} de points à revoir.',
    other: 'Pas encore enregistré : {count} points à revoir.',
  },

  'account.profile': 'Qui vous êtes ici',
  'account.name': 'Comment vous appeler',
  'account.name.hint':
    'Sur ces pages, pour vous et pour les personnes avec qui vous travaillez. Un pseudonyme convient.',
  'account.name.error':
    'C’est trop long pour un nom, ou il contient des caractères que personne ne peut voir. 80 caractères au plus.',
  'account.language': 'Langue de nos e-mails',
  'account.language.hint': 'Ces pages parlent la langue de leur adresse.',
  'account.discreet': 'E-mails discrets',
  'account.discreet.hint':
    'Le nom du réseau n’apparaît ni dans l’objet ni dans l’aperçu. On ne peut pas le cacher à qui ouvre l’e-mail, et votre fournisseur voit de quelle adresse il vient.',
  'account.new-mail': 'Nouvelle adresse e-mail',
  'account.new-mail.hint':
    'Un e-mail y est envoyé ; l’adresse compte dès que vous ouvrez son lien. L’ancienne adresse est prévenue.',
  'account.new-mail.do': 'Envoyer l’e-mail',
  'account.new-mail.ready': 'C’est bien votre adresse ? Votre compte y sera désormais rattaché.',
  'account.new-mail.use': 'Oui, utiliser cette adresse',
  'account.new-mail.error': 'Ce n’est pas une adresse e-mail. Écrivez-la comme kim@example.org.',
  'account.new-mail.same': 'C’est déjà votre adresse.',
  'account.new-mail.often': 'Cinq e-mails ont été envoyés aujourd’hui. Veuillez réessayer demain.',
  'account.password.none':
    'Vous n’en avez pas : vous vous connectez avec une clé d’accès, ou avec des liens par e-mail.',
  'account.password.since': 'Défini le {date}.',
  'account.new-password': 'Nouveau mot de passe',
  'account.new-password.hint': {
    one: 'Au moins {count} caractère. Quelques mots à la suite sont faciles à retenir et difficiles à deviner.',
    many: 'Au moins {count} de caractères. Quelques mots à la suite sont faciles à retenir et difficiles à deviner.',
    other: 'Au moins {count} caractères. Quelques mots à la suite sont faciles à retenir et difficiles à deviner.',
  },
  'account.new-password.set': 'Définir un mot de passe',
  'account.new-password.change': 'Changer le mot de passe',
  'account.no-password.do': 'Se passer de mot de passe',
  'account.no-password.hint': 'Une clé d’accès ou un lien par e-mail vous connecte alors.',
  'password.missing': 'Écrivez d’abord un mot de passe.',
  'password.short': {
    one: 'C’est trop court : au moins {count} caractère. Ajoutez un mot ou deux.',
    many: 'C’est trop court : au moins {count} de caractères. Ajoutez un mot ou deux.',
    other: 'C’est trop court : au moins {count} caractères. Ajoutez un mot ou deux.',
  },
  'password.long': 'C’est plus long que 256 caractères : personne ne voudrait taper cela.',
  'password.known':
    'Il figure, ou presque, sur des listes de mots de passe volés : on l’essaie en premier. Choisissez d’autres mots.',
  'password.yours': 'Ce n’est guère plus qu’un nom que n’importe qui essaierait en premier. Choisissez d’autres mots.',
  'account.session.end': 'Déconnecter',
  'account.sessions.end': 'Déconnecter partout ailleurs',
  'account.data': 'Ce que nous gardons de vous',
  'account.data.hint':
    'Ce que montre cette page, et les dates et les moyens de vos connexions. Aucune adresse de votre connexion, et rien sur votre appareil.',
  'account.data.export': 'L’emporter',
  'account.data.export.hint': 'un fichier, JSON',
  'account.leave': 'Partir',
  'account.leave.hint': 'et tout faire effacer',
  'account.done.profile': 'C’est enregistré.',
  'account.done.mail-sent':
    'Un e-mail part vers la nouvelle adresse. L’ancienne compte tant que son lien n’est pas ouvert.',
  'account.done.mail':
    'Votre compte est désormais rattaché à la nouvelle adresse. Toutes les autres sessions sont fermées.',
  'account.done.password': 'Votre mot de passe est défini. Toutes les autres sessions sont fermées.',
  'account.done.no-password': 'Votre compte n’a plus de mot de passe. Toutes les autres sessions sont fermées.',
  'account.done.sessions': 'La session est fermée là-bas.',

  'leave.lede': 'Votre compte est effacé aussitôt, et personne ne peut le faire revenir.',
  'leave.erased': 'Effacés : votre adresse e-mail, votre nom, tous vos moyens de connexion, vos droits.',
  'leave.kept': 'Conservé : ce que vous avez fait dans l’équipe, sous un numéro qui ne dit à personne qui vous étiez.',
  'leave.backups':
    'Les copies du réseau entier faites auparavant par son exploitant le contiennent encore jusqu’à ce qu’elles soient jetées. Remettre en place l’une d’elles vous efface de nouveau.',
  'leave.sure': 'Je veux que mon compte soit effacé',
  'leave.do': 'Effacer mon compte',
  'leave.stay': 'Rester',
  'leave.gone': 'Votre compte est effacé',
  'leave.gone.text':
    'Merci d’avoir été là. Un dernier e-mail vous le dit aussi ; après cela, nous n’avons plus aucune adresse de vous.',
  'leave.error.sure': 'Cochez la case pour dire que c’est bien ce que vous voulez.',
  'leave.error.last':
    'Vous êtes la seule personne à l’administration. Donnez d’abord ce droit à quelqu’un d’autre, pour que le réseau ne reste pas sans personne.',

  'letter.subject': '{subject} · {network}',
  'letter.from': 'Envoyé par {network}, {host}.',
  'letter.link.subject': 'Votre lien',
  'letter.link.title': 'Voici votre lien',
  'letter.link.text': 'Il vous connecte une fois et fonctionne pendant une heure, sur l’appareil où vous l’ouvrez.',
  'letter.link.action': 'Se connecter',
  'letter.link.unasked':
    'Vous ne l’avez pas demandé ? Alors quelqu’un a tapé votre adresse. Ne faites rien : sans cet e-mail, personne n’entre.',
  'letter.not-you':
    'Était-ce quelqu’un d’autre ? Prévenez tout de suite les personnes qui s’occupent du réseau : {address}',
  'letter.new-mail.subject': 'Confirmez votre adresse',
  'letter.new-mail.title': 'Est-ce votre adresse ?',
  'letter.new-mail.text':
    'Quelqu’un veut utiliser cette adresse pour un compte. Si c’est vous, ouvrez le lien dans la journée.',
  'letter.new-mail.action': 'Utiliser cette adresse',
  'letter.new-mail.unasked': 'Ce n’est pas vous ? Ne faites rien : l’adresse sera oubliée demain.',
  'letter.mail.subject': 'Votre adresse a été changée',
  'letter.mail.title': 'Votre adresse a été changée',
  'letter.mail.text':
    'Votre compte est désormais rattaché à une autre adresse. C’est le dernier e-mail envoyé à celle-ci. Toutes les autres sessions sont fermées.',
  'letter.password.subject': 'Votre mot de passe a été changé',
  'letter.password.title': 'Votre mot de passe a été changé',
  'letter.password.text':
    'Un nouveau mot de passe a été défini pour votre compte. Toutes les autres sessions sont fermées.',
  'letter.no-password.subject': 'Votre mot de passe a été supprimé',
  'letter.no-password.title': 'Votre mot de passe a été supprimé',
  'letter.no-password.text':
    'Votre compte n’a plus de mot de passe : les clés d’accès et les liens par e-mail l’ouvrent. Toutes les autres sessions sont fermées.',
  'letter.goodbye.subject': 'Votre compte est effacé',
  'letter.goodbye.title': 'Votre compte est effacé',
  'letter.goodbye.text':
    'Comme vous l’avez demandé, tout est effacé. Avec cet e-mail, nous oublions aussi votre adresse.',

  'seat.owner': 'responsable',
  'seat.editor': 'édition',
  'seat.contributor': 'contribution',
  'letter.door.join.subject': 'Votre lien',
  'letter.door.join.title': 'Voici votre lien',
  'letter.door.join.text':
    'Avec lui, vous montrez que cette adresse est à vous. Il sert une fois, pendant un jour, sur l’appareil où vous l’ouvrez. Rien n’est conservé avant que vous l’ayez utilisé.',
  'letter.door.join.action': 'Continuer',
  'letter.door.invited.subject': 'Une invitation',
  'letter.door.invited.title': 'Vous avez reçu une invitation',
  'letter.door.invited.text':
    '{member} vous invite à présenter une candidature auprès du réseau {network}. La première page dit ce que c’est et ce qui est demandé. Le lien sert une fois, pendant une semaine.',
  'letter.door.invited.action': 'Voir de quoi il s’agit',
  'letter.door.seat.subject': 'Une invitation',
  'letter.door.seat.title': 'Vous avez reçu une invitation',
  'letter.door.seat.text':
    '{member} aimerait vous compter parmi les siens, avec le rôle « {role} ». La page dit ce que cela signifie ; vous pouvez aussi y décliner. Le lien fonctionne pendant une semaine.',
  'letter.door.seat.action': 'Voir de quoi il s’agit',
  'letter.door.unasked':
    'Vous ne l’avez pas demandé ? Alors quelqu’un a tapé votre adresse. Ne faites rien : rien n’en est conservé, et sans cet e-mail personne ne va plus loin.',
  'letter.door.unwanted':
    'Vous n’en voulez pas ? Ne faites rien. Rien n’est gardé de votre adresse une fois le lien périmé.',
}
