import { spawn } from 'node:child_process'

/** Runs a program to its end, with bytes in and bytes out. Rejects with what it said when it fails. */
export function run(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  input?: Buffer | string,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    let complaint = ''
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.stderr.on('data', (text: Buffer) => {
      complaint += text
    })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(out))
        : reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${complaint.trim()}`)),
    )
    child.stdin.end(input)
  })
}
