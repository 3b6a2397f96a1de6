import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepPictures } from './keep-pictures.ts'
import { sanitise } from './sanitise.ts'

const ours = (address: string) => address.startsWith('/media/')
const kept = (html: string) => keepPictures(sanitise(html, { base: 'https://a.example/' }), ours)

test('text without pictures is the text it was', () => {
  assert.equal(kept('<p>a <em>b</em></p>'), '<p>a <em>b</em></p>')
})

test('a picture from elsewhere goes, and the words around it stay', () => {
  assert.equal(kept('<p>a<img src="https://track.example/1.gif" alt="x">b</p>'), '<p>ab</p>')
})

test('a figure goes with its picture: a caption alone says nothing', () => {
  assert.equal(
    kept('<p>a</p><figure><img src="/x.jpg"><figcaption>See?</figcaption></figure><p>b</p>'),
    '<p>a</p><p>b</p>',
  )
})

test('what is ours stays', () => {
  const safe = sanitise('<p><img src="https://w.example/media/1f" alt="A crowd"></p>')
  assert.equal(
    keepPictures(safe, (address) => address.includes('/media/')),
    safe,
  )
})

test('no address of another place is loaded from what is left', () => {
  const left = kept(
    '<video src="/v.mp4" poster="/p.jpg"></video><audio src="/a.mp3"></audio><img srcset="/a.jpg 2x"><p>z</p>',
  )
  assert.doesNotMatch(left, /\b(?:src|srcset|poster)=/)
  assert.match(left, /z/)
})
