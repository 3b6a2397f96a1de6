import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureRight, supplierIn } from './picture-rights.ts'

const own = ['Harbour Times', 'Harbour Times: News', 'Kim Osei']
const claim = { grant: 'credit', credit: '', own, elsewhere: false } as const

test('a picture that names nobody, or the member, or the story’s author, is the member’s to grant', () => {
  for (const credit of [
    '',
    'Harbour Times',
    '© 2026 Harbour Times',
    'Photo: The Harbour Times',
    'Kim Osei/Harbour Times',
  ]) {
    assert.equal(pictureRight({ ...claim, credit }).licence, 'headline', credit)
    assert.equal(pictureRight({ ...claim, grant: 'republish', credit }).licence, 'free', credit)
    assert.equal(pictureRight({ ...claim, grant: 'none', credit }).licence, 'unknown', credit)
  }
})

test('a picture that names a photographer is shown with that credit, and never handed on', () => {
  for (const credit of [
    'Jane Doe',
    'Photo by Jane Doe',
    'Jane Doe for Harbour Times',
    'Фото: Анна Петрова',
    '写真：山田花子',
  ])
    for (const grant of ['credit', 'republish'] as const)
      assert.equal(pictureRight({ ...claim, grant, credit }).licence, 'headline', credit)
})

test('a picture of an agency, a library, or somebody who let the member have it, is nobody’s to show', () => {
  const credits = [
    ...[
      'AFP',
      'Jane Doe/AFP',
      'AP Photo/Jane Doe',
      'REUTERS/Jane Doe',
      'dpa',
      'Foto: Jane Doe/dpa',
      'ТАСС',
      '写真：共同通信',
    ],
    ...['Getty Images', 'Jane Doe/Getty', 'Shutterstock.com', 'Jane Doe via Flickr', 'picture alliance / Jane Doe'],
    ...['Unsplash', 'Courtesy of the family', 'Handout', 'Foto: cedida', 'Wikimedia Commons'],
  ]
  for (const credit of credits)
    for (const grant of ['credit', 'republish'] as const) {
      const { licence, why } = pictureRight({ ...claim, grant, credit })
      assert.equal(licence, 'unknown', credit)
      assert.match(why, /not the member’s to grant/)
    }
})

test('an agency that is a member grants its own', () => {
  const afp = { ...claim, own: ['AFP'], credit: 'Jane Doe/AFP' }
  assert.equal(pictureRight(afp).licence, 'headline')
  assert.equal(pictureRight({ ...afp, credit: 'Agence France-Presse' }).licence, 'headline')
  assert.equal(pictureRight({ ...afp, credit: 'AFP', grant: 'republish' }).licence, 'free')
  assert.equal(pictureRight({ ...afp, credit: 'Reuters' }).licence, 'unknown')
})

test('a picture of a story that somebody else published first is not the member’s to grant', () => {
  assert.equal(pictureRight({ ...claim, elsewhere: true }).licence, 'unknown')
})

test('names that only look like a supplier’s are names', () => {
  for (const credit of [
    'Magnus Photo',
    'Ap Nguyen',
    'Tap Studios',
    'Keystonefield',
    'Andrea Gettysburg',
    'Dr Jane Doe',
  ])
    assert.equal(supplierIn(credit), undefined, credit)
})

test('a credit of any length is answered', () => {
  for (const credit of ['/'.repeat(100_000), ' photo'.repeat(50_000), '('.repeat(9_000), `${' '.repeat(90_000)}AFP`])
    assert.equal(typeof pictureRight({ ...claim, credit }).licence, 'string')
})
