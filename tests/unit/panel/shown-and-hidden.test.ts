import { describe, expect, it } from 'vitest'
import { CREAM } from './pretend-desk.ts'
import { answer, desk, later, now, panel, rows, settled, show, sitAtPanel, state, type } from './sitting.ts'

sitAtPanel()

describe('shown and hidden', () => {
  async function hideAndShow(afterMs: number): Promise<void> {
    await type('bj')
    await answer('bj01', 'bj02')
    panel.move('row', 1)
    desk.tell({ kind: 'panel-hidden' })
    show(now + afterMs)
  }

  it('within half a minute the query is still there, selected, with its row in hand', async () => {
    await hideAndShow(30_000)
    await answer('bj01', 'bj02')
    expect(state()).toMatchObject({ query: 'bj', selected: 1, focus: { on: 'whole-query' }, ring: 'running' })
  })

  it('after that it is made new while nobody looks', async () => {
    await type('bj')
    desk.tell({ kind: 'panel-hidden' })
    expect(later?.ms).toBe(30_000)
    later?.act()
    expect(desk.lastSearch.request.text).toBe('')
    expect(state().query).toBe('')
  })

  it('is not made new under the eyes of who opened it again', async () => {
    await hideAndShow(5_000)
    expect(later).toBeNull()
  })

  it('a letter typed before the news of its opening arrives is not lost', async () => {
    await type('bj')
    desk.tell({ kind: 'panel-hidden' })
    expect(state().focus.on).toBe('whole-query')
    await type('w')
    const caret = state().focus
    show(now + 60_000)
    await answer('wh01')
    expect(state()).toMatchObject({ query: 'w', ring: 'running', focus: caret })
  })

  it('opened late although no timer ran, it begins anew', async () => {
    await hideAndShow(30_001)
    expect(desk.lastSearch.request.text).toBe('')
    await answer('wh01', 'bj02')
    expect(state()).toMatchObject({ query: '', selected: 0, focus: { on: 'query' } })
  })

  it('product and buyer stay', async () => {
    panel.chooseProduct(CREAM)
    await hideAndShow(3_600_000)
    expect(state().product).toEqual(CREAM)
  })

  it('Esc hides the window; a page, which cannot be hidden, clears itself', async () => {
    await type('bj')
    panel.dismiss()
    expect(desk.hiddenTimes).toBe(1)
    desk.capabilities = { ...desk.capabilities, host: 'browser' }
    desk.tell({ kind: 'settings-changed' })
    await settled()
    panel.dismiss()
    expect(state().query).toBe('')
    expect(desk.hiddenTimes).toBe(1)
  })

  it('the ring goes quiet after its time, and a use then does not wind it back', async () => {
    show(900_000)
    await answer('wh01')
    panel.ringIsOver()
    expect(state().ring).toBe('late')
    await panel.use('paste')
    expect(state().ring).toBe('late')
  })

  it('a change of the library is seen at once, with the same row in hand', async () => {
    panel.move('row', 1)
    desk.tell({ kind: 'library-changed' })
    await answer('neu01', 'wh01', 'bj01')
    expect(rows()?.[state().selected]).toBe('bj01')
  })
})
