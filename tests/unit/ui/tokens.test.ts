import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLOURS, type ColourName, FONTS, LENGTHS } from '../../../renderer/ui/tokens.ts'

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')
const inCss = new Map(
  [...css.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('"', "'").replace(/\s+/g, ' '),
  ]),
)
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

describe('design tokens', () => {
  it('are the same in the style sheet and in TypeScript', () => {
    const inTypeScript = new Map([
      ...Object.entries(COLOURS).map(
        ([name, { light, dark }]) => [kebab(name), `light-dark(${light}, ${dark})`] as const,
      ),
      ...Object.entries(LENGTHS).map(([name, value]) => [kebab(name), value] as const),
      ...Object.entries(FONTS).map(([name, value]) => [`font-${name}`, value] as const),
    ])
    expect(inCss).toEqual(inTypeScript)
  })

  const grounds: ColourName[] = ['paper', 'leaf', 'hover', 'chosen']
  const texts: ColourName[] = ['ink', 'inkSoft', 'inkFaint', 'goldInk', 'danger']
  const pairs: [ColourName, ColourName, number][] = [
    ...texts.flatMap((text) =>
      grounds.map((ground) => [text, ground, 4.5] as [ColourName, ColourName, number]),
    ),
    ['ink', 'goldWash', 4.5],
    ['goldInk', 'goldWash', 4.5],
    ['ink', 'dangerWash', 4.5],
    ['danger', 'dangerWash', 4.5],
    ['gold', 'paper', 3],
    ['gold', 'leaf', 3],
    ['edge', 'paper', 3],
    ['onGold', 'gold', 3],
  ]

  it.each(pairs)('%s on %s reaches a contrast of %d in both themes', (text, ground, least) => {
    for (const theme of ['light', 'dark'] as const) {
      expect(contrast(COLOURS[text][theme], COLOURS[ground][theme]), theme).toBeGreaterThanOrEqual(least)
    }
  })
})

/** WCAG 2.2, contrast ratio of two `#rrggbb` colours. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
