/**
 * Runs inside Wine, where no test runner does: sets group policies by Windows' own `reg`, and writes what the program makes of
 * them as JSON to the file named by the first argument. win32-group-policy.test.ts judges it.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { companyPolicyReader } from '../../../../electron/shell/updates/company-policy.ts'
import type { CompanyWord } from '../../../../electron/shell/updates/company-word.ts'

export type GroupPolicyReport = Record<string, CompanyWord>

const KEY = 'HKLM\\Software\\Policies\\Golden Six'
const { ProgramData: programData = 'C:\\ProgramData' } = process.env

const reg = (...words: string[]) => execFileSync('reg', words, { stdio: 'ignore' })
const set = (name: string, type: string, data: string) =>
  reg('add', KEY, '/v', name, '/t', type, '/d', data, '/f')

const [, , reportFile] = process.argv
if (!reportFile) throw new Error('name the file for the report')
const folder = path.join(programData, 'Golden Six')
const report: GroupPolicyReport = {}
try {
  const read = await companyPolicyReader(process.platform, process.env)
  report.nothing = read()
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'policy.json'), '{"updates":{"isOff":true}}')
  report.onlyFile = read()
  set('UpdateServer', 'REG_SZ', '')
  report.emptyServer = read()
  set('UpdateServer', 'REG_SZ', 'https://公司.example.cn/g6')
  report.server = read()
  set('UpdatesOff', 'REG_DWORD', '1')
  report.serverAndOff = read()
  set('UpdatesOff', 'REG_SZ', 'yes')
  report.notUnderstood = read()
  set('UpdatesOff', 'REG_DWORD', '0')
  set('UpdateServer', 'REG_SZ', '\\\\nas\\g6')
  report.noAddress = read()
} finally {
  rmSync(folder, { recursive: true, force: true })
  reg('delete', KEY, '/f')
}
writeFileSync(reportFile, JSON.stringify(report, null, 2))
process.exit(0)
