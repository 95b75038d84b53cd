import { describe, expect, test } from 'vitest'
import { turned } from '../../../../renderer/workbench/app/undo/turned.ts'

const step = { id: 7, label: '新建话术《门店地址》' }

describe('the link in the notice of a step', () => {
  test('that was undone does that very step again', () => {
    const { text, back } = turned('undo', step)
    expect(text).toBe('已撤销：新建话术《门店地址》')
    expect(back).toEqual({ way: 'redo', word: '重做', step: 7 })
  })

  test('that was done again takes that very step back', () => {
    const { text, back } = turned('redo', step)
    expect(text).toBe('已重做：新建话术《门店地址》')
    expect(back).toEqual({ way: 'undo', word: '撤销', step: 7 })
  })
})
