import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  KNOWN_NAMES,
  mistakeIn,
  STANDARD_HELP,
  TAG_HELP,
  TECHNIQUE_HELP,
  WORDING_HELP,
} from '../../../shared/template/index.ts'
import { inChina } from '../techniques/sample-shop.ts'
import { rendering } from './sample-facts.ts'

const FILES = ['docs/scripts.md', 'docs/scripts.zh-CN.md']
const EXAMPLE = /```liquid ?([^\n]*)\n([^`]*?)\n```\n```(text|missing|refused|warned|error)\n([^`]*?)\n```/g

const HELP = [...TECHNIQUE_HELP, ...WORDING_HELP, ...STANDARD_HELP, ...TAG_HELP]
/** Shown once for all of their kind. */
const OF_A_KIND = ['每次', '每人']

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

/** A text in a cell of a Markdown table. */
function inTable(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>')
}

/** What comes of an example, in the words of the page. */
function outcomeOf({ settings, body, kind }: Example): string {
  const mistake = mistakeIn(body)
  if (mistake) return `${mistake.line}:${mistake.column} ${mistake.message}`
  const { at, without, ...blanks } = Object.fromEntries(
    settings
      .split(' ')
      .filter(Boolean)
      .map((setting) => setting.split('=') as [string, string]),
  )
  const { text, missing, refusals, warnings } = rendering(
    body,
    { ...(at ? { now: inChina(at) } : {}), ...(without ? { [without]: null } : {}) },
    blanks,
  )
  if (kind === 'warned') return warnings.join('\n')
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

  test('lists every name, filter and tag as the program explains it', () => {
    for (const { name, description, example } of KNOWN_NAMES)
      expect(page).toContain(`| \`${name}\` | ${description} | ${example} |`)
    for (const { name, description, example, prints } of HELP) {
      const row = [
        `\`${name}\``,
        inTable(description),
        `\`${example.replaceAll('|', '\\|')}\``,
        inTable(prints),
      ]
      expect(page).toContain(`| ${row.join(' | ')} |`)
    }
  })

  test('shows every technique at work', () => {
    const shown = examples.map(({ body }) => body).join('\n')
    for (const { name } of TECHNIQUE_HELP.filter((entry) => !OF_A_KIND.includes(entry.name)))
      expect(shown).toMatch(new RegExp(`\\| ${name}[ :]`))
  })
})
