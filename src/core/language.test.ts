import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalLanguage, guessLanguage } from './language.ts'

test('a declared language is taken in canonical form, and only when it can be one', () => {
  assert.equal(canonicalLanguage('en-us'), 'en-US')
  assert.equal(canonicalLanguage('pt_BR'), 'pt-BR')
  assert.equal(canonicalLanguage(' de '), 'de')
  for (const none of [undefined, null, '', 'english', 'und', 'x', 'en us', '<b>'])
    assert.equal(canonicalLanguage(none), undefined, String(none))
})

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
    ['xyz', undefined],
    ['', undefined],
  ]
  for (const [text, language] of table) assert.equal(guessLanguage(text), language, text)
})
