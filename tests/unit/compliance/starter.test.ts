import { describe, expect, it } from 'vitest'
import { checkScriptWording, greetingAdvice, warmerOpening } from '../../../shared/compliance/index.ts'
import { phrases } from '../assets/starter-files.ts'

const scripts = phrases.flatMap(({ code, title, body, step, variants }) => [
  { at: `${code} title`, text: title, step },
  ...[body, ...variants.map((variant) => variant.body)].map((text) => ({ at: code ?? title, text, step })),
])

describe('the starter library', () => {
  it('keeps every rule that is more than a hint', () => {
    const broken = scripts.flatMap(({ at, text }) =>
      checkScriptWording(text)
        .filter(({ level }) => level !== 'hint')
        .map(({ rule, text }) => `${at}: ${rule} ${text}`),
    )
    expect(broken).toEqual([])
  })

  it('opens warmly, and greets in three lines at most', () => {
    const bodies = scripts.filter(({ at }) => !at.endsWith('title'))
    expect(bodies.filter(({ text }) => warmerOpening(text)).map(({ at }) => at)).toEqual([])
    expect(bodies.filter(({ text, step }) => greetingAdvice(text, step)).map(({ at }) => at)).toEqual([])
  })
})
