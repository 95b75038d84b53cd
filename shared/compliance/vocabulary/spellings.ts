export type WordSets = Readonly<Record<string, readonly string[]>>

const CHOICE = /\[([^\][]*)\]|\{([^{}]+)\}/

/**
 * Every word that a notation stands for: `[a|b|]` is one of its alternatives, `{name}` a word of that set, whose words
 * are notations themselves.
 *
 * @throws Error for a set that nobody defined: the rules are ours, so that is a mistake in them
 */
export function spellings(notation: string, sets: WordSets): string[] {
  const choice = CHOICE.exec(notation)
  if (!choice) return [notation]
  const [whole, alternatives, name] = choice
  const options = alternatives?.split('|') ?? wordsOfSet(name ?? '', sets)
  const before = notation.slice(0, choice.index)
  const rests = spellings(notation.slice(choice.index + whole.length), sets)
  return options.flatMap((option) => rests.map((rest) => before + option + rest))
}

function wordsOfSet(name: string, sets: WordSets): string[] {
  const words = sets[name]
  if (!words) throw new Error(`the wording rules name a set that they do not define: ${name}`)
  return words.flatMap((word) => spellings(word, sets))
}
