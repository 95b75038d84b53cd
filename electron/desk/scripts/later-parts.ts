import type { ImageInfo } from '../../../shared/model/image.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { LaterPart, MissingFact, RenderedScript } from '../../../shared/model/script.ts'

/** A text of a phrase, filled and read: everything of a rendering but whose it is. */
export type Filled = Pick<
  RenderedScript,
  'text' | 'parts' | 'missing' | 'refusals' | 'warnings' | 'wording' | 'advice' | 'promises'
>

type Sequence = Pick<Phrase, 'images' | 'further'>

/**
 * What a phrase pastes after its first text: the images of the first message, then each further message, its text before
 * its images. With it the first text as it stands in that company: while any of the texts lacks a fact or may not be
 * said, the phrase has none, so that no sequence breaks off in the middle.
 *
 * @param fill fills one script with the facts of the conversation
 */
export function withLaterParts(
  first: Filled,
  { images, further }: Sequence,
  fill: (body: string) => Filled,
  infoOf: (hash: string) => ImageInfo | null,
): Filled & { later: LaterPart[] } {
  if (images.length === 0 && further.length === 0) return { ...first, later: [] }
  const asPart = (message: number) => (hash: string) =>
    ({ kind: 'image', message, hash, info: infoOf(hash) }) as const
  const texts = further.map(({ body }) => (body.trim() === '' ? null : fill(body)))
  const later = [
    ...images.map(asPart(0)),
    ...further.flatMap(({ images: theirs }, index): LaterPart[] => {
      const filled = texts[index]
      const shown = theirs.map(asPart(index + 1))
      if (!filled) return shown
      const { text, parts, wording } = filled
      return [{ kind: 'text', message: index + 1, text, parts, wording }, ...shown]
    }),
  ]
  return { ...asOne([first, ...texts.filter((text) => text !== null)]), later }
}

/** The first of `all`, with what is lacked, refused, warned of and promised in any of them. */
function asOne(all: readonly [Filled, ...Filled[]]): Filled {
  const [first] = all
  return {
    ...first,
    text: all.every(({ text }) => text !== null) ? first.text : null,
    missing: eachOnce(all.flatMap(({ missing }) => missing)),
    refusals: all.flatMap(({ refusals }) => refusals),
    warnings: [...new Set(all.flatMap(({ warnings }) => warnings))],
    promises: [...new Set(all.flatMap(({ promises }) => promises))],
  }
}

function eachOnce(facts: readonly MissingFact[]): MissingFact[] {
  return [...new Map(facts.map((fact) => [fact.name, fact])).values()]
}
