import { SIDECAR_STRINGS } from '../../../renderer/panel/sidecar/strings.ts'
import type { Chat } from '../../support/desktop/chat.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { run } from '../../support/desktop/run.ts'
import { Sidecar } from '../pages/sidecar.ts'
import { profileIn, startProgram } from '../support/program.ts'
import { takeChatsForQianniu } from '../support/qianniu.ts'
import type { Picture } from './techniques.ts'

const CHAT = { width: 1040, height: 870 } as const

/** The sidecar beside the chat, its menu, in the dark, and the rib that stands in for it where there is no room. */
export async function takeSidecar(
  desktop: Desktop,
  folder: string,
  chat: Chat,
  { picture, screen }: { picture: Picture; screen: (name: string) => Promise<void> },
): Promise<void> {
  const dataDir = `${folder}/library`
  takeChatsForQianniu(dataDir)
  const program = await startProgram({ desktop, dataDir, profile: profileIn(folder) })
  await size(CHAT.width, CHAT.height)
  const sidecar = await Sidecar.of(program, desktop)
  await sidecar.standsAt({ width: 360 })
  await chat.focus()
  await sidecar.click(sidecar.group('异议').first())
  await sidecar.row('拆到每天').hover()
  await sidecar.preview.getByText('拆到每天').waitFor()
  await screen('sidecar-beside-chat')
  await sidecar.click(sidecar.row('拆到每天'), 3)
  await sidecar.choice(SIDECAR_STRINGS.menu.copy).waitFor()
  await sidecar.page.screenshot({ path: picture('sidecar-menu') })
  await sidecar.page.keyboard.press('Escape')
  await program.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await sidecar.page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await sidecar.page.screenshot({ path: picture('sidecar-dark') })
  await program.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light'
  })
  await size(1440, 870)
  await sidecar.rib.waitFor()
  await screen('sidecar-rib')
  await program.quit()

  async function size(width: number, height: number): Promise<void> {
    await run(
      'xdotool',
      ['windowsize', '--sync', String(chat.window), String(width), String(height)],
      desktop.env,
    )
  }
}
