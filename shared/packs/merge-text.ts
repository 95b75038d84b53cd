import { isSame } from './canonical.ts'

/** Above this many sentences two changes of one text are left to a person. */
const MOST_SENTENCES = 400
const SENTENCE = /[^。！？!?；;\n]*[。！？!?；;\n]+|[^。！？!?；;\n]+/g

/**
 * A text that two people changed, each from `base`: both changes, where they touch different sentences; null where they
 * touch the same one, or stand side by side so that nobody can say which comes first.
 */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs) return mine
  if (mine === base) return theirs
  if (theirs === base) return mine
  const sentences = sentencesOf(base)
  const [mineDid, theyDid] = [mine, theirs].map((text) => changes(sentences, sentencesOf(text)))
  if (!mineDid || !theyDid) return null
  const onlyTheirs = theyDid.filter((change) => !mineDid.some((other) => isSame(change, other)))
  if (onlyTheirs.some((change) => mineDid.some((other) => touch(change, other)))) return null

  const merged: string[] = []
  let at = 0
  for (const { from, to, by } of [...mineDid, ...onlyTheirs].toSorted((a, b) => a.from - b.from)) {
    merged.push(...sentences.slice(at, from), ...by)
    at = to
  }
  return [...merged, ...sentences.slice(at)].join('')
}

/** Sentences `from` to `to` of the base, replaced `by` others. */
interface Change {
  from: number
  to: number
  by: readonly string[]
}

const touch = (a: Change, b: Change): boolean => a.from <= b.to && b.from <= a.to

const sentencesOf = (text: string): string[] => text.match(SENTENCE) ?? []

/** What turns `before` into `after`, in order and apart from each other; null when both are too long to compare. */
function changes(before: readonly string[], after: readonly string[]): Change[] | null {
  if (before.length > MOST_SENTENCES || after.length > MOST_SENTENCES) return null
  const common = longestCommon(before, after)
  const found: Change[] = []
  let [a, b] = [0, 0]
  for (const [nextA, nextB] of [...common, [before.length, after.length] as const]) {
    if (nextA > a || nextB > b) found.push({ from: a, to: nextA, by: after.slice(b, nextB) })
    a = nextA + 1
    b = nextB + 1
  }
  return found
}

/** Places of a longest common subsequence, by the table of Wagner and Fischer. */
function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
  const common: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) common.push([i++, j++])
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++
    else j++
  }
  return common
}
