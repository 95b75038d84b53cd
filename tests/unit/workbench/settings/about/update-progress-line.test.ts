import { type ComponentProps, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { UpdateProgressLine } from '../../../../../renderer/workbench/settings/about/UpdateProgressLine.tsx'
import { updateStrings as words } from '../../../../../renderer/workbench/strings/updates.ts'

type Line = ComponentProps<typeof UpdateProgressLine>

const nothing = () => undefined
const UNKNOWN: Line = {
  policy: {
    server: { address: 'https://updates.cn/', by: 'build' },
    checks: 'automatic',
    checksBy: 'build',
  },
  progress: { status: 'never-checked' },
  checkedAt: null,
  notInstalled: null,
  check: { isPending: false, mutate: nothing },
  postpone: { mutate: nothing },
  restart: nothing,
  isRestarting: false,
}

/** What a person reads, and what they can press. */
function seen(changes: Partial<Line>) {
  const html = renderToStaticMarkup(createElement(UpdateProgressLine, { ...UNKNOWN, ...changes }))
  const buttons = [...html.matchAll(/<button(.*?)>(.*?)<\/button>/g)].map(
    ([, attributes = '', label = '']) => {
      const name = label.replace(/<[^>]*>|\s/g, '')
      return / disabled/.test(attributes) ? `(${name})` : name
    },
  )
  return { text: html.replace(/<button.*?<\/button>|<[^>]*>/g, ''), buttons }
}

describe('an update that was not installed', () => {
  const READY = { status: 'ready', version: '1.5.0', isPostponed: false } as const
  const once = { version: '1.5.0', isTriedAgain: true }
  const twice = { version: '1.5.0', isTriedAgain: false }

  it('is named, with what runs now, what was in the way, and what to do', () => {
    const { text, buttons } = seen({ notInstalled: once })
    expect(text).toContain('没有装上 1.5.0，现在用的还是原来的版本，话术没有受影响')
    expect(text).toMatch(/杀毒软件.*放行黄金六秒.*重新运行安装包/)
    expect(text).not.toContain(words.notTriedAgain)
    expect(buttons).toEqual([words.check])
  })

  it('can be installed again by hand when it is not tried by itself any more', () => {
    const { text, buttons } = seen({ notInstalled: twice, progress: READY })
    expect(text).toContain(words.notTriedAgain)
    expect(text).toContain(words.readyAgain('1.5.0'))
    expect(text).not.toContain('退出程序时自动安装')
    expect(buttons).toEqual([words.restart, words.later])
  })

  it('is tried by itself once more, which is then said', () => {
    expect(seen({ notInstalled: once, progress: READY }).text).toContain(words.ready('1.5.0'))
  })

  it('says nothing against a newer one that has come since', () => {
    const newer = { ...READY, version: '1.6.0' }
    expect(seen({ notInstalled: twice, progress: newer }).text).toContain(words.ready('1.6.0'))
  })
})

it('an update that was put off cannot be put off again', () => {
  const progress = { status: 'ready', version: '1.5.0', isPostponed: true } as const
  expect(seen({ progress })).toEqual({ text: words.postponed('1.5.0'), buttons: [words.restart] })
})

it('where nobody named a server, or the company forbids it, there is nothing to press', () => {
  expect(seen({ policy: { ...UNKNOWN.policy, server: null } })).toEqual({
    text: words.noServer,
    buttons: [`(${words.check})`],
  })
  const forbidden = { ...UNKNOWN.policy, checks: 'off', checksBy: 'company' } as const
  expect(seen({ policy: forbidden })).toEqual({ text: words.closed, buttons: [`(${words.check})`] })
})
