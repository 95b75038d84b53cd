import { beforeAll, describe, expect, it } from 'vitest'
import { hasPrograms } from './needs.ts'
import type { WineReport } from './wine/inside.ts'
import { pasteUnderWine } from './wine/paste-under-wine.ts'

const canRun = hasPrograms(['wine', 'wineserver'], 'wine wine64')
/** Every story twice at least, a plain paste before each, and then many plain ones. `npm run soak` plays many more. */
const ROUNDS = { mixed: 60, plain: 140 }

let report: WineReport

describe.skipIf(!canRun)('pasting on Windows (Wine) into Notepad and into a program of our own', () => {
  beforeAll(async () => {
    report = await pasteUnderWine(ROUNDS)
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

  it('lands every text exactly and nothing anywhere else, whatever goes wrong at the desk', () => {
    expect(report.rounds).toHaveLength(200)
    expect(report.rounds.filter(({ faults }) => faults.length > 0)).toEqual([])
    expect(new Set(report.rounds.map(({ story }) => story)).size).toBe(12)
    expect(report.rounds.map(({ length }) => length)).toEqual(expect.arrayContaining([1, 5_000]))
  })

  it('presses keys with the codes of the hardware, which remote desktops go by', () => {
    expect(report.scanCode).toBe(0x2f)
  })

  it('sees a held Control key and its release', () => {
    expect(report.heldKey).toEqual({ whileDown: true, afterwards: false })
  })

  it('names the program that keeps the clipboard open, and leaves everything as it is', () => {
    expect(report.heldForGood).toEqual({
      outcome: { status: 'failed', message: expect.stringContaining('node.exe 正占着它') },
      clipboard: '运单号 SF1234567890',
    })
  })

  it('takes the selected words, and the clipboard is as it was', () => {
    expect(report.capture.selected).toEqual({ from: 'selection', text: '这个面霜\r\n能用多久😊' })
    expect(report.capture.clipboardAfter).toBe('运单号 SF1234567890')
  })

  it('tells what the window copied from what another program did', () => {
    expect(report.capture.isTheirs).toEqual({ whenCopied: true, whenAnotherDid: false })
  })

  it('with nothing selected takes what was copied before', () => {
    expect(report.capture.nothingSelected).toEqual({ from: 'clipboard', text: '运单号 SF1234567890' })
  })

  it('says so when the window has been closed, be it at the last moment', () => {
    expect(report.closedMeanwhile).toMatchObject({ status: 'copied', why: 'target-closed' })
    expect(report.closed).toMatchObject({ outcome: { status: 'copied', why: 'target-closed' }, other: '' })
  })
})
