import { run } from './run.ts'

/** Presses keys together, as a person would: `pressKeys(env, 'ctrl+alt+space')`. They go to the window in front. */
export async function pressKeys(env: NodeJS.ProcessEnv, ...combinations: string[]): Promise<void> {
  await run('xdotool', ['key', '--clearmodifiers', ...combinations], env)
}

/** Presses and keeps down; end it with `releaseKeys`. */
export async function holdKeys(env: NodeJS.ProcessEnv, ...keys: string[]): Promise<void> {
  await run('xdotool', ['keydown', ...keys], env)
}

export async function releaseKeys(env: NodeJS.ProcessEnv, ...keys: string[]): Promise<void> {
  await run('xdotool', ['keyup', ...keys], env)
}

/** Types text key by key, `delayMs` between keys. */
export async function typeText(env: NodeJS.ProcessEnv, text: string, { delayMs = 8 } = {}): Promise<void> {
  await run('xdotool', ['type', '--delay', String(delayMs), text], env)
}

/** Moves the pointer, in pixels from the upper left corner. */
export async function movePointer(env: NodeJS.ProcessEnv, x: number, y: number): Promise<void> {
  await run('xdotool', ['mousemove', String(x), String(y)], env)
}

/** X11 id of the window that has the keyboard; 0 when none has. */
export async function activeWindow(env: NodeJS.ProcessEnv): Promise<number> {
  return Number((await run('xdotool', ['getactivewindow'], env).catch(() => '0')).toString())
}

/** X11 ids of visible windows whose title matches the regular expression. */
export async function windowsTitled(env: NodeJS.ProcessEnv, title: string): Promise<number[]> {
  const found = await run('xdotool', ['search', '--onlyvisible', '--name', title], env).catch(() => '')
  return found.toString().split('\n').filter(Boolean).map(Number)
}

/** Brings a window to the front; resolves when it has the keyboard. */
export async function focusWindow(env: NodeJS.ProcessEnv, window: number): Promise<void> {
  await run('xdotool', ['windowactivate', '--sync', String(window)], env)
}
