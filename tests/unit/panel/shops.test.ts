import { describe, expect, it } from 'vitest'
import { intentOf, type KeyContext } from '../../../renderer/panel/keyboard/intents.ts'
import { optionCount } from '../../../renderer/panel/state/state.ts'
import { desk, panel, settled, sitAtPanel, state, type } from './sitting.ts'

sitAtPanel()

const OTHERS = [
  { id: 'mens', name: '男装旗舰店', agentAlias: '阿森' },
  { id: 'kids', name: '童装专营店', agentAlias: '小美' },
]

/** The lead has added shops in the workbench. */
async function addShops(): Promise<void> {
  desk.shops = [...desk.shops, ...OTHERS]
  desk.tell({ kind: 'library-changed' })
  await settled()
}

describe('several shops', () => {
  it('are offered, the one that was typed for first, and the chosen one is told to the desk', async () => {
    await addShops()
    await type('有点贵')
    panel.openPicker('shop')
    expect(optionCount(state())).toBe(3)
    panel.type('装', false)
    expect(optionCount(state())).toBe(3)
    panel.type('童', false)
    expect(optionCount(state())).toBe(1)
    panel.chooseOption()
    expect(desk.switchedTo).toEqual(['kids'])
    expect(state()).toMatchObject({ picker: null, query: '有点贵' })
  })

  it('are not asked about while there is only one', () => {
    panel.openPicker('shop')
    expect(state().picker).toBeNull()
  })

  it('are opened by Alt+D, once however long it is held', () => {
    const context: KeyContext = {
      ...{ at: 'query', overlay: null, isTextEmpty: false, hasSelection: false },
      ...{ hasChips: false, blank: 0, blanks: 0 },
    }
    const press = { key: 'd', code: 'KeyD', command: false, alt: true, shift: false, isComposing: false }
    expect(intentOf({ ...press, isRepeat: false }, context)).toEqual({ do: 'choose-shop' })
    expect(intentOf({ ...press, isRepeat: true }, context)).toEqual({ do: 'nothing' })
  })
})
