import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { sheetFor } from './fonts.ts'
import { compact, sheets } from './stylesheet.ts'

const css = (name: string) => sheets.find((sheet) => sheet.name === name)?.css((file) => `/assets/${file}`) ?? ''

test('every file a sheet names is there', () => {
  for (const sheet of sheets) {
    const faces = sheet.faces()
    assert.ok(faces.length > 0 || !/^(?:wire|fonts-\w+)\.css$/.test(sheet.name), sheet.name)
    for (const face of faces) {
      assert.ok(existsSync(face.path), face.path)
      assert.notEqual(face.range, '', face.file)
    }
  }
})

test('the stylesheet asks nobody else for anything', () => {
  const wire = css('wire.css')
  assert.doesNotMatch(wire, /https?:|@import/)
})

test('only logical sides: a page from right to left is the same page', () => {
  assert.doesNotMatch(
    ['wire.css', 'work.css', 'portrait.css', 'people.css'].map(css).join(''),
    /(?:margin|padding|border)-(?:left|right)|text-align:(?:left|right)|[;{](?:left|right):/,
  )
})

test('texts in the great scripts link a sheet of their own', () => {
  assert.equal(sheetFor('ja'), 'fonts-ja.css')
  assert.equal(sheetFor('zh-Hant'), 'fonts-zh.css')
  assert.equal(sheetFor('en'), undefined)
  assert.match(css('fonts-ja.css'), /:lang\(ja\)/)
})

test('made small, a sheet says the same', () => {
  assert.equal(compact('/* x */\n.a , .b {\n  color: red;\n  margin: 0 1px;\n}\n'), '.a,.b{color:red;margin:0 1px}')
})
