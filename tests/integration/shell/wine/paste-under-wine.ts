import path from 'node:path'
import type { Rounds } from '../paste-texts.ts'
import type { WineReport } from './inside.ts'
import { runUnderWine } from './wine-node.ts'

/** Plays so many pastes on Windows, and a few stories of their own. */
export async function pasteUnderWine({ mixed, plain }: Rounds): Promise<WineReport> {
  const here = (name: string) => path.join(import.meta.dirname, name)
  return (await runUnderWine({ inside: here('inside.ts'), 'edit-program': here('edit-program.ts') }, [
    String(mixed),
    String(plain),
  ])) as WineReport
}
