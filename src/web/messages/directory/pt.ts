import type { CatalogueOf } from '../catalogue.ts'
import type { directory as en } from './en.ts'

export const directory: CatalogueOf<typeof en> = {
  'members.views': 'Maneiras de ver os membros',
  'members.by.name': 'De A a Z',
  'members.by.kind': 'Por tipo',
  'members.by.country': 'Por país',
  'members.by.map': 'Mapa',
  'letters.label': 'Ir a uma letra',
  'members.filter.kind': 'Tipo',
  'members.filter.language': 'Escreve em',
  'members.filter.any': 'qualquer',
  'members.filter.do': 'Mostrar',
  'members.filter.none': 'Nenhum membro corresponde a esta escolha.',
  'members.filter.off': 'Ver todos os membros',
  'members.newest': 'última em {date}',
  'members.languages.more': { one: 'mais {count}', many: 'mais {count}', other: 'mais {count}' },
  'members.pages': 'Páginas desta lista',
  'members.page': '{title}, página {page} de {pages}',
  'members.page.before': 'Página anterior',
  'members.page.after': 'Página seguinte',
  'members.more': { one: 'e mais {count}', many: 'e mais {count}', other: 'e mais {count}' },
  'members.country.lede':
    'Onde os membros dizem estar. Dizê-lo é escolha de cada um; quem não o diz não entra em nenhuma conta desta página.',
  'members.country.empty': 'Nenhum membro diz onde está.',
  'members.map.label': 'Os membros num mapa do mundo',
  'members.map.bar': '{country}: {members}',
  'members.map.skip': 'Saltar o mapa: o mesmo em lista',
  'members.map.ink': 'Membros num país',
  'members.map.note':
    'Cada país com o seu tamanho real. Contornos simplificados de Natural Earth; por onde passam as fronteiras neste mapa nada diz sobre por onde deveriam passar.',

  'archive.trace.lede':
    'Um traço por dia: quanto mais longo, mais se publicou. Cada linha é um ano, e cada uma das suas doze partes abre um mês.',
  'archive.trace.most': 'O dia mais movimentado até agora: {day}, com {stories}.',
  'archive.trace.month': '{month}: {stories}',
}
