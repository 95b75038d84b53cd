import { expect, it } from 'vitest'
import { copyLastTrace } from '../../../electron/rpc/paste-trace-text.ts'
import type { PasteTrace } from '../../../shared/model/paste-trace.ts'

const trace = (outcome: PasteTrace['outcome'], step: PasteTrace['steps'][number]['step']): PasteTrace => ({
  ...{ at: Date.UTC(2026, 10, 22), what: 'text', characters: 24, target: null, outcome },
  steps: [{ step, atMs: 3.1 }],
})

it('puts the last paste on the clipboard, and says that it is there in place of the text', async () => {
  const copied: unknown[] = []
  const told = await copyLastTrace({
    pasteTraces: () => [trace('pasted', 'keys-sent'), trace('last-target-hung', 'clipboard-taken')],
    deliver: async (what) => {
      copied.push(what)
      return { status: 'copied', why: 'asked', message: '已复制' }
    },
  })
  expect(copied).toEqual([
    '2026-11-22T00:00:00.000Z 24 字，没粘贴：上一个窗口没有响应：剪贴板已是别的内容 3.1（毫秒）',
  ])
  expect(told).toEqual({ status: 'copied', message: expect.stringContaining('请再取一次') })
})

it('says so when the clipboard could not be written', async () => {
  const failed = { status: 'failed', message: '没能写入剪贴板' } as const
  expect(await copyLastTrace({ pasteTraces: () => [], deliver: async () => failed })).toEqual(failed)
})
