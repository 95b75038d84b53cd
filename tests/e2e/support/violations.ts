import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'

/** What axe finds wrong by WCAG 2.2 A and AA, in one line each. */
export const violations = (page: Page): Promise<string[]> =>
  found(axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']))

/** In legacy mode: Electron opens no tab for axe's own page. What is just going, as a notice does, is not read any more. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().exclude('[class*="-leave"]')

async function found(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}

/**
 * The same in the light theme, and what of it depends on colours in the dark one; the system changes them under the open
 * page, and it ends in the light one.
 */
export async function violationsInBothThemes(app: ElectronApplication, page: Page): Promise<string[]> {
  const lines: string[] = []
  for (const theme of ['dark', 'light'] as const) {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    await page.waitForFunction(
      (isDark) => matchMedia('(prefers-color-scheme: dark)').matches === isDark,
      theme === 'dark',
    )
    await settled(page)
    const seen = await (theme === 'light' ? violations(page) : found(axe(page).withRules(COLOUR_RULES)))
    lines.push(...seen.map((line) => `${theme} ${line}`))
  }
  return lines
}

const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Colours fade from one theme to the other, and notices in and out; what is half-way has neither's contrast. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await nextFrame()
    await nextFrame()
    const fades = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    const running = fades.filter(({ playState }) => playState === 'running')
    await Promise.allSettled(running.map((fade) => fade.finished))
  })
