import path from 'node:path'
import type { WineReport } from './inside.ts'
import { runUnderWine } from './wine-node.ts'

/** Plays so many rounds of pasting on Windows, and a few stories of their own. */
export async function pasteUnderWine(rounds: number): Promise<WineReport> {
  const here = (name: string) => path.join(import.meta.dirname, name)
  return (await runUnderWine({ inside: here('inside.ts'), 'edit-program': here('edit-program.ts') }, [
    String(rounds),
  ])) as WineReport
}
