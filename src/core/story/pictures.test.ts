import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shownPictures } from './pictures.ts'
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
