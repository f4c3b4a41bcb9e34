import { expect, it } from 'vitest'
import { htmlText } from './html-text.js'

it.each([
  ['<p>a &amp; b</p><div>c<br>d</div>', 'a & b\n\nc\nd'],
  ['<head><title>x</title></head><style>p{}</style><script>if (1<2) {}</script>kept', 'kept'],
  ['<table><tr><td>1</td><td>2</td></tr></table>', '1 2'],
  ['&#36335;&#x706F;&nbsp;&unknown; &#0;', '\u8def\u706f &unknown; &#0;'],
  ['1 < 2 and 3', '1 < 2 and 3'],
  ['1 < 2 and 3 > 2<br>x', '1 < 2 and 3 > 2\nx'],
  ['<!-- <p>no</p> -->yes', 'yes'],
  ['<a href="x">unclosed', 'unclosed'],
  ['<style>unclosed', 'unclosed'],
  ['kept <!-- unclosed', 'kept <!-- unclosed'],
  ['', ''],
])('reads %j as %j', (html, text) => {
  expect(htmlText(html)).toBe(text)
})

it('takes no longer for what is never closed', () => {
  expect(htmlText('<a '.repeat(200_000)).length).toBeGreaterThan(0)
  expect(htmlText('<script>'.repeat(100_000))).toBe('')
  expect(htmlText(`${'< '.repeat(100_000)}>`).length).toBeGreaterThan(0)
})
