import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  KNOWN_NAMES,
  parseScript,
  STANDARD_HELP,
  TAG_HELP,
  TECHNIQUE_HELP,
  WORDING_HELP,
} from '../../../shared/template/index.ts'
import { inChina } from '../techniques/sample-shop.ts'
import { rendering } from './sample-facts.ts'

const FILES = ['docs/scripts.md', 'docs/scripts.zh-CN.md']
const EXAMPLE = /```liquid ?([^\n]*)\n([^`]*?)\n```\n```(text|missing|refused|error)\n([^`]*?)\n```/g

interface Example {
  settings: string
  body: string
  kind: string
  expected: string
}

/** The examples of a page: a script, with the circumstances after `liquid`, and right below what comes of it. */
function examplesIn(page: string): Example[] {
  return [...page.matchAll(EXAMPLE)].map(([, settings = '', body = '', kind = '', expected = '']) => ({
    settings,
    body,
    kind,
    expected,
  }))
}

/** What comes of an example, in the words of the page. */
function outcomeOf({ settings, body, kind }: Example): string {
  const parsed = parseScript(body)
  if (!parsed.ok) return `${parsed.error.line}:${parsed.error.column} ${parsed.error.message}`
  const { at, without, ...blanks } = Object.fromEntries(
    settings
      .split(' ')
      .filter(Boolean)
      .map((setting) => setting.split('=') as [string, string]),
  )
  const { text, missing, refusals } = rendering(
    body,
    { ...(at ? { now: inChina(at) } : {}), ...(without ? { [without]: null } : {}) },
    blanks,
  )
  if (kind === 'missing') return missing.map(({ name }) => name).join('\n')
  return kind === 'refused'
    ? refusals.map(({ reason }) => reason).join('\n')
    : (text ?? JSON.stringify({ missing, refusals }))
}

describe.each(FILES)('%s', (file) => {
  const page = readFileSync(file, 'utf8')
  const examples = examplesIn(page)

  test.each(examples.map((example) => [example.body, example] as const))('%s', (_body, example) => {
    expect(outcomeOf(example)).toBe(example.expected)
  })

  test('has an outcome under every example', () => {
    expect(examples).toHaveLength(page.match(/```liquid/g)?.length ?? 0)
  })

  test('lists every name and every filter', () => {
    const words = [...KNOWN_NAMES, ...TECHNIQUE_HELP, ...WORDING_HELP, ...STANDARD_HELP, ...TAG_HELP].map(
      ({ name }) => name,
    )
    for (const word of words) expect(page, word).toContain(`\`${word}\``)
  })
})
