import type { CatalogueOf } from '../catalogue.ts'
import type { doors as en } from './en.ts'

export const doors: CatalogueOf<typeof en> = {
  'doors.unsent': 'Um ponto ainda não está bem.',

  'passkey.do': 'Entrar com uma chave de acesso',
  'passkey.about':
    'O seu dispositivo reconhece quem o usa pelo dedo, pelo rosto ou pelo código. Nada para escrever, nada para lembrar.',
  'passkey.cancelled':
    'Não se fez nada: foi interrompido, ou demorou demasiado. Carregue no botão para tentar outra vez.',
  'passkey.known': 'Este dispositivo já tem uma chave de acesso para a sua conta.',
  'passkey.failed': 'O seu navegador não conseguiu fazê-lo aqui. Tente outro dispositivo, ou outra forma de entrar.',
  'sign-in.error.passkey.wrong':
    'Esta chave de acesso não abre nada aqui. Talvez tenha sido removida. As outras formas de entrar continuam a funcionar.',
  'sign-in.error.passkey.over': 'Esta página esteve aberta muito tempo. Carregue outra vez no botão, por favor.',

  'passkeys.title': 'Chaves de acesso',
  'passkeys.none':
    'Ainda não tem nenhuma. Com uma chave de acesso entra sem escrever nada, e ninguém lha pode apanhar com um engano.',
  'passkeys.begin': 'Acrescentar uma chave de acesso',
  'passkeys.change': 'Acrescentar, renomear ou remover chaves de acesso',
  'passkeys.about':
    'Uma chave de acesso fica no seu telefone, no seu computador ou no seu gestor de palavras-passe. Basta ela para entrar: sem palavra-passe, sem código.',
  'passkeys.added': 'acrescentada em {date}',
  'passkeys.used': 'usada pela última vez em {date}',
  'passkeys.unused': 'nunca usada',
  'passkeys.backed-up': 'sincronizada entre dispositivos',
  'passkeys.unnamed': 'Chave de acesso de {date}',
  'passkeys.edit': 'Alterar',
  'passkeys.add': 'Acrescentar uma chave de acesso',
  'passkeys.add.do': 'Acrescentar uma chave de acesso',
  'passkeys.name': 'Nome',
  'passkeys.name.hint': 'Para a reconhecer, por exemplo «Telefone» ou «Chave da gaveta».',
  'passkeys.device':
    'O seu dispositivo guarda-a com o endereço desta rede e com o nome que aqui usa. Quem puder ver as chaves de acesso do seu dispositivo vê isso.',
  'passkeys.needs': 'É preciso um navegador que conheça as chaves de acesso, com os scripts ligados para esta página.',
  'passkeys.impossible':
    'O endereço desta rede não permite chaves de acesso: precisam de https e de um nome. Quem a opera pode mudar isso.',
  'passkeys.enough': 'Tem tantas quantas uma conta pode ter. Remova uma para acrescentar outra.',
  'passkeys.rename.do': 'Guardar o nome',
  'passkeys.remove': 'Removê-la',
  'passkeys.remove.text':
    'Depois já ninguém entra com ela, e recebe um e-mail sobre isso. O seu dispositivo continua a oferecê-la até a apagar também nele.',
  'passkeys.remove.last': 'É a única que tem: depois entra com a palavra-passe ou com um link por e-mail.',
  'passkeys.remove.do': 'Remover esta chave de acesso',
  'passkeys.done.added': 'A chave de acesso está acrescentada. A partir de agora entra com ela.',
  'passkeys.done.renamed': 'O nome está guardado.',
  'passkeys.done.removed': 'A chave de acesso está removida.',
  'passkeys.error.wrong':
    'O que o seu dispositivo respondeu não corresponde ao que se perguntou. Tente outra vez, por favor.',
  'passkeys.error.over': 'Esta página esteve aberta muito tempo. Tente outra vez, por favor.',
  'passkeys.error.known': 'Esta chave de acesso já tinha sido acrescentada.',
  'passkeys.error.many': 'Tem tantas quantas uma conta pode ter. Remova uma para acrescentar outra.',
  'passkeys.error.unnamed': 'Dê-lhe um nome.',
  'passkeys.error.long': {
    one: 'Escolha um nome de {count} carácter, no máximo.',
    many: 'Escolha um nome de {count} de caracteres, no máximo.',
    other: 'Escolha um nome de {count} caracteres, no máximo.',
  },

  'code.title': 'Mais um passo',
  'code.about': 'A sua conta pede também um código. Abra o autenticador e escreva o que ele mostra.',
  'code.label': 'Código',
  'code.hint': 'Seis algarismos. Mudam a cada meio minuto.',
  'code.recovery.title': 'Sem o autenticador',
  'code.recovery.about':
    'Use um dos códigos de recuperação que guardou. Cada um serve uma vez. Uma chave de acesso não precisa de código.',
  'code.recovery.label': 'Código de recuperação',
  'code.recovery.hint': 'Doze caracteres, como 4k7m-q2xd-9vtp.',
  'code.recovery.do': 'Entrar com ele',
  'code.error.code':
    'Não é o código deste momento, ou já foi usado. Espere pelo próximo, e veja se o relógio do seu dispositivo está certo.',
  'code.error.recovery': 'Não é nenhum dos seus códigos de recuperação, ou já foi usado.',
  'code.error.closed':
    'Tentaram-se demasiados códigos errados. Durante uma hora só se entra com uma chave de acesso ou com um dos códigos de recuperação.',
  'code.error.over': 'Passaram dez minutos, ou começou noutro navegador. Comece de novo, por favor.',

  'authenticator.title': 'Autenticador',
  'authenticator.none':
    'Desligado. Com ele, quem tiver a sua palavra-passe precisa ainda de um código que só o seu dispositivo mostra. As chaves de acesso não o pedem.',
  'authenticator.begin': 'Instalar um autenticador',
  'authenticator.change': 'Criar novos códigos de recuperação, ou removê-lo',
  'authenticator.since': 'Desde {date}, uma palavra-passe ou um link por e-mail pede também um código.',
  'authenticator.about':
    'Um autenticador é uma aplicação que mostra um código novo a cada meio minuto. Funciona sem rede e não diz nada a ninguém.',
  'authenticator.scan': 'Primeiro: deixe-o ler isto',
  'authenticator.scan.text':
    'Escolha «adicionar» no autenticador e aponte-o para o quadrado. Vai mostrar o nome desta rede e o nome que aqui usa.',
  'authenticator.qr': 'Código QR para o seu autenticador. O que contém está abaixo em texto.',
  'authenticator.open': 'Abri-lo neste dispositivo',
  'authenticator.by-hand': 'Para escrever à mão',
  'authenticator.confirm': 'Depois: escreva o que ele mostra',
  'authenticator.code': 'Código',
  'authenticator.confirm.do': 'Ligá-lo',
  'authenticator.remove': 'Removê-lo',
  'authenticator.remove.text':
    'Depois entra com a palavra-passe ou com um link por e-mail sem código, e os códigos de recuperação deixam de valer. Recebe um e-mail sobre isso.',
  'authenticator.remove.do': 'Remover o autenticador',
  'authenticator.done.on': 'O autenticador está ligado.',
  'authenticator.done.off': 'O autenticador está removido. Abaixo pode instalar outro.',
  'authenticator.done.codes': 'Valem os novos códigos de recuperação. Os antigos já não servem.',
  'authenticator.error.code':
    'Não é o que deveria mostrar agora. Espere pelo próximo código, e veja se o relógio do seu dispositivo está certo.',
  'authenticator.error.over': 'Esta página esteve aberta demasiado tempo. Aqui está um novo quadrado para ler.',

  'codes.title': 'Códigos de recuperação',
  'codes.new': 'Os seus códigos de recuperação',
  'codes.about': 'Com cada um entra uma vez, em lugar do autenticador, quando ele se perde ou não está à mão.',
  'codes.once': 'Mostram-se agora e nunca mais. Imprima-os ou escreva-os, e guarde-os longe do seu dispositivo.',
  'codes.left': {
    one: 'Resta {count} código de recuperação.',
    many: 'Restam {count} de códigos de recuperação.',
    other: 'Restam {count} códigos de recuperação.',
  },
  'codes.few': 'Crie novos em breve.',
  'codes.again': 'Perderam-se, ou alguém os viu? Crie dez novos. Os antigos deixam então de valer.',
  'codes.again.do': 'Criar novos códigos de recuperação',
  'codes.download': 'Guardar num ficheiro',
  'codes.download.text': 'O ficheiro não diz o nome desta rede.',
  'codes.kept': 'Já os guardei',
  'codes.file': 'Cada um serve uma vez.',

  'letter.change.subject': 'Uma mudança na sua conta',
  'letter.change.action': 'Ver a sua conta',
  'letter.change.not-you':
    'Não foi você? Entre, encerre as sessões que não conhece, remova as chaves de acesso que não conhece e defina uma nova palavra-passe.',
  'letter.passkey-added.title': 'Acrescentou-se uma chave de acesso',
  'letter.passkey-added.text':
    'Em {date} acrescentou-se à sua conta a chave de acesso «{name}». Basta ela para entrar.',
  'letter.passkey-removed.title': 'Removeu-se uma chave de acesso',
  'letter.passkey-removed.text':
    'Em {date} removeu-se da sua conta a chave de acesso «{name}». Já ninguém entra com ela.',
  'letter.authenticator-on.title': 'Instalou-se um autenticador',
  'letter.authenticator-on.text':
    'Desde {date} a sua conta pede um código do autenticador depois de uma palavra-passe ou de um link por e-mail.',
  'letter.authenticator-off.title': 'O autenticador foi removido',
  'letter.authenticator-off.text':
    'Desde {date} a sua conta já não pede código, e os códigos de recuperação deixaram de valer.',
  'letter.codes-made.title': 'Criaram-se novos códigos de recuperação',
  'letter.codes-made.text':
    'Em {date} criaram-se dez novos códigos de recuperação para a sua conta. Os antigos deixaram de valer.',
  'letter.code-used.title': 'Usou-se um código de recuperação',
  'letter.code-used.text': {
    one: 'Em {date} alguém entrou na sua conta com um código de recuperação. Resta {count}: crie novos.',
    many: 'Em {date} alguém entrou na sua conta com um código de recuperação. Restam {count}.',
    other: 'Em {date} alguém entrou na sua conta com um código de recuperação. Restam {count}.',
  },
}
