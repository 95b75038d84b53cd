import { expect, it } from 'vitest'
import { answer, desk, panel, pass, settled, show, sitAtPanel, type } from './sitting.ts'

sitAtPanel()

/** The sitting in which the desk was last told that a person typed; null for none. */
const typedIn = () => desk.lastSearch.request.typedIn
const libraryChanges = async () => {
  desk.tell({ kind: 'library-changed' })
  await settled()
}

it('what the agent types is asked for as typed, once: not again when the library changes or the panel is shown', async () => {
  expect(typedIn()).toBeNull()
  show(1_000_000)
  await type('退差')
  await type('退差价')
  expect(typedIn()).not.toBeNull()
  await answer()
  await libraryChanges()
  expect(desk.lastSearch.request).toMatchObject({ text: '退差价', typedIn: null })
  desk.tell({ kind: 'panel-hidden' })
  show(1_001_000)
  await settled()
  expect(desk.lastSearch.request).toMatchObject({ text: '退差价', typedIn: null })
})

it('the panel that is put away ends a sitting', async () => {
  await type('退')
  const first = typedIn()
  await type('退差价')
  expect(typedIn()).toBe(first)
  desk.tell({ kind: 'panel-hidden' })
  pass(5_000)
  show(1_005_000)
  await type('退')
  expect(typedIn()).not.toBeNull()
  expect(typedIn()).not.toBe(first)
})

it('what was captured was typed by nobody, whatever is typed behind it; a new query is the agent’s own', async () => {
  show(1_000_000)
  desk.tell({ kind: 'captured', captured: { as: 'message', text: '昨天买的还没到', from: 'selection' } })
  await settled()
  expect(typedIn()).toBeNull()
  await libraryChanges()
  expect(typedIn()).toBeNull()
  await type('昨天买的还没到啊')
  expect(desk.lastSearch.request).toMatchObject({ text: '昨天买的还没到啊', typedIn: null })
  await type('退')
  expect(typedIn()).not.toBeNull()
})

it('what was pasted in, or comes back by undoing, was typed by nobody', async () => {
  for (const text of ['王小美', '王小美']) {
    panel.type(text, false, false)
    await settled()
    expect(typedIn()).toBeNull()
    await type('王小美发货')
    expect(typedIn()).toBeNull()
    panel.clearQuery()
    await settled()
  }
  await type('发货')
  expect(typedIn()).not.toBeNull()
})

it('letters on their way to a word are none', async () => {
  panel.type('tuichajia', true)
  await settled()
  expect(typedIn()).toBeNull()
  await type('退差价')
  expect(typedIn()).not.toBeNull()
})
