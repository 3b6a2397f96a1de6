import type { CatalogueOf } from '../../catalogue.ts'
import type { lettersOfModeration as en } from './en.ts'

export const lettersOfModeration: CatalogueOf<typeof en> = {
  'letter.approved.subject': 'Gute Nachrichten zu Ihrem Antrag',
  'letter.approved.title': 'Willkommen',
  'letter.approved.text': 'Ihr Antrag ist angenommen: Sie gehören jetzt zu {network}.',
  'letter.approved.action': 'Profil vervollständigen',
  'letter.approved.next':
    'Danach können Sie zeigen, dass Ihre Website Ihnen gehört, sie als Quelle hinzufügen, Ihr Team einladen und Ihren ersten Beitrag teilen.',
  'letter.returned.subject': 'Eine Frage zu Ihrem Antrag',
  'letter.returned.title': 'Wir möchten etwas wissen',
  'letter.returned.text': 'Jemand hat Ihren Antrag gelesen und fragt:',
  'letter.returned.action': 'Antworten',
  'letter.returned.kept': 'Alles, was Sie geschrieben haben, ist noch da. Nur unser Team liest Ihre Antwort.',
  'letter.refused.subject': 'Zu Ihrem Antrag',
  'letter.refused.title': 'Wir können Ihren Antrag nicht annehmen',
  'letter.refused.appeal':
    'Wenn Sie meinen, dass wir uns irren, können Sie einmal darum bitten, dass eine andere Person ihn ansieht.',
  'letter.refused.action': 'Um einen zweiten Blick bitten',
  'letter.refused.kept': 'Nichts an Ihrem Antrag war jemals öffentlich, und nichts wird es sein.',
  'letter.notice.subject': 'Über einen Hinweis wurde entschieden',
  'letter.notice.title': 'Wir haben einen Hinweis bekommen und entschieden',
  'letter.notice.text': 'In dem Hinweis ging es um {member} oder einen Beitrag von dort. Wir haben so entschieden:',
  'letter.notice.action': 'Uns deswegen schreiben',
  'letter.notice.who':
    'Von wem der Hinweis kam, erfährt niemand. Kein Hinweis lässt von selbst etwas verschwinden: Menschen entscheiden.',
  'letter.warn.subject': 'Eine Verwarnung',
  'letter.warn.title': 'Bitte lesen Sie dies',
  'letter.warn.text': 'Dies ist eine Verwarnung. Sie betrifft {member}. Sonst ändert sich nichts.',
  'letter.suspend.subject': 'Eine Sperre',
  'letter.suspend.title': 'Ihr Medium wurde gesperrt',
  'letter.suspend.text':
    '{member} ist gesperrt: Sie können weiter alles sehen, was Ihnen gehört, aber nichts davon ändern.',
  'letter.suspend.until': 'Die Sperre endet von selbst nach dem {date}.',
  'letter.suspend.open': 'Sie gilt, bis wir sie beenden.',
  'letter.suspend.stay': 'Ihre Beiträge bleiben zu lesen. Ihre Quellen werden so lange nicht abgerufen.',
  'letter.suspend.held':
    'Ihre Beiträge sind so lange nicht zu lesen; sie kommen wieder, wenn die Sperre endet. Bis dahin werden auch Ihre Quellen nicht abgerufen.',
  'letter.end.subject': 'Die Sperre ist zu Ende',
  'letter.end.action': 'Zu Ihren Mitteilungen',
  'letter.end.title': 'Willkommen zurück',
  'letter.end.text':
    'Die Sperre von {member} ist zu Ende. Was sie zurückgehalten hat, ist wieder zu lesen, und Ihre Quellen werden wieder abgerufen.',
  'letter.remove.subject': 'Das Ende einer Mitgliedschaft',
  'letter.remove.title': 'Ihr Medium wurde ausgeschlossen',
  'letter.remove.text': '{member} gehört nicht mehr zum Netzwerk.',
  'letter.remove.stay': 'Was dort erschienen ist, bleibt, unter dem alten Namen.',
  'letter.remove.withdrawn': 'Was dort erschienen ist, ist zurückgezogen; wer es übernommen hat, erfährt davon.',
  'letter.measure.ground': 'Der Grund: {ground}.',
  'letter.measure.appeal': 'Sie können einmal darum bitten, dass eine andere Person es ansieht.',
  'letter.outsider.subject': 'Ein Widerspruch, den Sie ansehen sollen',
  'letter.outsider.title': 'Guten Tag, {name},',
  'letter.outsider.text':
    'Sie haben zugesagt, Widersprüche für {network} anzuhören. Eine zweite Person gibt es in der Moderation nicht, deshalb kommt dieser zu Ihnen.',
  'letter.outsider.about': '{what}: {name}, entschieden am {date}.',
  'letter.outsider.told': 'Gesagt wurde:',
  'letter.outsider.said': 'Eingewandt wird:',
  'letter.outsider.answer':
    'Bitte sagen Sie dem Team des Netzwerks, wie Sie es sehen, und warum. Es schreibt das auf, und wer widersprochen hat, liest es. Behalten Sie diese Mail für sich, und löschen Sie sie danach.',
  'letter.appeal.subject': 'Über Ihren Widerspruch wurde entschieden',
  'letter.appeal.stands': 'Die Entscheidung bleibt',
  'letter.appeal.granted': 'Sie hatten recht',
  'letter.appeal.action': 'Widerspruch und Antwort ansehen',
  'letter.appeal.last': 'Eine andere Person als vorher hat ihn angesehen. Damit ist die Sache abgeschlossen.',
}
