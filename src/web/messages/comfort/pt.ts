import type { CatalogueOf } from '../catalogue.ts'
import type { comfort as en } from './en.ts'

/** The comfort of reading, in Portuguese. */
export const comfort: CatalogueOf<typeof en> = {
  'read.minutes': {
    one: '{count} min de leitura',
    many: '{count} min de leitura',
    other: '{count} min de leitura',
  },
  'zone.network': 'Horas: {zone}',
  'zone.reader': 'Horas: as suas, {zone}',

  'since.offer': 'Marcar o que há de novo desde a minha última visita',
  'since.where': 'fica apenas neste navegador',
  'since.begun': 'A partir da sua próxima visita, o que é novo aparece marcado aqui.',
  'since.told': 'Novas desde a sua última visita ({day}): {count}',
  'since.none': 'Nada de novo desde a sua última visita ({day}).',
  'since.forget': 'Esquecer as minhas visitas',
  'since.new': 'Nova',

  'share.title': 'Partilhar',
  'share.mail': 'E-mail',
  'share.copy': 'Copiar o endereço',
  'share.copied': 'Copiado',
  'share.more': 'Outras formas…',

  'keys.title': 'Teclado',
  'keys.search': 'pesquisar',
  'keys.next': 'notícia seguinte',
  'keys.previous': 'notícia anterior',
  'keys.open': 'abrir a notícia',
  'keys.go': 'últimas, comunicados, membros, arquivo',
  'keys.help': 'estas teclas',
  'keys.on': 'As teclas soltas funcionam aqui',
  'keys.close': 'Fechar',

  'offline.title': 'Edição sem ligação',
  'offline.lede':
    'Este dispositivo pode guardar as notícias mais recentes, para serem lidas onde não há ligação à internet ou onde ela foi cortada.',
  'offline.what.title': 'O que fica guardado',
  'offline.what': {
    one: 'A {count} notícia mais recente, em texto sem imagens, neste navegador: cerca de {size}.',
    many: 'As {count} notícias mais recentes, em texto sem imagens, neste navegador: cerca de {size}.',
    other: 'As {count} notícias mais recentes, em texto sem imagens, neste navegador: cerca de {size}.',
  },
  'offline.renewed':
    'Enquanto uma destas páginas estiver aberta, e no máximo uma vez por hora, o navegador pergunta aqui, e em mais lado nenhum, o que há de novo. Uma notícia retirada desaparece então do seu dispositivo: não antes de este voltar a contactar-nos.',
  'offline.seen.title': 'Quem pode vê-lo',
  'offline.seen.device':
    'Quem tiver este dispositivo na mão e conseguir abri-lo vê que guarda estas notícias. Se lhe podem tirar o dispositivo, não as guarde.',
  'offline.seen.host':
    'A máquina de onde vêm estas páginas vê que alguém pede as notícias, como acontece com qualquer página, e não regista quem. O seu fornecedor de acesso vê que visita {network}.',
  'offline.seen.never':
    'Quais delas lê, não ficamos a saber. O histórico do seu navegador pode registá-lo, como com qualquer página.',
  'offline.keep': {
    one: 'Guardar a {count} notícia mais recente neste dispositivo',
    many: 'Guardar as {count} notícias mais recentes neste dispositivo',
    other: 'Guardar as {count} notícias mais recentes neste dispositivo',
  },
  'offline.keeping': 'A buscar as notícias…',
  'offline.kept': 'Guardadas neste dispositivo, tal como estavam em {date}.',
  'offline.failed': 'Não resultou. Nada ficou guardado. Tente outra vez onde a rede for melhor.',
  'offline.unable':
    'Este navegador não consegue guardar páginas aqui: talvez seja uma janela privada, ou o endereço não comece por https.',
  'offline.script': 'Para guardar as notícias por si, o navegador precisa de JavaScript.',
  'offline.by-hand': 'Também pode abrir {link} e guardar essa página com o seu navegador.',
  'offline.by-hand.link': 'todas numa só página',
  'offline.erase.title': 'Apagar',
  'offline.erase': 'Apagar tudo o que é nosso neste navegador',
  'offline.erase.what':
    'As notícias guardadas, a sua última visita e as suas escolhas desaparecem de imediato, mesmo sem ligação. Com ligação, pede-se ainda ao navegador que deite fora as cópias das nossas páginas. O histórico, o navegador não no-lo mostra: só você o pode apagar.',
  'offline.erased': 'Apagado. Neste navegador já não resta nada nosso, a não ser no histórico.',
  'offline.stories': {
    one: 'A {count} notícia mais recente',
    many: 'As {count} notícias mais recentes',
    other: 'As {count} notícias mais recentes',
  },
  'offline.as-of': 'Tal como estavam em {date}. O que foi retirado depois pode ainda estar aqui.',
  'offline.list': 'As notícias',
  'offline.back': 'Voltar à lista',
  'offline.none': 'Ainda não foi publicada nenhuma notícia.',
  'offline.manage': 'Sobre a edição sem ligação',
}
