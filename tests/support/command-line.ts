import { runCommandLine, type Terminal } from '../../electron/command-line/run.ts'

/** `golden-six …` in this process, which is a second quicker than in one of its own: its status, and its two streams. */
export const golden = (...args: string[]) => goldenAt({}, ...args)

/** The same where somebody types, or something is piped in. */
export async function goldenAt(
  terminal: Pick<Terminal, 'readInput' | 'askSecretly'> & { stdin?: Uint8Array },
  ...args: string[]
): Promise<{ status: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' }
  const status = await runCommandLine(args, {
    ...terminal,
    streams: {
      read: async () => terminal.stdin ?? new Uint8Array(),
      write: (bytes) => {
        said.stdout += Buffer.from(bytes).toString('latin1')
      },
    },
    out: (text) => {
      said.stdout += text
    },
    error: (text) => {
      said.stderr += text
    },
  })
  return { status, ...said }
}
