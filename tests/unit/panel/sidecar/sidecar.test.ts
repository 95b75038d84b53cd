import { beforeEach, describe, expect, it } from 'vitest'
import { createSidecar, type Sidecar } from '../../../../renderer/panel/sidecar/sidecar.ts'
import type { SidecarPort } from '../../../../renderer/panel/sidecar/sidecar-desk.ts'
import type { DeskEvent } from '../../../../shared/model/desktop.ts'
import type { PhraseGroup } from '../../../../shared/model/phrase.ts'
import type { SidecarState } from '../../../../shared/model/sidecar-state.ts'
import { AMOUNT, hit, PretendDesk } from '../pretend-desk.ts'

const GROUPS: PhraseGroup[] = [
  { id: 'g1', parentId: null, name: '接待', position: 0, phraseCount: 2 },
  { id: 'g2', parentId: 'g1', name: '尺码', position: 0, phraseCount: 1 },
]
const beside = (id: number, title: string): SidecarState => ({
  form: 'beside',
  side: 'right',
  target: { id, title, program: '千牛接待中心' },
})

let desk: PretendDesk
let sidecar: Sidecar
let groups: PhraseGroup[]
let asked: string[]
/** Which group each search was for. */
let searchedIn: (string | null)[]
/** Which chat the page showed at each use. */
let usedBeside: (number | null)[]
let tell: (event: DeskEvent) => void

const noted = (what: string) => async () => {
  asked.push(what)
}
const settled = () => new Promise((resolve) => setImmediate(resolve))
const panelState = () => sidecar.panel.store.getState()
const isAt = (target: SidecarState) => tell({ kind: 'sidecar-changed', sidecar: target })

beforeEach(async () => {
  desk = new PretendDesk()
  groups = GROUPS
  asked = []
  searchedIn = []
  usedBeside = []
  const listeners = new Set<(event: DeskEvent) => void>()
  tell = (event) => {
    for (const listener of listeners) listener(event)
  }
  const port: SidecarPort = {
    state: async () => beside(7, '张三-接待中心'),
    groups: async () => groups,
    drawOut: async (isOut) => void asked.push(isOut ? 'drawn out' : 'folded'),
    detach: noted('detached'),
    dock: noted('docked'),
    turnOff: noted('off'),
    takeKeyboard: noted('keyboard'),
    giveKeyboardBack: noted('keyboard back'),
    edit: async (phraseId) => void asked.push(`edit ${phraseId}`),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const search = desk.search.bind(desk)
  const use = desk.use.bind(desk)
  sidecar = createSidecar(port, (shown) => {
    desk.search = (request) => {
      searchedIn.push(shown().groupId)
      return search(request)
    }
    desk.use = (request) => {
      usedBeside.push(shown().dock.target?.id ?? null)
      return use(request)
    }
    return desk
  })
  sidecar.start()
  await settled()
  desk.lastSearch.answer([hit('p1'), hit('p2', { title: '拆到每天' })])
  await settled()
})

describe('while the list changes under the hand', () => {
  it('the menu is still of the phrase that it was opened for, and of none when that has gone', async () => {
    sidecar.openMenu(1, 10, 10)
    sidecar.panel.type('k', false)
    await settled()
    desk.lastSearch.answer([hit('p2', { title: '拆到每天' }), hit('p1')])
    await settled()
    sidecar.choose('copy')
    await settled()
    expect(desk.uses.at(-1)).toMatchObject({ phraseId: 'p2', mode: 'copy' })

    sidecar.openMenu(0, 10, 10)
    sidecar.panel.type('kd', false)
    await settled()
    desk.lastSearch.answer([hit('p1')])
    await settled()
    sidecar.choose('copy')
    await settled()
    expect(desk.uses.map(({ phraseId }) => phraseId)).toEqual(['p2'])
  })

  it('a click means the row that was seen, not the one that comes to stand there', async () => {
    sidecar.panel.type('kd', false)
    sidecar.use(0)
    await settled()
    expect(desk.uses.at(-1)).toMatchObject({ phraseId: 'p1', mode: 'paste' })
  })
})

describe('the groups', () => {
  it('one is listed at a time; chosen again, the one above it', async () => {
    sidecar.chooseGroup('g1')
    sidecar.chooseGroup('g2')
    sidecar.chooseGroup('g2')
    sidecar.chooseGroup('g1')
    expect(searchedIn.slice(-4)).toEqual(['g1', 'g2', 'g1', null])
  })

  it('one that was deleted is not listed any more', async () => {
    sidecar.chooseGroup('g2')
    groups = GROUPS.slice(0, 1)
    tell({ kind: 'library-changed' })
    await settled()
    expect(sidecar.store.getState()).toMatchObject({ groupId: null, groups })
  })
})

describe('a click', () => {
  it('uses the phrase, whichever was in hand', async () => {
    sidecar.use(1)
    await settled()
    expect(desk.uses).toMatchObject([{ phraseId: 'p2', mode: 'paste' }])
  })

  it('is for the chat that was shown, whichever the next one is', async () => {
    sidecar.use(1)
    isAt(beside(8, '李四-接待中心'))
    await settled()
    expect(usedBeside).toEqual([7])
  })

  it('of the right button offers to paste, to copy and to change', async () => {
    sidecar.openMenu(1, 40, 90)
    expect(sidecar.store.getState().menu).toMatchObject({ phraseId: 'p2', title: '拆到每天', x: 40 })
    sidecar.choose('copy')
    await settled()
    expect(desk.uses).toMatchObject([{ phraseId: 'p2', mode: 'copy' }])
    sidecar.openMenuAt(10, 10)
    sidecar.choose('edit')
    expect(asked).toContain('edit p2')
    expect(sidecar.store.getState().menu).toBe(null)
  })

  it('twice within half a second is one, but what is chosen from the menu is meant', async () => {
    sidecar.use(1)
    await settled()
    sidecar.use(1)
    await settled()
    expect(desk.uses.map(({ phraseId }) => phraseId)).toEqual(['p2'])
    sidecar.openMenu(1, 40, 90)
    sidecar.choose('copy')
    await settled()
    expect(desk.uses.map(({ mode }) => mode)).toEqual(['paste', 'copy'])
  })

  it('on a phrase that lacks something takes the keyboard, for that is to be typed', async () => {
    desk.missing.p2 = [AMOUNT]
    sidecar.use(1)
    await settled()
    expect(asked).toEqual(['keyboard'])
    expect(panelState().focus.on).toBe('blank')
  })

  it('on what chooses a product takes the keyboard, too', () => {
    sidecar.panel.openPicker('product')
    expect(asked).toEqual(['keyboard'])
  })
})

describe('the pointer resting on a phrase', () => {
  it('shows what it would say, and uses nothing', async () => {
    sidecar.point(1)
    await settled()
    expect(panelState().selected).toBe(1)
    expect(desk.uses).toEqual([])
  })

  it('takes nothing away that is being told', async () => {
    sidecar.panel.store.setState({ notice: { tone: 'info', text: '已复制，请按 Ctrl+V' } })
    sidecar.point(1)
    expect(panelState()).toMatchObject({ selected: 0, notice: { text: '已复制，请按 Ctrl+V' } })
  })
})

describe('beside another chat', () => {
  it('nothing is filled in that was typed for the last one, and no sequence goes on', async () => {
    sidecar.panel.fillBlank('订单.金额', '200')
    await settled()
    isAt(beside(8, '李四-接待中心'))
    expect(panelState()).toMatchObject({ blanks: {}, sequence: null, targetTitle: '李四-接待中心' })
  })

  it('the same chat elsewhere changes nothing', async () => {
    sidecar.panel.fillBlank('订单.金额', '200')
    isAt({ ...beside(7, '张三-接待中心'), form: 'over' })
    expect(panelState().blanks).toEqual({ '订单.金额': '200' })
  })
})
