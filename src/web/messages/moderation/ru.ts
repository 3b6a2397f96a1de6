import type { CatalogueOf } from '../catalogue.ts'
import type { moderation as en } from './en.ts'

export const moderation: CatalogueOf<typeof en> = {
  'moderation.title': 'Обращения',
  'moderation.lede.closed':
    'Принятые решения. Текст обращения удаляется через год, способ связи с автором — через 30 дней.',
  'moderation.none.closed': 'Пока ничего не решено.',
  'moderation.open': 'Что ждёт',
  'moderation.due': 'решить до {date}',
  'moderation.late': 'срок решения истёк {date}',
  'moderation.decided': 'решение от {date}',
  'moderation.forgotten': 'Удалено по истечении срока',
  'moderation.came': 'Получено',
  'moderation.language': 'Язык обращения',
  'moderation.story': 'Материал',
  'moderation.member': 'Участник',
  'moderation.where': 'Где',
  'moderation.contact': 'Связь с автором',
  'moderation.contact.none': 'Способ связи не указан; ответ можно прочесть на странице обращения.',
  'moderation.why': 'Что решено и почему?',
  'moderation.why.hint':
    'Тот, у кого есть номер, прочтёт именно это на странице обращения. По возможности пишите на языке обращения и никого не называйте.',
  'moderation.decide': 'Закрыть с этим решением',
  'moderation.error.missing': 'Напишите, что решено: автор обращения ждёт ответа.',
  'moderation.error.long': 'Это длиннее 2000 знаков. Скажите короче.',
  'moderation.error.closed': 'Решение только что принято без вас; его текст приведён ниже.',
}
