import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closingOf } from './closing.ts'
import { sanitise } from './sanitise.ts'

const close = (html: string, isRelease = true) => closingOf(sanitise(html), isRelease)

test('ENDS, ### and -30- close a release; what follows is kept as notes', () => {
  for (const mark of [
    'ENDS',
    '- ENDS -',
    'Ends',
    '###',
    '# # #',
    '-30-',
    '– 30 –',
    '(END)',
    'ENDE',
    'FIN',
    'Конец',
    'انتهى',
    '以上',
  ])
    assert.deepEqual(
      close(`<p>Body.</p><p><strong>${mark}</strong></p><p><b>Notes to editors</b></p><ol><li>One</li></ol>`),
      { body: '<p>Body.</p>', notes: '<p><b>Notes to editors</b></p><ol><li>One</li></ol>' },
      mark,
    )
})

test('contacts after the mark are for editors; who the sender is, helplines and warnings are for everybody', () => {
  const { body, notes } = close(
    '<p>Body.</p><p>###</p><p>Contact: A. Person, 020 1234 5678</p><p>About Us: we are.</p><p>We do more.</p><p>Media contact: a@b.example</p><p>Helpline: 0800 1</p>',
  )
  assert.equal(body, '<p>Body.</p><p>About Us: we are.</p><p>We do more.</p><p>Helpline: 0800 1</p>')
  assert.equal(notes, '<p>Contact: A. Person, 020 1234 5678</p><p>Media contact: a@b.example</p>')
})

test('of several marks the first closes; what stands between them is after the end', () => {
  assert.deepEqual(
    close('<p>A body of some length.</p><p>###</p><p>About Us: we are.</p><p>Contact: us</p><p>###</p>'),
    {
      body: '<p>A body of some length.</p><p>About Us: we are.</p>',
      notes: '<p>Contact: us</p>',
    },
  )
})

test('lines of one paragraph are told apart as paragraphs are', () => {
  assert.deepEqual(close('<p>Body<br>Text<br>###<br>About X<br>We are X.<br>Contact: us</p>'), {
    body: '<p>Body<br>Text<br>About X<br>We are X.</p>',
    notes: '<p>Contact: us</p>',
  })
})

test('a release without a mark ends where notes to editors begin, near its end', () => {
  assert.deepEqual(close('<p>A body of some length.</p><h3>Editor’s notes</h3><p>One.</p>'), {
    body: '<p>A body of some length.</p>',
    notes: '<h3>Editor’s notes</h3><p>One.</p>',
  })
  const above = '<p>Media contact: A. Person</p><p>A body of some length, longer than the line above it.</p>'
  assert.deepEqual(close(above), { body: above, notes: '' })
})

test('another text is closed only by what nobody writes by chance', () => {
  assert.deepEqual(close('<p>Body.</p><p># # #</p>', false), { body: '<p>Body.</p>', notes: '' })
  assert.deepEqual(close('<p>Body.</p><p>ENDS</p><p>Notes for editors</p><p>n</p>', false), {
    body: '<p>Body.</p>',
    notes: '<p>Notes for editors</p><p>n</p>',
  })
  for (const html of [
    '<p>Body.</p><p>-30-</p><p>and more</p>',
    '<p>He cried.</p><p>Fin</p>',
    '<p>It ends.</p>',
    '<p>Body.</p><p>For more information, see the report.</p>',
  ])
    assert.deepEqual(close(html, false), { body: html, notes: '' })
})

test('nothing is lost: every word is in the body, in the notes, or is the mark', () => {
  const html = '<div><p>One <b>two</b>.</p><p>ENDS</p><ul><li>three</li><li>four</li></ul>five<p>six</p></div>'
  const { body, notes } = close(html)
  for (const word of ['One', 'two', 'three', 'four', 'five', 'six'])
    assert.equal([body, notes].filter((part) => part.includes(word)).length, 1, word)
})
