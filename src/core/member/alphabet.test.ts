import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lettered } from './alphabet.ts'

function under(language: string, ...names: string[]) {
  return lettered(names, (name) => name, language).map(({ letter, entries }) => `${letter}: ${entries.join(', ')}`)
}

test('names stand under their letters without articles and accents, figures together', () => {
  assert.deepEqual(
    under(
      'en',
      'Zürich Out',
      'The Lambda',
      'Åsa',
      'Émile',
      'el Puente',
      '365 Days',
      '1st Page',
      'apple',
      'Erik',
      '***',
    ),
    [
      '·: ***',
      '0–9: 1st Page, 365 Days',
      'A: apple, Åsa',
      'E: Émile, Erik',
      'L: The Lambda',
      'P: el Puente',
      'Z: Zürich Out',
    ],
  )
})

test('numbers in names count', () => {
  assert.deepEqual(under('en', 'Radio 104', '365 Days', 'Radio 9', '24 Hours'), [
    '0–9: 24 Hours, 365 Days',
    'R: Radio 9, Radio 104',
  ])
})

test('what is a letter of its own depends on the language of the page', () => {
  assert.deepEqual(under('sv', 'Åsa', 'Zebra', 'Anna'), ['A: Anna', 'Z: Zebra', 'Å: Åsa'])
  assert.deepEqual(under('es', 'Ñandú', 'Nube', 'Otra'), ['N: Nube', 'Ñ: Ñandú', 'O: Otra'])
})

test('every script has its own letters, the page’s own script first', () => {
  assert.deepEqual(under('ar', 'Beirut', 'أخبار', 'إذاعة', 'نافذة'), ['ا: أخبار, إذاعة', 'ن: نافذة', 'B: Beirut'])
  assert.deepEqual(under('ru', 'Lambda', 'Ёлка', 'Енот'), ['Е: Ёлка, Енот', 'L: Lambda'])
  assert.deepEqual(under('th', 'เชียงใหม่', 'ชลบุรี', 'กรุงเทพ'), ['ก: กรุงเทพ', 'ช: ชลบุรี, เชียงใหม่'])
  assert.deepEqual(under('ko', '한겨레', '가람', '하늘'), ['ㄱ: 가람', 'ㅎ: 하늘, 한겨레'])
  assert.deepEqual(under('ja', '虹色通信', '新聞', 'カメラ', 'がくせい'), [
    'か: がくせい, カメラ',
    '漢: 新聞, 虹色通信',
  ])
})

test('nobody is lost or told twice, whatever they are called', () => {
  const names = ['', ' ', 'the', 'the ', '👩‍💻', 'ｆｕｌｌ', 'ﬁ', 'ß', 'İstanbul', '️', '한', 'ㄱ', '́x']
  for (const language of ['en', 'tr', 'ar', 'th', 'zh'])
    assert.equal(lettered(names, (name) => name, language).flatMap(({ entries }) => entries).length, names.length)
})
