import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagesState, reasonIn } from '../../../build/setup/packages.mjs'
import { temporaryFolder } from '../../support/library.ts'

type Locked = Record<
  string,
  { version: string; optional?: boolean } | { devDependencies: Record<string, string> }
>

const WANTED: Locked = {
  '': { devDependencies: { zod: '4.0.0' } },
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/fsevents': { version: '2.0.0', optional: true },
}

function checkout(installed: Locked | string | null) {
  const root = temporaryFolder()
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: WANTED }))
  if (installed === null) return root
  mkdirSync(path.join(root, 'node_modules/zod'), { recursive: true })
  writeFileSync(path.join(root, 'node_modules/zod/package.json'), '{}')
  const record = typeof installed === 'string' ? installed : JSON.stringify({ packages: installed })
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), record)
  return root
}

describe('node_modules', () => {
  it('is fresh when it is what the lock asks for; packages of other platforms may be absent', () => {
    expect(packagesState(checkout({ 'node_modules/zod': { version: '4.0.0' } }))).toBe('fresh')
  })

  it('is missing in a fresh clone', () => {
    expect(packagesState(checkout(null))).toBe('missing')
  })

  it.each([
    ['another version is asked for', { 'node_modules/zod': { version: '3.9.0' } }],
    ['a package was added', {}],
    ['an installation was killed while it wrote', '{"packages": {'],
  ])('is stale when %s', (_title, installed) => {
    expect(packagesState(checkout(installed))).toBe('stale')
  })

  it('is stale when an installation was killed before its end, or a package was deleted by hand', () => {
    const killed = checkout({ 'node_modules/zod': { version: '4.0.0' } })
    rmSync(path.join(killed, 'node_modules/.package-lock.json'))
    expect(packagesState(killed)).toBe('stale')

    const deleted = checkout({ 'node_modules/zod': { version: '4.0.0' } })
    rmSync(path.join(deleted, 'node_modules/zod'), { recursive: true })
    expect(packagesState(deleted)).toBe('stale')
  })
})

describe('a failed installation', () => {
  it.each([
    [
      'npm error code ENOTFOUND\nnpm error network request failed',
      'the npm registry cannot be reached (ENOTFOUND)',
    ],
    ['npm error code ENOSPC\nnpm error syscall write', 'the disk is full'],
    ['npm error code E404\nnpm error 404 Not Found - GET x', 'E404: 404 Not Found - GET x'],
    [
      'npm error code 1\nnpm error path /x\nnpm error command failed\nnpm error command sh -c cc\nnpm error cc: not found',
      '1: cc: not found',
    ],
    ['', 'npm gave no reason'],
  ])('gives its reason in one line: %j', (output, reason) => {
    expect(reasonIn(output)).toContain(reason)
    expect(reasonIn(output)).not.toContain('\n')
  })
})
