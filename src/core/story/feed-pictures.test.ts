import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MediaObject } from '../formats/document.ts'
import { picturesOf } from './feed-pictures.ts'

const claim = { grant: 'credit', own: ['Harbour Times'], elsewhere: false } as const
const at = (path: string) => `https://cdn.example${path}`
const urls = (media: MediaObject[]) => picturesOf({ media }, claim).map(({ url }) => url)

test('a picture beside an item has its words, its credit and its licence', () => {
  const media = [
    { url: at('/a.jpg'), medium: 'image', title: 'Two boats', description: 'Boats  in May', credit: 'Jane Doe' },
  ]
  const picture = { url: at('/a.jpg'), alt: 'Two boats', caption: 'Boats in May', credit: 'Jane Doe' }
  assert.deepEqual(picturesOf({ media }, claim), [{ ...picture, licence: 'headline' }])
  assert.deepEqual(picturesOf({ media }, { ...claim, grant: 'none' }), [])
})

test('an enclosure is a picture when it says so, or nothing says otherwise', () => {
  const enclosures = [
    { url: at('/song.mp3'), type: 'audio/mpeg' },
    { url: at('/a'), type: 'image/jpeg' },
    { url: at('/b.png') },
    { url: at('/c.jpg'), type: 'application/pdf' },
  ]
  assert.deepEqual(
    picturesOf({ enclosures }, claim).map(({ url }) => url),
    [at('/a'), at('/b.png')],
  )
})

test('one picture in several sizes is one, the widest; more than five are a gallery', () => {
  const sizes = [150, 1024, 300].map((width) => ({ url: at(`/boat-${width}x${width}.jpg`), medium: 'image', width }))
  assert.deepEqual(urls([...sizes, { url: at('/boat.jpg?w=640'), medium: 'image', width: 640 }]), [
    at('/boat-1024x1024.jpg'),
  ])
  assert.deepEqual(urls([1, 2].map((id) => ({ url: at(`/show.php?id=${id}`), medium: 'image' }))).length, 2)
  assert.equal(urls(Array.from({ length: 9 }, (_, i) => ({ url: at(`/${i}.jpg`), medium: 'image' }))).length, 5)
})

test('a film is shown by its still, where there is no picture', () => {
  const film = { url: at('/f.mp4'), medium: 'video', thumbnail: at('/still.jpg') }
  assert.deepEqual(urls([film]), [at('/still.jpg')])
  assert.deepEqual(urls([film, { url: at('/p.jpg'), type: 'image/webp' }]), [at('/p.jpg')])
})

test('marks, faces beside bylines and what is no web address are no pictures of a story', () => {
  const media = [
    { url: 'https://secure.gravatar.com/avatar/1', medium: 'image' },
    { url: at('/icon.png'), medium: 'image', width: 32 },
    ...['data:image/png;base64,AAAA', 'javascript:alert(1)', 'file:///etc/passwd', at(`/${'x'.repeat(3000)}.jpg`)].map(
      (url) => ({ url, medium: 'image' }),
    ),
  ]
  assert.deepEqual(urls(media), [])
})

test('the name of a file describes nothing', () => {
  for (const title of ['DSC_1034', 'IMG 20250101', 'boats-final.jpg', '', 'Boats in May'])
    assert.equal(
      picturesOf({ media: [{ url: at('/a.jpg'), medium: 'image', title, description: 'Boats in May' }] }, claim)[0]
        ?.alt,
      '',
      title,
    )
})
