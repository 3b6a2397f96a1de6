import type { CatalogueOf } from '../catalogue.ts'
import type { republish as en } from './en.ts'

export const republish: CatalogueOf<typeof en> = {
  'licence.release': 'divulgado para publicação, com crédito',
  'republish.full.title': 'Republicar esta notícia',
  'republish.excerpt.title': 'Citar esta notícia',
  'republish.headline.title': 'Pôr um link para esta notícia',
  'republish.full': 'Pode publicar esta notícia na íntegra: {licence}.',
  'republish.excerpt': {
    one: 'Cite até {count} palavra, com o crédito por baixo, e ponha um link para a notícia.',
    many: 'Cite até {count} de palavras, com o crédito por baixo, e ponha um link para a notícia.',
    other: 'Cite até {count} palavras, com o crédito por baixo, e ponha um link para a notícia.',
  },
  'republish.headline': 'Use o título e ponha um link para a notícia. Para mais, pergunte a {publisher}.',
  'republish.full.more': 'HTML, Markdown, texto e imagens',
  'republish.excerpt.more': 'A citação, pronta a colar',
  'republish.headline.more': 'Título e link, prontos a colar',
  'republish.keep':
    'Deixe o crédito e os links como estão. Se a notícia for corrigida ou retirada aqui, faça por favor o mesmo à sua cópia.',
  'republish.byHand': 'Selecione o texto de um campo e copie-o.',
  'republish.text': 'texto',
  'republish.html.hint':
    'Para o editor do seu site: num campo de código fica código, entre palavras fica texto formatado.',
  'republish.md.hint': 'Com os dados da notícia no cabeçalho, para sites feitos de ficheiros.',
  'republish.txt.hint': 'Para impressão, e-mail e mensagens.',
  'republish.copy': 'Copiar {format}',
  'republish.copied': 'Copiado.',
  'republish.selected': 'O seu navegador não deixa esta página copiar. O texto está selecionado: copie-o agora.',
  'republish.canonical': 'Endereço canónico',
  'republish.canonical.hint':
    'Se o seu sistema pergunta onde está o original, indique este: assim os motores de busca sabem de quem é a notícia.',
  'republish.pictures': 'Imagens',
  'republish.pictures.hint': 'Descarregue-as e sirva-as a partir do seu próprio site, com o respetivo crédito.',
  'republish.picture.alt': 'Em palavras: {alt}',
  'republish.download': 'Descarregar a imagem',
  'source.canonical': 'Originais nos motores de busca',
  'source.canonical.hint': 'Quem encontra uma das suas notícias num motor de busca é levado a uma só página.',
  'source.canonical.original': 'ao original, se tiver endereço',
  'source.canonical.here': 'à página da notícia aqui',
  'translations.also': 'Também em: {languages}',
  'desk.field.translationOf': 'Tradução de',
  'desk.hint.translationOf':
    'O endereço de uma notícia sua que diz aqui o mesmo noutra língua: cada página leva então à outra.',
  'desk.must.translationOf': 'Indique o endereço de uma notícia sua que esteja aqui noutra língua.',
}
