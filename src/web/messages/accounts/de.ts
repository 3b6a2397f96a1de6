import type { CatalogueOf } from '../catalogue.ts'
import type { accounts as en } from './en.ts'

export const accounts: CatalogueOf<typeof en> = {
  'skip.work': 'Zur Seite',
  'nav.work': 'Seiten dieses Bereichs',
  'menu.label': 'Ihr Menü',
  'menu.sign-in': 'Anmelden',
  'menu.sign-out': 'Abmelden',
  'menu.join': 'Mitmachen',
  'work.suspended':
    '{member} ist gesperrt: Sie sehen, was Ihnen gehört, und können bis zum Ende der Sperre nichts ändern.',
  'work.suspended.why': 'Warum, und wie Sie widersprechen',
  'form.optional': 'freiwillig',
  'turned.title': 'Nicht mit diesem Konto',
  'turned.text': 'Diese Seite braucht ein Recht, das Ihr Konto nicht hat. Die Administration kann es Ihnen geben.',

  'sign-in.title': 'Anmelden',
  'sign-in.again': 'Sind Sie es?',
  'sign-in.again.text':
    'Was jetzt kommt, könnte Sie aus Ihrem eigenen Konto aussperren. Zeigen Sie deshalb noch einmal, dass Sie es sind.',
  'sign-in.do': 'Anmelden',
  'sign-in.link.title': 'Ohne Passwort',
  'sign-in.link.text':
    'Wir schicken Ihnen einen Link, der Sie einmal anmeldet, innerhalb einer Stunde. Sie können ihn auf jedem Gerät öffnen.',
  'sign-in.link.do': 'Link schicken',
  'sign-in.link.ready': 'Dieser Link gilt einmal. Drücken Sie den Knopf, um ihn hier zu benutzen.',
  'sign-in.sent.title': 'Sehen Sie in Ihr Postfach',
  'sign-in.sent.text': 'Wenn diese Adresse zu einem Konto gehört, ist ein Link dorthin unterwegs.',
  'sign-in.sent.nothing':
    'Nach ein paar Minuten noch nichts da? Sehen Sie unter den unerwünschten Mails nach, und prüfen Sie, ob Sie mit dieser Adresse beigetreten sind. In einer Stunde werden höchstens drei Links verschickt.',
  'sign-in.back': 'Zurück zur Anmeldung',
  'sign-in.over.title': 'Dieser Link gilt nicht mehr',
  'sign-in.over.signed-in': 'Sie sind auf diesem Gerät angemeldet: weiter',
  'sign-in.over.again': 'Neuen Link zum Anmelden schicken',
  'sign-in.over.join': 'Ich wollte mitmachen: von vorn beginnen',
  'sign-in.over.text': 'Er wurde schon benutzt, oder seine Zeit ist um.',
  'sign-in.error.mail': 'Geben Sie die Mailadresse an, mit der Sie beigetreten sind, etwa kim@example.org.',
  'sign-in.error.password': 'Geben Sie Ihr Passwort ein, oder lassen Sie sich unten einen Link schicken.',
  'sign-in.error.wrong': 'Adresse und Passwort gehören nicht zusammen. Ein Link per Mail geht auch ohne Passwort.',
  'sign-in.error.closed':
    'Für diese Adresse wurden zu viele falsche Passwörter versucht. Eine Stunde lang können Sie sich nur mit einem Passkey oder einem Link per Mail anmelden.',
  'sign-in.error.busy':
    'Gerade wollen sich sehr viele anmelden. Versuchen Sie es in einer Minute noch einmal, oder lassen Sie sich einen Link schicken.',
  'sign-in.error.often':
    'Über Ihre Verbindung wurde das oft versucht. Bitte versuchen Sie es nach {time} Uhr noch einmal.',

  'account.title': 'Ihr Konto',
  'account.mail': 'Mailadresse',
  'account.password': 'Passwort',
  'account.sessions': 'Wo Sie angemeldet sind',
  'account.session': 'seit {began}, zuletzt {seen}',
  'account.session.this': 'hier',
  'way.password': 'Mit Passwort',
  'way.passkey': 'Mit Passkey',
  'way.link': 'Mit einem Link per Mail',
  'way.code': 'Mit einem Ersatzcode',
  'way.set-up': 'Beim Einrichten des Netzwerks',

  'form.save': 'Speichern',
  'form.unsent': {
    one: 'Noch nicht gespeichert: {count} Angabe ist zu berichtigen.',
    other: 'Noch nicht gespeichert: {count} Angaben sind zu berichtigen.',
  },

  'account.profile': 'Wer Sie hier sind',
  'account.name': 'Wie wir Sie nennen',
  'account.name.hint': 'Auf diesen Seiten, für Sie und alle, mit denen Sie arbeiten. Ein Pseudonym genügt.',
  'account.name.error': 'Das ist zu lang für einen Namen oder enthält unsichtbare Zeichen. Höchstens 80 Zeichen.',
  'account.language': 'Sprache unserer Mails',
  'account.language.hint': 'Diese Seiten sprechen die Sprache ihrer Adresse.',
  'account.discreet': 'Diskrete Mails',
  'account.discreet.hint':
    'Der Name des Netzwerks steht nicht in Betreff und Vorschau. Wer die Mail öffnet, sieht ihn, und Ihr Anbieter sieht, von welcher Adresse sie kam.',
  'account.new-mail': 'Neue Mailadresse',
  'account.new-mail.hint':
    'Wir schicken eine Mail dorthin; die Adresse gilt, sobald Sie den Link darin öffnen. Die alte Adresse erfährt davon.',
  'account.new-mail.do': 'Mail schicken',
  'account.new-mail.ready': 'Das ist Ihre Adresse? Dann ist Ihr Konto ab jetzt unter ihr erreichbar.',
  'account.new-mail.use': 'Ja, diese Adresse nehmen',
  'account.new-mail.error': 'Das ist keine Mailadresse. Schreiben Sie sie wie kim@example.org.',
  'account.new-mail.same': 'Das ist schon Ihre Adresse.',
  'account.new-mail.often': 'Heute sind fünf Mails verschickt worden. Bitte versuchen Sie es morgen wieder.',
  'account.password.none': 'Sie haben keines: Sie melden sich mit einem Passkey oder mit Links per Mail an.',
  'account.password.since': 'Gesetzt am {date}.',
  'account.new-password': 'Neues Passwort',
  'account.new-password.hint': {
    one: 'Mindestens {count} Zeichen. Ein paar Wörter hintereinander sind leicht zu merken und schwer zu erraten.',
    other: 'Mindestens {count} Zeichen. Ein paar Wörter hintereinander sind leicht zu merken und schwer zu erraten.',
  },
  'account.new-password.set': 'Passwort setzen',
  'account.new-password.change': 'Passwort ändern',
  'account.no-password.do': 'Ohne Passwort auskommen',
  'account.no-password.hint': 'Dann melden Sie sich mit einem Passkey oder einem Link per Mail an.',
  'password.missing': 'Geben Sie zuerst ein Passwort ein.',
  'password.short': {
    one: 'Das ist zu kurz: mindestens {count} Zeichen. Hängen Sie ein Wort oder zwei an.',
    other: 'Das ist zu kurz: mindestens {count} Zeichen. Hängen Sie ein Wort oder zwei an.',
  },
  'password.long': 'Das sind mehr als 256 Zeichen; so viel kann niemand tippen wollen.',
  'password.known':
    'Dieses steht, so oder fast so, auf Listen gestohlener Passwörter und wird zuerst versucht. Nehmen Sie andere Wörter.',
  'password.yours': 'Das ist kaum mehr als ein Name, den alle zuerst versuchen würden. Nehmen Sie andere Wörter.',
  'account.session.end': 'Dort abmelden',
  'account.sessions.end': 'Überall sonst abmelden',
  'account.data': 'Was wir über Sie aufbewahren',
  'account.data.hint':
    'Was auf dieser Seite steht, und wann und wie Sie kamen. Keine Adresse Ihrer Verbindung, nichts über Ihr Gerät.',
  'account.data.export': 'Mitnehmen',
  'account.data.export.hint': 'eine Datei, JSON',
  'account.leave': 'Gehen',
  'account.leave.hint': 'und es löschen lassen',
  'account.done.profile': 'Gespeichert.',
  'account.done.mail-sent':
    'Eine Mail ist an die neue Adresse unterwegs. Bis der Link darin geöffnet ist, gilt die alte.',
  'account.done.mail': 'Ihr Konto ist jetzt unter der neuen Adresse erreichbar. Alle anderen Sitzungen sind beendet.',
  'account.done.password': 'Ihr Passwort ist gesetzt. Alle anderen Sitzungen sind beendet.',
  'account.done.no-password': 'Ihr Konto hat jetzt kein Passwort. Alle anderen Sitzungen sind beendet.',
  'account.done.sessions': 'Dort abgemeldet.',

  'leave.lede': 'Ihr Konto wird sofort gelöscht, und niemand kann es zurückholen.',
  'leave.erased': 'Gelöscht: Ihre Mailadresse, Ihr Name, alles, womit Sie sich anmelden, Ihre Rechte.',
  'leave.kept': 'Aufbewahrt: was Sie im Team getan haben, unter einer Nummer, die niemandem sagt, wer Sie waren.',
  'leave.backups':
    'In Sicherungen des ganzen Netzwerks, die vorher angelegt wurden, steht es noch, bis sie weggeworfen werden. Wird eine davon eingespielt, werden Sie wieder gelöscht.',
  'leave.sure': 'Ich will, dass mein Konto gelöscht wird',
  'leave.do': 'Mein Konto löschen',
  'leave.stay': 'Bleiben',
  'leave.gone': 'Ihr Konto ist gelöscht',
  'leave.gone.text':
    'Danke, dass Sie hier waren. Eine letzte Mail sagt es auch; danach haben wir keine Adresse mehr von Ihnen.',
  'leave.error.sure': 'Setzen Sie den Haken, um zu sagen, dass es Ihnen ernst ist.',
  'leave.error.last':
    'Außer Ihnen hat niemand das Recht der Administration. Geben Sie es zuerst jemand anderem, damit das Netzwerk nicht allein bleibt.',

  'letter.subject': '{subject} · {network}',
  'letter.from': 'Verschickt von {network}, {host}.',
  'letter.link.subject': 'Ihr Link',
  'letter.link.title': 'Hier ist Ihr Link',
  'letter.link.text': 'Er meldet Sie einmal an und gilt eine Stunde, auf welchem Gerät Sie ihn auch öffnen.',
  'letter.link.action': 'Anmelden',
  'letter.link.unasked':
    'Sie haben ihn nicht verlangt? Dann hat jemand Ihre Adresse eingetippt. Tun Sie nichts: Ohne diese Mail kommt niemand hinein.',
  'letter.not-you': 'War es jemand anders? Sagen Sie es sofort denen, die das Netzwerk betreiben: {address}',
  'letter.new-mail.subject': 'Bestätigen Sie Ihre Adresse',
  'letter.new-mail.title': 'Ist das Ihre Adresse?',
  'letter.new-mail.text':
    'Jemand möchte diese Adresse für ein Konto verwenden. Wenn Sie das sind, öffnen Sie den Link innerhalb eines Tages.',
  'letter.new-mail.action': 'Diese Adresse nehmen',
  'letter.new-mail.unasked': 'Sie sind es nicht? Tun Sie nichts: Morgen ist die Adresse vergessen.',
  'letter.mail.subject': 'Ihre Adresse wurde geändert',
  'letter.mail.title': 'Ihre Adresse wurde geändert',
  'letter.mail.text':
    'Ihr Konto ist ab jetzt unter einer anderen Adresse erreichbar. Dies ist die letzte Mail an diese. Alle anderen Sitzungen sind beendet.',
  'letter.password.subject': 'Ihr Passwort wurde geändert',
  'letter.password.title': 'Ihr Passwort wurde geändert',
  'letter.password.text': 'Für Ihr Konto wurde ein neues Passwort gesetzt. Alle anderen Sitzungen sind beendet.',
  'letter.no-password.subject': 'Ihr Passwort wurde entfernt',
  'letter.no-password.title': 'Ihr Passwort wurde entfernt',
  'letter.no-password.text':
    'Ihr Konto hat kein Passwort mehr: Passkeys und Links per Mail öffnen es. Alle anderen Sitzungen sind beendet.',
  'letter.goodbye.subject': 'Ihr Konto ist gelöscht',
  'letter.goodbye.title': 'Ihr Konto ist gelöscht',
  'letter.goodbye.text': 'Wie Sie es wollten, ist alles davon weg. Mit dieser Mail vergessen wir auch Ihre Adresse.',

  'seat.owner': 'Leitung',
  'seat.editor': 'Redaktion',
  'seat.contributor': 'Mitarbeit',
  'letter.door.join.subject': 'Ihr Link',
  'letter.door.join.title': 'Hier ist Ihr Link',
  'letter.door.join.text':
    'Damit zeigen Sie, dass diese Adresse Ihnen gehört. Er gilt einmal, einen Tag lang, auf welchem Gerät Sie ihn auch öffnen. Bevor Sie ihn benutzt haben, wird nichts aufbewahrt.',
  'letter.door.join.action': 'Weiter',
  'letter.door.invited.subject': 'Eine Einladung',
  'letter.door.invited.title': 'Sie sind eingeladen',
  'letter.door.invited.text':
    '{member} lädt Sie ein, bei {network} die Aufnahme zu beantragen. Was das ist und was es verlangt, steht auf der ersten Seite. Der Link gilt einmal, eine Woche lang.',
  'letter.door.invited.action': 'Ansehen',
  'letter.door.seat.subject': 'Eine Einladung',
  'letter.door.seat.title': 'Sie sind eingeladen',
  'letter.door.seat.text':
    '{member} hätte Sie gern dabei, in der Rolle „{role}“. Was das bedeutet, steht auf der Seite; dort können Sie auch ablehnen. Der Link gilt eine Woche.',
  'letter.door.seat.action': 'Ansehen',
  'letter.door.unasked':
    'Sie haben das nicht verlangt? Dann hat jemand Ihre Adresse eingetippt. Tun Sie nichts: Es bleibt nichts davon, und ohne diese Mail kommt niemand weiter.',
  'letter.door.unwanted':
    'Sie möchten das nicht? Tun Sie nichts. Wenn der Link abgelaufen ist, bleibt nichts von Ihrer Adresse.',
}
