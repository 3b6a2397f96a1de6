import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sanitise } from './sanitise.ts'

test('text that a page would not show is not kept, however it was hidden', () => {
  for (const how of [
    'hidden',
    'style="display:none"',
    'style="DISPLAY : None !important"',
    'style="display:none;display:block;display:none"',
    'style="display:/**/none"',
    String.raw`style="d\69splay:none"`,
    'style="visibility:hidden"',
    'style="font-size:0"',
    'style="font-size: 0.0px; line-height: 0"',
    'style="font:0/0 a"',
    'style="font-size:1px"',
    'style="opacity:0"',
    'style="opacity:0.01"',
    'style="color:transparent"',
    'style="color:rgba(0,0,0,0)"',
    'style="color:#fff;background-color:#fff"',
    'style="text-indent:-9999px"',
    'style="position:absolute;left:-9999px"',
    'style="position:absolute;clip:rect(1px,1px,1px,1px)"',
    'style="height:0;overflow:hidden"',
    'style="max-height:0px;overflow:hidden;mso-hide:all"',
    'style="transform:scale(0)"',
    'style="clip-path:inset(100%)"',
    'style="content-visibility:hidden"',
  ])
    assert.equal(sanitise(`<p>a <span ${how}>secret</span> b</p>`), '<p>a  b</p>', how)
  assert.equal(sanitise('<dialog>closed</dialog><dialog open>shown</dialog>'), '<div>shown</div>')
})

test('text that is only styled stays', () => {
  for (const how of [
    'style="display:inline-block;color:#fff;font-size:14px;opacity:.5"',
    'style="display:none;display:block"',
    'style="font-size:80%"',
    'style="text-indent:-2em;padding-left:2em"',
    'style="height:0"',
    // A comment is white space: this names no property.
    'style="dis/**/play:none"',
    'style="overflow:hidden;width:300px"',
    'style="color:transparent;-webkit-background-clip:text"',
    'style="background:url(display:none)"',
    'aria-hidden="true"',
    'class="hidden-gems"',
  ])
    assert.equal(sanitise(`<p><span ${how}>seen</span></p>`), '<p><span>seen</span></p>', how)
})

test('what is hidden by its size or visibility can be shown again inside, as newsletters do', () => {
  const table = '<table><tr><td style="font-size:0px">x<div style="font-size:13px">seen</div></td></tr></table>'
  assert.equal(sanitise(table), '<table><tbody><tr><td><div>seen</div></td></tr></tbody></table>')
  assert.equal(sanitise('<div style="font-size:0">x<b style="font-size:2em">y</b></div>'), '')
  assert.equal(
    sanitise('<div style="visibility:hidden">x<p style="visibility:visible">y</p></div>'),
    '<div><p>y</p></div>',
  )
  const picture = '<td style="font-size:0"><img src="https://a.example/p.jpg"></td>'
  assert.match(sanitise(`<table><tr>${picture}</tr></table>`), /<img /)
})
