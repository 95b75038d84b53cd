import { beforeEach, describe, expect, it } from 'vitest'
import { BROWSER, CHAT } from '../paste/pretend-desktop.ts'
import { PretendShell } from './pretend-shell.ts'

let shell: PretendShell

beforeEach(() => {
  shell = new PretendShell()
})

describe('the hotkey for what is selected', () => {
  it('opens the panel over that chat with the selected text as the query, in one line', async () => {
    shell.captured = { from: 'selection', text: ' 这个面霜\n能用多久 \u200b' }
    await shell.desktop.openPanelWithSelection('message')
    expect(shell.capturedFrom).toEqual([CHAT])
    expect(shell.panelIsVisible).toBe(true)
    expect(shell.events).toMatchObject([
      { kind: 'panel-shown', targetTitle: '张三-接待中心' },
      { kind: 'captured', captured: { as: 'message', text: '这个面霜 能用多久', from: 'selection' } },
    ])
    shell.windows.front = null
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(CHAT)
  })

  it('answers in that chat, whatever has come to the front while it was read', async () => {
    shell.whileCapturing = () => {
      shell.windows.front = BROWSER
    }
    await shell.desktop.openPanelWithSelection('message')
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(CHAT)
  })

  it('with nothing selected goes by what was copied before, and says so', async () => {
    shell.captured = { from: 'clipboard', text: '什么时候发货' }
    await shell.desktop.openPanelWithSelection('message')
    expect(shell.events[1]).toMatchObject({
      captured: { as: 'message', text: '什么时候发货', from: 'clipboard' },
    })
  })

  it('for the buyer takes the nickname without the colon and the time after it', async () => {
    shell.captured = { from: 'selection', text: '小鱼儿_88 (2026-11-22 09:30:01)：' }
    await shell.desktop.openPanelWithSelection('nickname')
    expect(shell.events[1]).toMatchObject({ captured: { as: 'nickname', nickname: '小鱼儿_88' } })
  })

  it('for the buyer takes nothing that was only copied before, nor a whole message', async () => {
    shell.captured = { from: 'clipboard', text: '什么时候发货' }
    await shell.desktop.openPanelWithSelection('nickname')
    shell.captured = { from: 'selection', text: '这款面霜'.repeat(20) }
    shell.panelIsVisible = false
    await shell.desktop.openPanelWithSelection('nickname')
    expect(shell.events.filter(({ kind }) => kind === 'captured')).toMatchObject([
      {
        captured: {
          as: 'nothing',
          why: 'nothing-selected',
          message: expect.stringContaining('没有选中昵称'),
        },
      },
      { captured: { as: 'nothing', why: 'no-nickname' } },
    ])
  })

  it('pressed in the panel captures nothing there', async () => {
    await shell.desktop.openPanelOverTarget()
    await shell.desktop.openPanelWithSelection('message')
    expect(shell.capturedFrom).toEqual([])
    expect(shell.events.some(({ kind }) => kind === 'captured')).toBe(false)
  })
})

describe('what a slow chat copies when the panel is open already', () => {
  const late = { from: 'selection', text: '这个面霜能用多久' } as const
  const told = () => shell.events.flatMap((event) => (event.kind === 'captured' ? [event.captured] : []))

  beforeEach(async () => {
    shell.captured = { from: 'clipboard', text: '运单号 SF123' }
    await shell.desktop.openPanelWithSelection('message')
  })

  it('is the query after all', () => {
    shell.copiesLate(late)
    expect(told()).toMatchObject([
      { text: '运单号 SF123', from: 'clipboard' },
      { text: '这个面霜能用多久', from: 'selection' },
    ])
  })

  it('does not take the query from an agent who has gone on with what was there', () => {
    shell.panelIsTouched = true
    shell.copiesLate(late)
    expect(told()).toMatchObject([{ text: '运单号 SF123' }])
  })

  it('is not asked about any more in a panel that was put away, or is open for another chat', async () => {
    shell.desktop.hidePanel()
    shell.copiesLate(late)
    shell.windows.front = BROWSER
    await shell.desktop.openPanelOverTarget()
    shell.copiesLate(late)
    expect(told()).toMatchObject([{ text: '运单号 SF123' }])
  })
})

it('a nickname that is copied late becomes the buyer, too', async () => {
  shell.captured = { from: 'clipboard', text: '运单号 SF123' }
  await shell.desktop.openPanelWithSelection('nickname')
  shell.copiesLate({ from: 'selection', text: '小鱼儿_88：' })
  expect(shell.events.at(-1)).toMatchObject({ captured: { as: 'nickname', nickname: '小鱼儿_88' } })
})
