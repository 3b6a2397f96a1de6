import type { CatalogueOf } from '../catalogue.ts'
import type { directory as en } from './en.ts'

export const directory: CatalogueOf<typeof en> = {
  'members.views': 'Как смотреть на участников',
  'members.by.name': 'По алфавиту',
  'members.by.kind': 'По типу',
  'members.by.country': 'По странам',
  'members.by.map': 'Карта',
  'letters.label': 'К букве',
  'members.filter.kind': 'Тип',
  'members.filter.language': 'Язык',
  'members.filter.any': 'все',
  'members.filter.do': 'Показать',
  'members.filter.none': 'Таких участников нет.',
  'members.filter.off': 'Показать всех участников',
  'members.newest': 'последний — {date}',
  'members.languages.more': {
    one: 'ещё {count}',
    few: 'ещё {count}',
    many: 'ещё {count}',
    other: 'ещё {count}',
  },
  'members.pages': 'Страницы этого списка',
  'members.page': '{title}, страница {page} из {pages}',
  'members.page.before': 'Предыдущая страница',
  'members.page.after': 'Следующая страница',
  'members.more': { one: 'и ещё {count}', few: 'и ещё {count}', many: 'и ещё {count}', other: 'и ещё {count}' },
  'members.country.lede':
    'Где находятся участники, по их собственным словам. Говорить ли об этом, каждый решает сам; кто не говорит, того здесь нет ни в одном числе.',
  'members.country.empty': 'Ни один участник не говорит, где он находится.',
  'members.map.label': 'Участники на карте мира',
  'members.map.bar': '{country}: {members}',
  'members.map.skip': 'Пропустить карту: то же списком',
  'members.map.ink': 'Участников в стране',
  'members.map.note':
    'Каждая страна показана в своей истинной величине. Очертания упрощены по данным Natural Earth; то, где на этой карте проходят границы, ничего не говорит о том, где им следует проходить.',

  'archive.trace.lede':
    'Штрих за каждый день: чем он длиннее, тем больше было опубликовано. Строка — это год, и каждая из двенадцати её частей открывает месяц.',
  'archive.trace.most': 'Самый насыщенный день: {day} ({stories}).',
  'archive.trace.month': '{month}: {stories}',
}
