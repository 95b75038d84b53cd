import type { Workbench } from '../pages/workbench.ts'
import type { Program } from '../support/program.ts'

export type TakePage = (bench: Workbench, name: string) => Promise<void>

/** A page as it is, and as `…-dark` in the dark; it is left in the light. */
export async function takeInBothThemes(
  app: Program['app'],
  bench: Workbench,
  name: string,
  takePage: TakePage,
): Promise<void> {
  await takePage(bench, name)
  await turnTo(app, bench, 'dark')
  await takePage(bench, `${name}-dark`)
  await turnTo(app, bench, 'light')
}

async function turnTo(app: Program['app'], { page }: Workbench, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
  await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme)
}
