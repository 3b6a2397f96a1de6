import type { CatalogueOf } from '../catalogue.ts'
import type { doors as en } from './en.ts'

export const doors: CatalogueOf<typeof en> = {
  'doors.unsent': 'Etwas stimmt noch nicht.',

  'passkey.do': 'Mit Passkey anmelden',
  'passkey.about':
    'Ihr Gerät erkennt Sie am Finger, am Gesicht oder an seinem Code. Nichts zu tippen, nichts zu merken.',
  'passkey.cancelled':
    'Nichts ist geschehen: Es wurde abgebrochen oder dauerte zu lange. Drücken Sie den Knopf, um es noch einmal zu versuchen.',
  'passkey.known': 'Dieses Gerät hat schon einen Passkey für Ihr Konto.',
  'passkey.failed':
    'Ihr Browser konnte das hier nicht. Versuchen Sie es mit einem anderen Gerät oder auf einem anderen Weg.',
  'sign-in.error.passkey.wrong':
    'Dieser Passkey öffnet hier nichts. Vielleicht wurde er entfernt. Die anderen Wege funktionieren weiterhin.',
  'sign-in.error.passkey.over': 'Diese Seite stand lange offen. Bitte drücken Sie den Knopf noch einmal.',

  'passkeys.title': 'Passkeys',
  'passkeys.none':
    'Sie haben noch keinen. Mit einem Passkey melden Sie sich an, ohne etwas zu tippen, und niemand kann ihn abfischen.',
  'passkeys.begin': 'Passkey hinzufügen',
  'passkeys.change': 'Passkeys hinzufügen, umbenennen oder entfernen',
  'passkeys.about':
    'Einen Passkey bewahrt Ihr Telefon, Ihr Rechner oder Ihr Passwortmanager auf. Er allein meldet Sie an: kein Passwort, kein Code.',
  'passkeys.added': 'hinzugefügt am {date}',
  'passkeys.used': 'zuletzt benutzt am {date}',
  'passkeys.unused': 'noch nie benutzt',
  'passkeys.backed-up': 'zwischen Geräten abgeglichen',
  'passkeys.unnamed': 'Passkey vom {date}',
  'passkeys.edit': 'Ändern',
  'passkeys.add': 'Passkey hinzufügen',
  'passkeys.add.do': 'Passkey hinzufügen',
  'passkeys.name': 'Bezeichnung',
  'passkeys.name.hint': 'Damit Sie ihn wiedererkennen, etwa „Telefon“ oder „Schlüssel in der Schublade“.',
  'passkeys.device':
    'Ihr Gerät bewahrt ihn unter der Adresse dieses Netzwerks auf, mit dem Namen, den Sie hier haben. Wer die Passkeys Ihres Geräts ansehen kann, sieht das.',
  'passkeys.needs': 'Das braucht einen Browser, der Passkeys kennt, und Skripte, die für diese Seite erlaubt sind.',
  'passkeys.impossible':
    'Unter der Adresse dieses Netzwerks sind keine Passkeys möglich: Sie brauchen https und einen Namen. Wer es betreibt, kann das ändern.',
  'passkeys.enough': 'Sie haben so viele, wie ein Konto haben kann. Entfernen Sie einen, um einen neuen hinzuzufügen.',
  'passkeys.rename.do': 'Bezeichnung speichern',
  'passkeys.remove': 'Entfernen',
  'passkeys.remove.text':
    'Er meldet dann niemanden mehr an, und Sie bekommen eine Mail darüber. Ihr Gerät bietet ihn weiter an, bis Sie ihn auch dort löschen.',
  'passkeys.remove.last': 'Es ist Ihr einziger: Danach melden Sie sich mit Ihrem Passwort oder einem Link per Mail an.',
  'passkeys.remove.do': 'Diesen Passkey entfernen',
  'passkeys.done.added': 'Der Passkey ist hinzugefügt. Ab jetzt meldet er Sie an.',
  'passkeys.done.renamed': 'Die Bezeichnung ist gespeichert.',
  'passkeys.done.removed': 'Der Passkey ist entfernt.',
  'passkeys.error.wrong': 'Die Antwort Ihres Geräts passte nicht zur Frage. Bitte versuchen Sie es noch einmal.',
  'passkeys.error.over': 'Diese Seite stand lange offen. Bitte versuchen Sie es noch einmal.',
  'passkeys.error.known': 'Dieser Passkey wurde schon hinzugefügt.',
  'passkeys.error.many':
    'Sie haben so viele, wie ein Konto haben kann. Entfernen Sie einen, um einen neuen hinzuzufügen.',
  'passkeys.error.unnamed': 'Geben Sie ihm eine Bezeichnung.',
  'passkeys.error.long': {
    one: 'Nehmen Sie eine Bezeichnung von höchstens {count} Zeichen.',
    other: 'Nehmen Sie eine Bezeichnung von höchstens {count} Zeichen.',
  },

  'code.title': 'Noch ein Schritt',
  'code.about': 'Ihr Konto verlangt auch einen Code. Öffnen Sie Ihren Authenticator, und tippen Sie ein, was er zeigt.',
  'code.label': 'Code aus dem Authenticator',
  'code.hint': 'Sechs Ziffern. Sie wechseln jede halbe Minute.',
  'code.recovery.title': 'Ohne Ihren Authenticator',
  'code.recovery.about':
    'Nehmen Sie einen der Ersatzcodes, die Sie aufbewahrt haben. Jeder gilt einmal. Ein Passkey braucht gar keinen Code.',
  'code.recovery.label': 'Ersatzcode',
  'code.recovery.hint': 'Zwölf Zeichen, etwa 4k7m-q2xd-9vtp.',
  'code.recovery.do': 'Damit anmelden',
  'code.error.code':
    'Das ist nicht der aktuelle Code, oder er wurde schon benutzt. Warten Sie auf den nächsten, und prüfen Sie, ob die Uhr Ihres Geräts richtig geht.',
  'code.error.recovery': 'Das ist keiner Ihrer Ersatzcodes, oder er wurde schon benutzt.',
  'code.error.closed':
    'Es wurden zu viele falsche Codes versucht. Eine Stunde lang können Sie sich nur mit einem Passkey oder einem Ihrer Ersatzcodes anmelden.',
  'code.error.over': 'Zehn Minuten sind um, oder Sie haben in einem anderen Browser begonnen. Bitte beginnen Sie neu.',

  'authenticator.title': 'Authenticator-App',
  'authenticator.none':
    'Aus. Mit ihm braucht, wer Ihr Passwort hat, immer noch einen Code, den nur Ihr Gerät zeigt. Passkeys brauchen keinen.',
  'authenticator.begin': 'Authenticator einrichten',
  'authenticator.change': 'Neue Ersatzcodes erzeugen oder Authenticator entfernen',
  'authenticator.since': 'Seit dem {date} verlangt ein Passwort oder ein Link per Mail auch einen Code.',
  'authenticator.about':
    'Ein Authenticator ist eine App, die jede halbe Minute einen neuen Code zeigt. Er funktioniert ohne Netz und teilt niemandem etwas mit.',
  'authenticator.scan': 'Zuerst: Lassen Sie ihn das hier lesen',
  'authenticator.scan.text':
    'Wählen Sie in Ihrem Authenticator „Hinzufügen“, und richten Sie ihn auf das Quadrat. Er zeigt dann den Namen dieses Netzwerks und Ihren Namen hier.',
  'authenticator.qr': 'QR-Code für Ihren Authenticator. Was er enthält, steht unten als Text.',
  'authenticator.open': 'Auf diesem Gerät öffnen',
  'authenticator.by-hand': 'Zum Abtippen',
  'authenticator.confirm': 'Dann: Tippen Sie ein, was er zeigt',
  'authenticator.code': 'Code aus dem Authenticator',
  'authenticator.confirm.do': 'Einschalten',
  'authenticator.remove': 'Entfernen',
  'authenticator.remove.text':
    'Danach melden Sie sich mit Passwort oder Link per Mail ohne Code an, und Ihre Ersatzcodes sind ungültig. Sie bekommen eine Mail darüber.',
  'authenticator.remove.do': 'Authenticator entfernen',
  'authenticator.done.on': 'Ihr Authenticator ist eingeschaltet.',
  'authenticator.done.off': 'Ihr Authenticator ist entfernt. Unten können Sie einen neuen einrichten.',
  'authenticator.done.codes': 'Die neuen Ersatzcodes gelten. Die alten sind ungültig.',
  'authenticator.error.code':
    'Das ist nicht, was er jetzt zeigen sollte. Warten Sie auf den nächsten Code, und prüfen Sie, ob die Uhr Ihres Geräts richtig geht.',
  'authenticator.error.over': 'Diese Seite stand zu lange offen. Hier ist ein neues Quadrat.',

  'codes.title': 'Ersatzcodes',
  'codes.new': 'Ihre Ersatzcodes',
  'codes.about': 'Jeder meldet Sie einmal an, anstelle Ihres Authenticators, wenn er verloren oder nicht zur Hand ist.',
  'codes.once':
    'Sie werden jetzt gezeigt und nie wieder. Drucken Sie sie aus oder schreiben Sie sie ab, und bewahren Sie sie getrennt von Ihrem Gerät auf.',
  'codes.left': { one: '{count} Ersatzcode ist übrig.', other: '{count} Ersatzcodes sind übrig.' },
  'codes.few': 'Erzeugen Sie bald neue.',
  'codes.again':
    'Sind sie verloren, oder hat jemand sie gesehen? Erzeugen Sie zehn neue. Die alten sind von da an ungültig.',
  'codes.again.do': 'Neue Ersatzcodes erzeugen',
  'codes.download': 'Als Datei speichern',
  'codes.download.text': 'Die Datei nennt dieses Netzwerk nicht.',
  'codes.kept': 'Ich habe sie aufbewahrt',
  'codes.file': 'Jeder gilt einmal.',

  'letter.change.subject': 'Eine Änderung an Ihrem Konto',
  'letter.change.action': 'Konto ansehen',
  'letter.change.not-you':
    'Sie waren das nicht? Melden Sie sich an, beenden Sie fremde Sitzungen, entfernen Sie fremde Passkeys, und setzen Sie ein neues Passwort.',
  'letter.passkey-added.title': 'Ein Passkey wurde hinzugefügt',
  'letter.passkey-added.text':
    'Am {date} wurde der Passkey „{name}“ zu Ihrem Konto hinzugefügt. Er allein genügt zum Anmelden.',
  'letter.passkey-removed.title': 'Ein Passkey wurde entfernt',
  'letter.passkey-removed.text':
    'Am {date} wurde der Passkey „{name}“ von Ihrem Konto entfernt. Er meldet niemanden mehr an.',
  'letter.authenticator-on.title': 'Ein Authenticator wurde eingerichtet',
  'letter.authenticator-on.text':
    'Seit dem {date} verlangt Ihr Konto nach Passwort oder Link per Mail einen Code Ihres Authenticators.',
  'letter.authenticator-off.title': 'Der Authenticator wurde entfernt',
  'letter.authenticator-off.text':
    'Seit dem {date} verlangt Ihr Konto keinen Code mehr, und seine Ersatzcodes sind ungültig.',
  'letter.codes-made.title': 'Neue Ersatzcodes wurden erzeugt',
  'letter.codes-made.text': 'Am {date} wurden zehn neue Ersatzcodes für Ihr Konto erzeugt. Die alten sind ungültig.',
  'letter.code-used.title': 'Ein Ersatzcode wurde benutzt',
  'letter.code-used.text': {
    one: 'Am {date} hat sich jemand mit einem Ersatzcode bei Ihrem Konto angemeldet. {count} ist übrig: Erzeugen Sie neue.',
    other: 'Am {date} hat sich jemand mit einem Ersatzcode bei Ihrem Konto angemeldet. {count} sind übrig.',
  },
}
