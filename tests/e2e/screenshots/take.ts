import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Chat, openChat } from '../../support/desktop/chat.ts'
import { type Desktop, startDesktop } from '../../support/desktop/desktop.ts'
import { movePointer } from '../../support/desktop/keyboard.ts'
import { run } from '../../support/desktop/run.ts'
import type { Workbench } from '../pages/workbench.ts'
import { type Program, profileIn, startProgram } from '../support/program.ts'
import { chooseRuntime, root } from '../support/runtime.ts'
import { takeCustomers } from './customers.ts'
import { takeFollowUps } from './follow-ups.ts'
import { takeImages } from './images.ts'
import { takePhraseEditor } from './phrase-editor.ts'
import { takePhrases } from './phrases.ts'
import { takeProducts } from './products.ts'
import { takeSettings, takeTour } from './settings.ts'
import { takeShelves } from './shelves.ts'
import { takeSidecar } from './sidecar.ts'
import { takeTeam } from './team.ts'
import { takeTechniques } from './techniques.ts'
import { type TakePage, takeInBothThemes } from './themes.ts'
import { takeTidying } from './tidying.ts'
import { takeWording } from './wording.ts'

// node tests/e2e/screenshots/take.ts: the README's pictures, of the built program on a real desktop, with the starter
// library and the sample shop. Nothing in them is drawn by hand but the chat program behind the panel.

const FOLDER = path.join(root, 'docs', 'screenshots')
/** Names of the pictures so far. */
const taken = new Set<string>()
const SCREEN = { width: 1440, height: 900 }

chooseRuntime()
mkdirSync(FOLDER, { recursive: true })
const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-screenshots-'))
mkdirSync(path.join(folder, 'empty'))
mkdirSync(path.join(folder, 'new'))
mkdirSync(path.join(folder, 'beside'))
const desktop = inChinese(await startDesktop(SCREEN))
try {
  await movePointer(desktop.env, SCREEN.width - 1, SCREEN.height - 1)
  const chat = await openReception()
  const program = await startProgram({
    desktop,
    dataDir: path.join(folder, 'library'),
    profile: profileIn(folder),
  })
  await takePanel(program, chat)
  const inBothThemes = (bench: Workbench, name: string) =>
    takeInBothThemes(program.app, bench, name, picturePage)
  const bench = await takeWorkbench(program, inBothThemes)
  await takeProducts(bench, folder, inBothThemes)
  await takePhraseEditor(bench, inBothThemes)
  await takeTidying(bench, program.app, picturePage)
  await takeTechniques(program, chat, picture)
  await takeWording(program, chat, picture)
  await takeCustomers(program, chat, bench, picture, inBothThemes)
  await takeFollowUps(program, chat, bench, picture, inBothThemes)
  await takeImages(program, chat, bench, picture, inBothThemes)
  await takeSettings(bench, program.app, picturePage)
  await takeTeam(bench, program.app, folder, picturePage)
  await program.quit()
  await takePhrases(desktop, folder, picturePage)
  await takeShelves(desktop, path.join(folder, 'empty'), picturePage)
  await takeTour(desktop, path.join(folder, 'new'), picturePage)
  await takeSidecar(desktop, path.join(folder, 'beside'), chat, { picture, screen })
  await chat.close()
  await lighten()
} finally {
  await desktop.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

/**
 * The pictures with 256 colours each: a third of the bytes, and nobody sees the difference on pages of few colours.
 */
async function lighten(): Promise<void> {
  for (const file of [...taken].map(picture))
    await run('convert', [file, '-strip', '-dither', 'None', '-colors', '256', `PNG8:${file}`], desktop.env)
}

/** Dates and times stand on the page as they do on an agent's machine. */
function inChinese(desktop: Desktop): Desktop {
  return { ...desktop, env: { ...desktop.env, LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' } }
}

/** A chat program over the whole screen, as agents have it, with a buyer who waits. */
async function openReception(): Promise<Chat> {
  const chat = await openChat(desktop, { title: '小鱼儿-接待中心', ...SCREEN, x: 0, y: 0 })
  await chat.page.setContent(readFileSync(path.join(import.meta.dirname, 'reception.html'), 'utf8'))
  await chat.focus()
  return chat
}

async function takePanel({ app, panel }: Program, chat: Chat): Promise<void> {
  await panel.summon()
  await panel.chooseProduct('面霜', 'HF002')
  await panel.describeBuyer('小鱼儿 价格敏感 浙江')
  await panel.page.keyboard.insertText('有点贵')
  await panel.answers('有点贵')
  await panel.script.filter({ hasText: '元' }).waitFor()
  await screen('panel-over-chat')
  await panel.page.screenshot({ path: picture('panel') })

  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await panel.page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await panel.page.screenshot({ path: picture('panel-dark') })
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light'
  })

  await panel.press('Return')
  await panel.isClosed()
  await chat.page.waitForFunction(() => document.querySelector('textarea')?.value !== '')
  await screen('pasted')

  await chat.focus()
  await panel.summon()
  await panel.press('ctrl+a')
  await panel.search('jz01')
  await panel.press('Tab')
  await panel.type('10')
  await panel.page.screenshot({ path: picture('panel-blanks') })
  await panel.press('Escape', 'Escape')
  await panel.isClosed()
}

async function takeWorkbench({ workbench }: Program, takePage: TakePage): Promise<Workbench> {
  const bench = await workbench()
  await bench.phrase('标准问候').waitFor()
  await takePage(bench, 'workbench-phrases')
  await bench.phrase('标准问候').click()
  await bench.page.getByRole('dialog').waitFor()
  await takePage(bench, 'workbench-editor')
  await bench.page.keyboard.press('Escape')
  await bench.goTo('products')
  await bench.page.locator('[data-product]').first().waitFor()
  await takePage(bench, 'workbench-products')
  await bench.goTo('settings')
  await bench.page.getByRole('textbox').first().waitFor()
  await takePage(bench, 'workbench-settings')
  return bench
}

/** The window's page when nothing moves in it any more. */
async function picturePage({ page }: Workbench, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  // A notice lasts while the window is covered or its clock stands, and belongs to the picture of undo alone.
  const style = name.startsWith('undo') ? '' : '.ant-message { display: none !important }'
  await page.screenshot({ path: picture(name), style })
}

/** The whole screen, as a person in front of it sees it. */
async function screen(name: string): Promise<void> {
  await run('import', ['-window', 'root', picture(name)], desktop.env)
}

function picture(name: string): string {
  taken.add(name)
  return path.join(FOLDER, `${name}.png`)
}
