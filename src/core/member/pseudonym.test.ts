import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renamed, underPseudonym } from './pseudonym.ts'

const text = {
  headline: 'Court hears Harbour Times',
  standfirst: '',
  excerpt: 'The harbour times said so.',
  body: '<p>Read it in <a href="https://elsewhere.example">Harbour&nbsp;Times</a>, Harbour Times and Harbour Timeslot.</p>',
  byline: 'Kim Osei, Harbour Times',
  edNote: 'Ask Kim',
  keywords: ['harbour times', 'courts'],
  pictures: [
    { url: '/media/aa', alt: 'A quay', caption: '', credit: 'Photo: Harbour Times', licence: 'free' as const },
    { url: 'https://harbour.example/a.jpg', alt: '', caption: '', credit: '', licence: 'free' as const },
  ],
  backMatter: null,
}

test('a name of several words stands nowhere any more, and no byline, and no picture at its site', () => {
  const said = underPseudonym(text, { was: ['Harbour Times'], is: 'Blue & Grey' })
  assert.equal(said.headline, 'Court hears Blue & Grey')
  assert.equal(said.excerpt, 'The Blue & Grey said so.')
  assert.match(said.body, /, Blue &amp; Grey and Harbour Timeslot\./)
  assert.deepEqual([said.byline, said.edNote, said.keywords], ['Blue & Grey', '', ['courts']])
  assert.deepEqual(
    said.pictures.map(({ url, credit }) => [url, credit]),
    [['/media/aa', 'Photo: Blue & Grey']],
  )
})

test('a link that leads to its own site leads nowhere; others stay', () => {
  const body =
    '<p><a title="x" href="https://www.harbour.example/a?b">one</a> <a href="https://harbour.example.org/">two</a> <a href="https://notharbour.example/">three</a></p>'
  const said = underPseudonym({ ...text, body }, { was: ['Well-known Co-op'], is: 'B', hosts: ['www.harbour.example'] })
  assert.equal(
    said.body,
    '<p><a title="x">one</a> <a href="https://harbour.example.org/">two</a> <a href="https://notharbour.example/">three</a></p>',
  )
})

test('a name that could be any word is replaced in credits alone', () => {
  const said = underPseudonym({ ...text, headline: 'We asked them', byline: 'Them' }, { was: ['Them'], is: 'Others' })
  assert.deepEqual([said.headline, said.byline], ['We asked them', 'Others'])
  assert.equal(renamed('Photo: Them', { was: ['Them'], is: '$1' }), 'Photo: $1')
  assert.equal(renamed('C++ (the paper)', { was: ['C++ (the paper)'], is: 'D' }), 'D')
})
