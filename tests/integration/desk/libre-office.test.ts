import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openTestDesk } from '../../support/library.ts'
import { fillWithTraps, sameEveryTime } from '../../support/libre-office/lead-edits.ts'
import { whatCameBack } from '../../support/libre-office/what-came-back.ts'

// `edited.xlsx` is what LibreOffice itself saved (`make.ts` beside it); `npm run soak` asks it anew where it is installed.

it('a workbook that a lead edited in LibreOffice changes just what was edited', async () => {
  const desk = openTestDesk(sameEveryTime())
  fillWithTraps(desk)
  const edited = readFileSync(new URL('../../support/libre-office/edited.xlsx', import.meta.url))
  const { outcome, changes, added } = await whatCameBack(desk, edited)
  expect(outcome).toMatchObject({
    ok: true,
    added: 1,
    changed: 5,
    unchanged: 8,
    counts: { refused: 0, notes: 0 },
  })
  expect(changes).toEqual({
    包邮: { body: '亲，满 99 元包邮的哦🎉' },
    长号码: { code: '0034' },
    活动: { validUntil: '2026-12-12', guard: null },
    没有编码: { code: '007', groupPath: ['售前', '大促'] },
    老客: { variants: [{ buyerTypes: ['returning', 'expert'], body: '欢迎再来' }] },
  })
  expect(added).toMatchObject([{ code: '0099', body: '=新写的一条\n两行', source: 'personal' }])
})
