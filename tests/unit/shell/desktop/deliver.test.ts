import { beforeEach, describe, expect, it } from 'vitest'
import { copied } from '../../../../electron/shell/paste/outcomes.ts'
import { BROWSER, CHAT } from '../paste/pretend-desktop.ts'
import { PretendShell } from './pretend-shell.ts'

let shell: PretendShell

beforeEach(() => {
  shell = new PretendShell()
})

describe('a part is pasted of a phrase that has more', () => {
  const pasteFirstPart = async () => {
    await shell.desktop.openPanelOverTarget()
    shell.windows.front = CHAT
    await shell.desktop.deliver('第一条', 'paste', { hasMore: true })
    await new Promise((resolve) => setImmediate(resolve))
  }

  it('the panel comes back once the chat has read it, and is not told as a new sitting', async () => {
    await pasteFirstPart()
    expect(shell.panelIsVisible).toBe(true)
    expect(shell.events.filter(({ kind }) => kind === 'panel-shown')).toHaveLength(1)
    // Held back until then: pressed for the next part, Enter must not send the last one.
    expect(shell.enter.slice(-2)).toEqual(['held back', 'free'])
  })

  it('the panel stays away when the agent has gone to another window meanwhile', async () => {
    shell.beforeComingBack = () => {
      shell.windows.front = BROWSER
    }
    await pasteFirstPart()
    expect(shell.panelIsVisible).toBe(false)
    expect(shell.enter.at(-1)).toBe('free soon')
  })

  it('the panel stays away after the last part', async () => {
    await shell.desktop.openPanelOverTarget()
    shell.windows.front = CHAT
    await shell.desktop.deliver('最后一条', 'paste', { hasMore: false })
    await new Promise((resolve) => setImmediate(resolve))
    expect(shell.panelIsVisible).toBe(false)
  })
})

describe('a paste that could not be done', () => {
  it('is told by a notification when the panel is gone', async () => {
    shell.outcome = copied('target-not-in-front')
    await shell.desktop.openPanelOverTarget()
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.notifications).toEqual([expect.stringContaining('没有粘贴')])
  })

  it('that was asked as a copy is not announced', async () => {
    expect(await shell.desktop.deliver('亲，在的', 'copy')).toMatchObject({ status: 'copied', why: 'asked' })
    expect(shell.notifications).toEqual([])
  })
})

describe('Enter, after it has picked a phrase', () => {
  it('goes nowhere until a second press of the same finger is past, or the panel opens again', async () => {
    await shell.desktop.openPanelOverTarget()
    await shell.desktop.deliver('亲，在的', 'paste')
    await shell.desktop.openPanelOverTarget()
    expect(shell.enter).toEqual(['free', 'held back', 'free soon', 'free'])
  })

  it('is left alone by a copy', async () => {
    await shell.desktop.deliver('亲，在的', 'copy')
    expect(shell.enter).toEqual([])
  })
})
