import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { hasPrograms } from './needs.ts'
import type { WineReport } from './wine/inside.ts'
import { runUnderWine } from './wine/wine-node.ts'

const canRun = hasPrograms(['wine', 'wineserver'], 'wine wine64')

let report: WineReport

describe.skipIf(!canRun)('pasting on Windows (Wine) into Notepad', () => {
  beforeAll(async () => {
    report = (await runUnderWine(path.join(import.meta.dirname, 'wine/inside.ts'))) as WineReport
    expect(report.error).toBeUndefined()
  }, 400_000)

  it('notes the window in front: which it is, its program, its title, its place', () => {
    expect(report.noted).toMatchObject({
      isChat: true,
      isPlaced: true,
      details: { exe: expect.stringMatching(/^notepad\.exe$/i), title: expect.stringContaining('Notepad') },
    })
  })

  it('types into a program of its own rank', () => {
    expect(report.noted.details?.isElevated).toBe(false)
  })

  it('lands every text exactly, with emoji and line breaks, and brings the clipboard back', () => {
    expect(report.rounds).toHaveLength(20)
    for (const { sent, landed } of report.rounds) {
      expect(landed).toMatchObject({
        outcome: { status: 'pasted' },
        chat: sent.replaceAll('\n', '\r\n'),
        other: '',
      })
    }
    expect(report.clipboardAfterRounds).toBe('运单号 SF1234567890')
  })

  it('lands 5,000 characters whole', () => {
    expect(report.long.landed.chat).toBe(report.long.sent.replaceAll('\n', '\r\n'))
  })

  it('brings a minimised window back to paste into it', () => {
    expect(report.minimised).toMatchObject({ outcome: { status: 'pasted' }, chat: '亲，在的' })
  })

  it('pastes nowhere when the agent has gone to another window', () => {
    expect(report.agentLeft).toEqual({
      outcome: expect.objectContaining({ status: 'copied', why: 'target-not-in-front' }),
      chat: '',
      other: '',
      clipboard: '亲，在的',
    })
  })

  it('pastes nowhere when another window takes the front at the last moment', () => {
    expect(report.frontTaken).toEqual({
      outcome: expect.objectContaining({ status: 'copied', why: 'target-not-in-front' }),
      chat: '',
      other: '',
      clipboard: '亲，在的',
    })
  })

  it('sees a held Control key and its release', () => {
    expect(report.heldKey).toEqual({ whileDown: true, afterwards: false })
  })

  it('gives an image as a file that was copied, with its pixels, and brings the clipboard back', () => {
    expect(report.image).toEqual({
      outcome: expect.objectContaining({ status: 'pasted' }),
      files: ['C:\\数据 夹\\尺码表.png'],
      hasPixels: true,
      clipboardAfter: '运单号 SF1234567890',
    })
  })

  it('says so when the window has been closed', () => {
    expect(report.closed).toMatchObject({ outcome: { status: 'copied', why: 'target-closed' }, other: '' })
  })
})
