import { execFileSync } from 'node:child_process'

/**
 * True when every program is installed. Otherwise throws with what to install, so that no test is left out unseen;
 * with GOLDEN_SIX_ALLOW_SKIP=1 it returns false instead, and the caller skips.
 */
export function hasPrograms(programs: readonly string[], debianPackages: string): boolean {
  const missing = programs.filter((program) => !isInstalled(program))
  if (missing.length === 0) return true
  if (process.env.GOLDEN_SIX_ALLOW_SKIP === '1') return false
  throw new Error(
    `These tests need ${missing.join(', ')}. On Debian: apt-get install ${debianPackages}. ` +
      'To leave them out: GOLDEN_SIX_ALLOW_SKIP=1',
  )
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
