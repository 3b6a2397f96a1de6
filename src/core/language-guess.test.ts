import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessLanguage } from './language-guess.ts'

test('an undeclared language is known by its script or its small words', () => {
  const table: [text: string, language: string | undefined][] = [
    ['The court has ruled that the archive may keep its name', 'en'],
    ['El tribunal permite que el archivo conserve su nombre', 'es'],
    ['Le tribunal permet aux archives de garder leur nom', 'fr'],
    ['Das Gericht erlaubt dem Archiv, seinen Namen zu behalten', 'de'],
    ['O tribunal permite que o arquivo mantenha o seu nome', 'pt'],
    ['Суд разрешил архиву сохранить своё имя, и это не всё', 'ru'],
    ['Суд дозволив архіву зберегти свою назву, і це не все', 'uk'],
    ['محكمة نيروبي تسمح للأرشيف بالاحتفاظ باسمه في كينيا', 'ar'],
    ['دادگاه نایروبی اجازه داد که این بایگانی نام خود را نگه دارد', 'fa'],
    ['בית המשפט מתיר לארכיון לשמור על שמו', 'he'],
    ['裁判所はアーカイブの名前を認めた', 'ja'],
    ['法院允许社区档案馆保留其名称', 'zh'],
    ['법원은 기록 보관소의 이름을 허용했다', 'ko'],
    ['Retten i Nairobi lod arkivet beholde sit navn, hvad foreningen havde bedt om', 'da'],
    ['Retten i Nairobi lot arkivet beholde navnet sitt, noe foreningen hadde bedt om', 'no'],
    ['Rätten i Nairobi lät arkivet behålla sitt namn, vilket föreningen hade bett om', 'sv'],
    ['Il tribunale ha deciso che l’archivio può tenere il suo nome', 'it'],
    ['De rechtbank besliste dat het archief zijn naam mag houden', 'nl'],
    ['Sąd orzekł, że archiwum może zachować swoją nazwę', 'pl'],
    ['Mahkeme arşivin adını koruyabileceğine karar verdi', 'tr'],
    ['Mahakama iliamua kwamba hifadhi ya kumbukumbu ina haki ya jina lake', 'sw'],
    ['Celebração da diversidade reúne gerações', 'pt'],
    ['xyz', undefined],
    ['Harbour Times', undefined],
    ['', undefined],
  ]
  for (const [text, language] of table) assert.equal(guessLanguage(text), language, text)
})

test('a text in two scripts is in the one that most of it is in', () => {
  assert.equal(guessLanguage('BBC и CNN сообщили, что суд принял решение'), 'ru')
  assert.equal(guessLanguage('東京の裁判所は The Archive という名前を認めた'), 'ja')
})
