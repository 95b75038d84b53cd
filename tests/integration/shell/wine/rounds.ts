import { lengthOf, pseudoRandom, type Rounds, textOf } from '../paste-texts.ts'
import { type Scene, STORIES, type StoryName } from './stories.ts'

export interface Round {
  story: StoryName
  length: number
  faults: string[]
}

const OTHERS = (Object.keys(STORIES) as StoryName[]).filter((name) => name !== 'text')

/** @param scenes the same two programs, each being the chat in turn */
export async function playRounds(
  { mixed, plain }: Rounds,
  scenes: readonly Omit<Scene, 'text'>[],
): Promise<Round[]> {
  const random = pseudoRandom(20_261_122)
  const rounds: Round[] = []
  for (let round = 0; round < mixed + plain; round++) {
    const isPlain = round % 2 === 0 || round >= mixed
    const story = (isPlain ? 'text' : OTHERS[((round - 1) / 2) % OTHERS.length]) ?? 'text'
    const scene = scenes[Math.floor(round / 2) % scenes.length]
    if (!scene) throw new Error('no scene')
    const length = lengthOf(round, random)
    const faults = await STORIES[story]({ ...scene, text: textOf(length, random) }).catch((error: Error) => [
      error.stack ?? String(error),
    ])
    rounds.push({ story, length, faults })
  }
  return rounds
}
