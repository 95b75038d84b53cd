import { notionsOf } from '../chinese/notions.ts'
import { TURNS } from '../data/turns.ts'

interface Turn {
  notions: readonly number[]
  pattern: RegExp
}

const GAP = '[^\\s,，。.!！?？;；]{0,6}?'
const NUMBER = '[0-9〇零一二两三四五六七八九十百千半几]{1,6}'

/** All turns of a line are tried at once. */
const ALL: readonly Turn[] = TURNS.map((line) => {
  const [word = '', ...turns] = line.split(' ')
  const sources = turns.map((turn) =>
    turn
      .replace(/[.*+?()[\]{}|\\^$]/g, '\\$&')
      .replaceAll('…', GAP)
      .replaceAll('#', NUMBER),
  )
  return { notions: notionsOf(word), pattern: new RegExp(sources.join('|')) }
})

/** Tells the notions that a message, folded, has turns of speech for. */
export function findTurns(text: string, found: (notion: number) => void): void {
  for (const { notions, pattern } of ALL) if (pattern.test(text)) for (const notion of notions) found(notion)
}
