import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { hasPrograms } from './needs.ts'
import type { GroupPolicyReport } from './wine/group-policy-inside.ts'
import { runUnderWine } from './wine/wine-node.ts'

const canRun = hasPrograms(['wine', 'wineserver'], 'wine wine64')

describe.skipIf(!canRun)('what a company decides by group policy (Wine, a real registry)', () => {
  let report: GroupPolicyReport

  beforeAll(async () => {
    const inside = path.join(import.meta.dirname, 'wine/group-policy-inside.ts')
    report = (await runUnderWine({ inside }, [])) as GroupPolicyReport
  }, 400_000)

  it('is nothing where there is none, and what the file says then holds', () => {
    expect(report.nothing).toBeNull()
    expect(report.onlyFile).toEqual({ updates: { isOff: true } })
  })

  it('is none while its server is empty: so policies leave a value that is not set', () => {
    expect(report.emptyServer).toEqual(report.onlyFile)
  })

  it('stands in place of the file, which an ordinary user may have written', () => {
    expect(report.server).toEqual({ updates: { server: 'https://公司.example.cn/g6/' } })
    expect(report.serverAndOff).toEqual({
      updates: { server: 'https://公司.example.cn/g6/', isOff: true },
    })
  })

  it('that cannot be understood is not taken for none', () => {
    expect(report.notUnderstood).toBe('unreadable')
    expect(report.noAddress).toBe('unreadable')
  })
})
