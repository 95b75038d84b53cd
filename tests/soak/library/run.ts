import { parseArgs } from 'node:util'
import { buildShim, FAULTS, faultRounds } from './fault-rounds.ts'
import { killRounds } from './kill-rounds.ts'

// The long form of what tests/integration/desk/library-{kill,fault}.test.ts do in a minute: `npm run soak`,
// an hour on two cores. Its figures stand in docs/reliability.md.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    faults: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 100_000) },
  },
})
const seed = Number(values.seed)
console.log(`seed ${seed}`)

const kills = await killRounds(Number(values.kills), seed, ({ rounds, acknowledged }) => {
  if (rounds % 50 === 0) console.log(`${rounds} rounds, ${acknowledged} writes acknowledged`)
})
console.log(JSON.stringify(kills, null, 2))

const faults =
  process.platform === 'linux'
    ? await faultRounds(buildShim(), { faults: FAULTS, rounds: Number(values.faults), seed })
    : null
console.log(JSON.stringify(faults, null, 2))
process.exitCode = kills.problems.length > 0 || (faults?.problems.length ?? 0) > 0 ? 1 : 0
