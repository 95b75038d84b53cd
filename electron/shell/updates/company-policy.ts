import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CompanyPolicy, type CompanyWord } from './company-word.ts'

/**
 * Reads it anew each time. A group policy, which only administrators can set, stands in place of the file: that anybody may
 * have written on Windows.
 */
export async function companyPolicyReader(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): Promise<() => CompanyWord> {
  const file = companyFileOf(platform, env)
  const groupPolicy = platform === 'win32' ? await groupPolicyReader() : () => null
  return () => groupPolicy() ?? readCompanyFile(file)
}

/** koffi is loaded for it, and only where there are group policies. Without, nobody knows what they say. */
async function groupPolicyReader(): Promise<() => CompanyWord> {
  try {
    const { openGroupPolicy } = await import('./win32-group-policy.ts')
    return openGroupPolicy()
  } catch {
    return () => 'unreadable'
  }
}

/**
 * Where an IT department puts the file. Elsewhere only administrators can write there; on Windows anybody may create the folder
 * as long as no administrator has (docs/releasing.md), and thereby switch updates off, but have nothing unsigned installed.
 */
export function companyFileOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return path.win32.join(env.ProgramData ?? 'C:\\ProgramData', 'Golden Six', 'policy.json')
  if (platform === 'darwin') return '/Library/Application Support/Golden Six/policy.json'
  return '/etc/golden-six/policy.json'
}

export function readCompanyFile(file: string): CompanyWord {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable'
  }
  try {
    // Windows' own editor puts a byte order mark first.
    return CompanyPolicy.parse(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return 'unreadable'
  }
}
