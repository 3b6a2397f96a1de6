import type { CatalogueOf } from '../../catalogue.ts'
import type { lettersOfModeration as en } from './en.ts'

export const lettersOfModeration: CatalogueOf<typeof en> = {
  'letter.approved.subject': 'Une bonne nouvelle sur votre candidature',
  'letter.approved.title': 'Bienvenue',
  'letter.approved.text': 'Votre candidature a été acceptée : vous faites maintenant partie du réseau {network}.',
  'letter.approved.action': 'Compléter votre profil',
  'letter.approved.next':
    'Ensuite, vous pouvez montrer que votre site est à vous, l’ajouter comme source, inviter des collègues et partager votre premier article.',
  'letter.returned.subject': 'Une question sur votre candidature',
  'letter.returned.title': 'Nous aimerions savoir quelque chose',
  'letter.returned.text': 'Quelqu’un a lu votre candidature et demande :',
  'letter.returned.action': 'Répondre',
  'letter.returned.kept': 'Tout ce que vous avez écrit est conservé. Seule notre équipe lit votre réponse.',
  'letter.refused.subject': 'À propos de votre candidature',
  'letter.refused.title': 'Nous ne pouvons pas accepter votre candidature',
  'letter.refused.appeal':
    'Si vous pensez que nous avons tort, vous pouvez demander une fois qu’une autre personne la réexamine.',
  'letter.refused.action': 'Demander un réexamen par une autre personne',
  'letter.refused.kept': 'Rien de votre candidature n’a jamais été public, et rien ne le sera.',
  'letter.notice.subject': 'Un signalement a été traité',
  'letter.notice.title': 'On nous a signalé quelque chose, et nous avons décidé',
  'letter.notice.text': 'Le signalement concernait {member} ou l’un de ses articles. Voici ce que nous avons décidé :',
  'letter.notice.action': 'Nous écrire à ce sujet',
  'letter.notice.who':
    'Qui a signalé n’est dit à personne. Aucun signalement ne cache rien à lui seul : ce sont des personnes qui décident.',
  'letter.warn.subject': 'Un avertissement',
  'letter.warn.title': 'Veuillez lire ceci',
  'letter.warn.text': 'Voici un avertissement concernant {member}. Rien d’autre ne change.',
  'letter.suspend.subject': 'Une suspension',
  'letter.suspend.title': 'Votre publication a été suspendue',
  'letter.suspend.text':
    '{member} est suspendu : vous pouvez encore voir tout ce qui est à vous, mais n’y rien changer.',
  'letter.suspend.until': 'La suspension prend fin d’elle-même après le {date}.',
  'letter.suspend.open': 'Elle dure jusqu’à ce que nous y mettions fin.',
  'letter.suspend.stay':
    'Vos articles restent là où le public les trouve. Vos sources ne sont pas lues pendant ce temps.',
  'letter.suspend.held':
    'Le public ne voit pas vos articles pendant ce temps ; ils reviennent à la fin de la suspension. D’ici là, vos sources ne sont pas lues.',
  'letter.end.subject': 'La suspension est terminée',
  'letter.end.action': 'Aller à votre bureau',
  'letter.end.title': 'Bon retour',
  'letter.end.text':
    'La suspension qui touchait {member} est terminée. Ce qu’elle retenait revient au public, et vos sources sont de nouveau lues.',
  'letter.remove.subject': 'Une exclusion du réseau',
  'letter.remove.title': 'Votre publication a été exclue',
  'letter.remove.text': '{member} ne fait plus partie du réseau.',
  'letter.remove.stay': 'Ce qui a été publié reste, avec son nom.',
  'letter.remove.withdrawn': 'Ce qui a été publié est retiré, et qui l’a repris en est informé.',
  'letter.measure.ground': 'Le motif : {ground}.',
  'letter.measure.appeal': 'Vous pouvez demander une fois qu’une autre personne réexamine la décision.',
  'letter.outsider.subject': 'Un recours à examiner',
  'letter.outsider.title': 'Bonjour {name},',
  'letter.outsider.text':
    'Vous avez accepté d’entendre les recours pour {network}. Il n’y a pas de deuxième personne à la modération, et celui-ci vous revient donc.',
  'letter.outsider.about': '{what} : {name}, décidé le {date}.',
  'letter.outsider.told': 'Ce qui leur a été dit :',
  'letter.outsider.said': 'Leur réponse :',
  'letter.outsider.answer':
    'Veuillez dire à l’équipe du réseau ce que vous en concluez, et pourquoi. Elle le consigne, et la personne qui a formé le recours le lit. Gardez cet e-mail pour vous, et supprimez-le ensuite.',
  'letter.appeal.subject': 'Votre recours a été tranché',
  'letter.appeal.stands': 'La décision est maintenue',
  'letter.appeal.granted': 'Vous aviez raison',
  'letter.appeal.action': 'Voir le recours et la réponse',
  'letter.appeal.last': 'Une autre personne qu’auparavant a examiné l’affaire. Elle est ainsi close.',
}
