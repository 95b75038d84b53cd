import { pasteUnderWine } from '../../integration/shell/wine/paste-under-wine.ts'
import { openX11Desk } from '../../integration/shell/x11/desk.ts'
import { playRounds } from '../../integration/shell/x11/rounds.ts'

// npm run soak, or alone: node tests/soak/paste/run.ts [rounds]. Pastes into two programs under X11 and two under Wine, with
// everything going wrong that does at a desk, and fails on the first text that is not where it should be.

interface Round {
  story: string
  length: number
  faults: readonly string[]
}

const rounds = Number(process.argv[2] ?? 440)

function judge(where: string, played: readonly Round[]): void {
  const wrong = played.filter(({ faults }) => faults.length > 0)
  for (const { story, length, faults } of wrong)
    console.error(`${where}: ${story}, ${length} characters: ${faults.join('; ')}`)
  console.log(`${where}: ${played.length} pastes, ${wrong.length} wrong`)
  if (wrong.length > 0 || played.length !== rounds) process.exitCode = 1
}

const desk = await openX11Desk()
const windows = [await desk.openTextArea('张三-接待中心'), await desk.openEditor('李四')] as const
judge('X11', await playRounds({ mixed: rounds, plain: 0 }, desk, windows))
await desk.close()

const { error, rounds: played } = await pasteUnderWine({ mixed: rounds, plain: 0 })
if (error) throw new Error(error)
judge('Wine', played)
