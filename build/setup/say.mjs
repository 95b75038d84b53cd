/** Progress goes to stderr, so that what a command prints on stdout stays its own (`desk -- … --json`). */
export function say(/** @type {string} */ line) {
  process.stderr.write(`${line}\n`)
}

/** Something the person at the keyboard should know, in one line; the program ends with `exitCode`. */
export class Complaint extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message)
    this.name = 'Complaint'
    this.exitCode = exitCode
  }
}

/**
 * Runs a command's `main` and turns its result into the exit status: no stack trace ever reaches the terminal, unless
 * `GOLDEN_SIX_DEBUG` asks for it.
 *
 * @param {(args: string[]) => Promise<number>} main
 */
export async function runAsProgram(main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    process.exitCode = error instanceof Complaint ? error.exitCode : 1
    const line = wordsFor(error)
    if (line) say(line)
    if (process.env.GOLDEN_SIX_DEBUG) console.error(error)
  }
}

/** @param {unknown} error */
function wordsFor(error) {
  if (error instanceof Complaint) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC') return '磁盘已满。The disk is full: free some space and try again.'
  if (
    (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') &&
    error instanceof Error &&
    'path' in error
  ) {
    return `没有权限。No permission to write ${error.path}: check its owner and try again.`
  }
  return `Unexpected: ${error instanceof Error ? error.message.split('\n')[0] : error} (GOLDEN_SIX_DEBUG=1 shows more)`
}
