import type { CatalogueOf } from '../catalogue.ts'
import type { moderation as en } from './en.ts'

export const moderation: CatalogueOf<typeof en> = {
  'moderation.title': 'Avisos',
  'moderation.lede.closed':
    'O que se decidiu. O que se escreveu apaga-se ao fim de um ano, a forma de contactar quem escreveu ao fim de 30 dias.',
  'moderation.none.closed': 'Ainda nada foi decidido.',
  'moderation.open': 'O que espera',
  'moderation.due': 'a decidir até {date}',
  'moderation.late': 'era para decidir até {date}',
  'moderation.decided': 'decidido em {date}',
  'moderation.forgotten': 'Apagado depois do seu tempo',
  'moderation.came': 'Chegou',
  'moderation.language': 'Escrito em',
  'moderation.story': 'Notícia',
  'moderation.member': 'Membro',
  'moderation.where': 'Onde',
  'moderation.contact': 'Contactar quem escreveu',
  'moderation.contact.none': 'Não deixou forma de contacto; pode consultar o seu recibo.',
  'moderation.why': 'O que se decidiu, e porquê?',
  'moderation.why.hint':
    'Quem tem o número lê exatamente isto, no recibo. Escreva na sua língua, se puder, e não nomeie ninguém.',
  'moderation.decide': 'Fechar com esta decisão',
  'moderation.error.missing': 'Diga o que se decidiu: quem escreveu está à espera.',
  'moderation.error.long': 'Tem mais de 2000 caracteres. Diga-o mais brevemente.',
  'moderation.error.closed': 'Outra pessoa acabou de decidir; as suas palavras estão abaixo.',
}
