import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoryId } from '../id.ts'
import { join, type Tongue } from './translations.ts'

const [a, b, c] = ['a', 'b', 'c'] as unknown as [StoryId, StoryId, StoryId]
const tongue = (id: StoryId, language: string, text?: Tongue['text']): Tongue => ({ id, language, text })
const people = { overrules: true }
const machine = { overrules: false }

test('two stories in two languages become one text, and a third joins the text there is', () => {
  assert.deepEqual(join(a, b, [tongue(a, 'en'), tongue(b, 'es')], machine), { kind: 'joined', text: undefined })
  const three = [tongue(a, 'en', 't'), tongue(b, 'es', 't'), tongue(c, 'ar')]
  assert.deepEqual(join(c, a, three, machine), { kind: 'joined', text: 't' })
  assert.deepEqual(join(a, b, three, machine), { kind: 'same' })
})

test('a text stands once in a language, and in one that can be told', () => {
  for (const [one, other] of [
    ['en', 'en'],
    ['pt-BR', 'pt_br'],
    ['', 'es'],
    ['english', 'es'],
  ] as const)
    assert.equal(join(a, b, [tongue(a, one), tongue(b, other)], people).kind, 'one language', `${one} ${other}`)
  assert.equal(join(a, b, [tongue(a, 'pt-BR'), tongue(b, 'pt-PT')], people).kind, 'joined')
  const group = [tongue(a, 'en'), tongue(b, 'es', 't'), tongue(c, 'en', 't')]
  assert.equal(join(a, b, group, people).kind, 'one language', 'also where it is a third one’s')
})

test('what people told apart is brought together again by people alone', () => {
  const apart = [tongue(a, 'en', 'none'), tongue(b, 'es')]
  assert.deepEqual(join(a, b, apart, machine), { kind: 'alone' })
  assert.deepEqual(join(a, b, apart, people), { kind: 'joined', text: undefined })
  const both = [tongue(a, 'en', 'none'), tongue(b, 'es', 'none')]
  assert.deepEqual(join(a, b, both, people), { kind: 'joined', text: undefined })
})
