import { describe, expect, it } from 'vitest'
import { textOfHtml } from '../../../../../electron/desk/transfer/products/html-text.ts'

describe('the words of a description', () => {
  it.each([
    ['<p>100%羊毛</p><p>可机洗<br/>不掉色</p>', '100%羊毛\n可机洗\n不掉色'],
    ['<img src="https://img.example/1.jpg">', ''],
    ['<DIV style="a>b">面料:&nbsp;棉&amp;麻</DIV>', 'b">面料: 棉&麻'],
    ['身高 < 160 的买 S', '身高 < 160 的买 S'],
    ['<script>alert(1)</script>好<style>p{}</style>用<!-- 旧价 -->', '好用'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['&#20013;&#x6587;&#xd800;&unknown;', '中文&unknown;'],
    ['没有合上的<a href="', '没有合上的'],
  ])('%s → %s', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })

  it('take no longer for markup that never ends', () => {
    const started = performance.now()
    for (const tag of ['<a ', '<!--', '<script>', '&#', '<']) textOfHtml(tag.repeat(200_000 / tag.length))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
