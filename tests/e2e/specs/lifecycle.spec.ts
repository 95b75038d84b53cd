import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from '../support/fixtures.ts'
import { argumentsFor, profileIn } from '../support/program.ts'
import { electronExecutable, root } from '../support/runtime.ts'

test('a second start brings the first program up and ends itself', async ({
  startAnew,
  folder,
  library,
  desktop,
}) => {
  const { app } = await startAnew()
  const opened = app.waitForEvent('window')
  const args = argumentsFor({ dataDir: library.dataDir, profile: profileIn(folder) })
  const second = spawn(electronExecutable(), args, { cwd: root, env: desktop.env, stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  const window = await opened
  await window.waitForURL(/\/workbench\//)
  expect(app.windows()).toHaveLength(2)
})

test('a second start with --panel opens the panel over the chat, for desktops that bind the key themselves', async ({
  startAnew,
  folder,
  library,
  desktop,
  chat,
}) => {
  const { panel } = await startAnew()
  await chat.focus()
  const args = [...argumentsFor({ dataDir: library.dataDir, profile: profileIn(folder) }), '--panel']
  await once(spawn(electronExecutable(), args, { cwd: root, env: desktop.env, stdio: 'ignore' }), 'exit')
  await panel.isOpen()
  await panel.search('wh02')
  await panel.press('Return')
  await chat.waitForText('在的在的，我是小禾，您请说~')
})

test('what was used most comes first after a restart', async ({ startAnew, library, chat }) => {
  await library.fill([
    ['aa1', '甲：稍等，我查一下', '测试'],
    ['aa2', '乙：稍等，我问一下', '测试'],
  ])
  const first = await startAnew()
  await first.panel.summon()
  await first.panel.search('aa2')
  await first.panel.press('Return')
  await chat.waitForText('乙：稍等，我问一下')
  await expect.poll(() => library.uses()).toHaveLength(1)
  await first.quit()

  const { panel } = await startAnew()
  await chat.focus()
  await panel.summon()
  await expect(panel.selectedRow).toContainText('aa2')
})
