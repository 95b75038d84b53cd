import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { companyFileOf, readCompanyFile } from '../../../../electron/shell/updates/company-policy.ts'
import { updatePolicy } from '../../../../electron/shell/updates/update-policy.ts'
import { UpdateServer } from '../../../../shared/model/updates.ts'

const COMPANY = { updates: { server: 'https://company.cn/g6/' } }
const ENVIRONMENT = { GOLDEN_SIX_UPDATE_SERVER: 'https://machine.cn/g6' }
const MINE = { server: 'https://mine.cn/g6/', isAutomatic: true }
const UNCHOSEN = { server: null, isAutomatic: true }
const BUILT = 'https://makers.cn/g6/'

describe('who names the update server', () => {
  it('is the company, then the machine, then the person, then the makers', () => {
    const by = (...[company, env, settings, server]: Parameters<typeof listed>) =>
      listed(company, env, settings, server).server
    expect(by(COMPANY, ENVIRONMENT, MINE, BUILT)).toEqual({
      address: 'https://company.cn/g6/',
      by: 'company',
    })
    expect(by(null, ENVIRONMENT, MINE, BUILT)).toEqual({
      address: 'https://machine.cn/g6/',
      by: 'environment',
    })
    expect(by(null, {}, MINE, BUILT)).toEqual({ address: 'https://mine.cn/g6/', by: 'person' })
    expect(by(null, {}, UNCHOSEN, BUILT)).toEqual({ address: BUILT, by: 'build' })
    expect(by(null, {}, UNCHOSEN, null)).toBeNull()
  })

  it('is nobody with an address that is none', () => {
    const env = { GOLDEN_SIX_UPDATE_SERVER: 'file:///etc' }
    expect(listed(null, env, UNCHOSEN, BUILT).server?.by).toBe('build')
  })

  const listed = (
    company: Parameters<typeof updatePolicy>[0]['company'],
    env: NodeJS.ProcessEnv,
    settings: typeof MINE | typeof UNCHOSEN,
    server: string | null,
  ) => updatePolicy({ company, env, settings, server })
})

describe('whether it looks for updates', () => {
  const policy = (isOff: boolean | undefined, env: NodeJS.ProcessEnv, isAutomatic: boolean) =>
    updatePolicy({
      company: { updates: { isOff } },
      env,
      settings: { server: null, isAutomatic },
      server: BUILT,
    })

  it('is for the company to forbid, for the person to do when they want', () => {
    expect(policy(false, {}, true)).toMatchObject({ checks: 'automatic' })
    expect(policy(false, {}, false)).toMatchObject({ checks: 'when-asked', checksBy: 'person' })
    expect(policy(undefined, { GOLDEN_SIX_UPDATES: 'off' }, true)).toMatchObject({
      checks: 'off',
      checksBy: 'environment',
    })
    expect(policy(true, {}, true)).toMatchObject({ checks: 'off', checksBy: 'company' })
  })

  it('is not for a variable to forbid, which any user can set, where the company wants them', () => {
    expect(policy(false, { GOLDEN_SIX_UPDATES: 'off' }, true)).toMatchObject({ checks: 'automatic' })
  })
})

describe("a company's file", () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'company-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'policy.json')
  const written = (text: string) => {
    writeFileSync(file, text)
    return readCompanyFile(file)
  }

  it('stands where the system keeps what is for all users', () => {
    expect(companyFileOf('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Golden Six\\policy.json')
    expect(companyFileOf('linux', {})).toBe('/etc/golden-six/policy.json')
  })

  it('may be missing, and say more than this program knows', () => {
    expect(readCompanyFile(path.join(folder, 'none.json'))).toBeNull()
    expect(written('\uFEFF{"updates":{"server":"http://10.0.0.8/g6"},"printers":[]}')).toEqual({
      updates: { server: 'http://10.0.0.8/g6/' },
    })
  })

  it.each(['{', '[]', '{"updates":{"isOff":"yes"}}', '{"updates":{"server":"\\\\\\\\nas\\\\g6"}}'])(
    'that cannot be understood is not taken for none: %s',
    (text) => {
      expect(written(text)).toBe('unreadable')
    },
  )
})

describe('an address', () => {
  it('is a folder on a web server', () => {
    expect(UpdateServer.parse('https://updates.example.cn/golden-six')).toBe(
      'https://updates.example.cn/golden-six/',
    )
  })

  it.each([
    '',
    'updates.example.cn',
    'ftp://a.cn/',
    'file:///c:/',
    'https://me:secret@a.cn/',
    'https://a.cn/?a=b',
  ])('is not: %s', (address) => {
    expect(UpdateServer.safeParse(address).success).toBe(false)
  })
})
