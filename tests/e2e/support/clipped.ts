import type { Page } from '@playwright/test'

/**
 * Tables cut their cells to their columns and scroll sideways; they have stories of their own.
 */
const TABLE = 'table, [role=grid]'

/**
 * Texts on the page that a person cannot read whole: cut off at an edge that neither scrolls nor shows an ellipsis, or
 * grown out of a row of fixed height into the next one. Each with how much is missing, in px.
 */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate((table) => {
    /** Fractions of a pixel, and descenders of a line box that is a little low. */
    const TOLERANCE = 3
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const parent = node.parentElement
      if (
        text === '' ||
        !parent ||
        parent.closest('.heard, script, style, svg, [aria-hidden=true]') ||
        parent.closest(table)
      )
        continue
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const missing = missingOf(range.getBoundingClientRect(), parent)
      if (missing > TOLERANCE) found.add(`“${text.slice(0, 24)}” lacks ${Math.round(missing)}`)
    }
    for (const row of document.querySelectorAll<HTMLElement>('[style*="translateY"]')) {
      const over = row.scrollHeight - row.clientHeight
      if (over > TOLERANCE) found.add(`row “${row.textContent?.slice(0, 24)}” is ${over} too tall`)
    }
    return [...found]

    function missingOf(rect: DOMRect, from: Element): number {
      if (rect.width === 0) return 0
      const free = { x: true, y: true }
      let most = 0
      for (let box: Element | null = from; box && (free.x || free.y); box = box.parentElement) {
        const style = getComputedStyle(box)
        if (style.clipPath !== 'none') return 0
        const edge = box.getBoundingClientRect()
        const isCut = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        if (style.textOverflow === 'ellipsis') free.x = false
        if (style.webkitLineClamp !== 'none') free.y = false
        if (free.x && isCut(style.overflowX))
          most = Math.max(most, rect.right - edge.right, edge.left - rect.left)
        if (free.y && isCut(style.overflowY))
          most = Math.max(most, rect.bottom - edge.bottom, edge.top - rect.top)
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') free.x = false
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') free.y = false
        // What is laid over the page is held by the window alone.
        if (style.position === 'fixed') break
      }
      if (free.x) most = Math.max(most, rect.right - innerWidth, -rect.left)
      if (free.y) most = Math.max(most, rect.bottom - innerHeight, -rect.top)
      return most
    }
  }, TABLE)
}

/** Parts of the page that scroll sideways although they hold no table and no row of choices; each with how far, in px. */
export function scrollingSideways(page: Page): Promise<string[]> {
  return page.evaluate(
    (table) =>
      [...document.querySelectorAll<HTMLElement>('main *, [role=dialog] *')]
        .filter(
          (element) =>
            ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
            element.scrollWidth > element.clientWidth &&
            !element.querySelector(`${table}, [role=radiogroup]`) &&
            !element.closest(table),
        )
        .map((element) => `${element.className}: ${element.scrollWidth} in ${element.clientWidth}`),
    TABLE,
  )
}
