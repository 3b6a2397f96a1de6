import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shownPictures, withKept } from './pictures.ts'
import type { Picture } from './story.ts'

const picture: Picture = { url: '/media/1f3c.webp', alt: '', caption: '', credit: 'A', licence: 'free' }

test('a picture is shown when the gate, its licence and its place all say so', () => {
  assert.deepEqual(shownPictures({ pictureUse: 'credit', pictures: [picture] }), [picture])
})

test('none is shown without the grant, of unknown licence, or from somebody else’s server', () => {
  assert.deepEqual(shownPictures({ pictureUse: 'none', pictures: [picture] }), [])
  assert.deepEqual(shownPictures({ pictureUse: 'credit', pictures: [{ ...picture, licence: 'unknown' }] }), [])
  for (const url of ['https://a.example/x.jpg', '//a.example/media/x', '/media/../x', '/media/', '/media/a/b'])
    assert.deepEqual(shownPictures({ pictureUse: 'republish', pictures: [{ ...picture, url }] }), [], url)
})

const own = ['Harbour Times', 'John Roe']
const rendition = { hash: 'aa', type: 'image/jpeg', width: 1200, height: 800 }
const kept = {
  ...{ url: 'https://cdn.example/a.jpg', width: 3000, height: 2000, colour: '#7a1f6b' },
  ...{ renditions: [{ ...rendition, hash: 'bb', type: 'image/webp', width: 480, height: 320 }, rendition] },
  ...{ caption: 'Boats', credit: 'Jane Doe' },
}

test('what we keep of a picture stands in its place, and its own data where nobody said anything', () => {
  const given: Picture = { url: kept.url, alt: '', caption: '', credit: '', licence: 'headline' }
  assert.deepEqual(shownPictures({ pictureUse: 'credit', pictures: [given] }), [])
  const [shown] = shownPictures({ pictureUse: 'credit', pictures: withKept([given], [kept], own) })
  const { url, width, height, caption, credit, colour } = shown ?? given
  assert.deepEqual([url, width, height, colour], ['/media/aa', 1200, 800, '#7a1f6b'])
  assert.deepEqual([caption, credit], ['Boats', 'Jane Doe'])
  const [said] = withKept([{ ...given, caption: 'Sails', credit: 'Harbour Times' }], [kept], own)
  assert.deepEqual([said?.caption, said?.credit], ['Sails', 'Harbour Times'])
})

test('what is not kept stays elsewhere, and is not shown; what nobody may show is not, though we keep it', () => {
  const other: Picture = { url: 'https://cdn.example/b.jpg', alt: '', caption: '', credit: '', licence: 'free' }
  assert.deepEqual(shownPictures({ pictureUse: 'republish', pictures: withKept([other], [kept], own) }), [])
  const unknown: Picture = { ...other, url: kept.url, licence: 'unknown' }
  assert.deepEqual(shownPictures({ pictureUse: 'republish', pictures: withKept([unknown], [kept], own) }), [])
})

test('a picture whose own data name somebody else is shown with that credit, and not handed on', () => {
  const given: Picture = { url: kept.url, alt: '', caption: '', credit: '', licence: 'free' }
  const licenceOf = (credit: string, feed = '') =>
    withKept([{ ...given, credit: feed }], [{ ...kept, credit }], own)[0]?.licence
  for (const credit of ['', 'Harbour Times', '© 2013 The Harbour Times', 'John Roe/Harbour Times'])
    assert.equal(licenceOf(credit), 'free', credit)
  for (const credit of ['Jane Doe', 'Jane Doe/Harbour Times']) {
    assert.equal(licenceOf(credit), 'headline', credit)
    assert.equal(licenceOf(credit, 'Harbour Times'), 'headline', credit)
  }
  assert.equal(licenceOf('AFP'), 'unknown')
  assert.equal(withKept([given], [{ ...kept, credit: 'AFP' }], ['AFP'])[0]?.licence, 'free')
})
