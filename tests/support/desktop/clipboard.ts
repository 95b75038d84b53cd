import { spawn } from 'node:child_process'
import { run } from './run.ts'

/** X targets of the clipboard's usual contents. */
export const targets = { text: 'UTF8_STRING', html: 'text/html', png: 'image/png' } as const

/**
 * Puts data on the clipboard as another program would, under one target. xclip stays behind to serve it until
 * someone else copies; that is how X11 works, and why this does not wait for it to end.
 */
export async function copyToClipboard(
  env: NodeJS.ProcessEnv,
  data: Buffer | string,
  target: string = targets.text,
): Promise<void> {
  // xclip goes to the background once it owns the clipboard; with its pipes closed that is the end of the parent.
  const child = spawn('xclip', ['-selection', 'clipboard', '-t', target, '-i'], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin.end(data)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`xclip ended with ${code}`)
  // The one in the background may not have told the X server yet: the old owner would answer for it.
  const expected = Buffer.from(data)
  const deadline = Date.now() + 5000
  while (Date.now() < deadline) {
    const held = await readClipboard(env, target).catch(() => undefined)
    if (held?.equals(expected)) return
  }
  throw new Error('xclip did not take the clipboard')
}

/** The bytes under a target; rejects when the clipboard does not have it. */
export function readClipboard(env: NodeJS.ProcessEnv, target: string = targets.text): Promise<Buffer> {
  return run('xclip', ['-selection', 'clipboard', '-t', target, '-o'], env)
}

export async function readClipboardText(env: NodeJS.ProcessEnv): Promise<string> {
  return (await readClipboard(env)).toString()
}

/** What the clipboard's owner offers; empty when it is empty. */
export async function clipboardTargets(env: NodeJS.ProcessEnv): Promise<string[]> {
  const listed = await readClipboard(env, 'TARGETS').catch(() => Buffer.alloc(0))
  return listed.toString().split('\n').filter(Boolean)
}
