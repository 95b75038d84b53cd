/**
 * Writes `shared/search/data/han.ts`: what the search must know of each Han character, so that neither the desk nor
 * its worker loads a pinyin library or a conversion dictionary at start.
 *
 *   node build/han-tables.ts
 *
 * Readings come from pinyin-pro, the traditional forms from opencc-js, and `assets/pinyin/overrides.json` has the last
 * word on both.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import * as OpenCC from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff
/** More readings than these are dictionary lore that nobody types. */
const READINGS_AT_MOST = 4
/** Interjections without a vowel would make every stray letter a syllable. */
const NOT_TYPED = new Set(['m', 'n', 'ng', 'hm', 'hng', 'ê'])
/** Traditional to one table, simplified to another, yet everyday simplified characters themselves. */
const SIMPLIFIED_ALREADY = new Set('着么后里面干发于余系征台制云')

const overrides: { characters: Record<string, string[]>; words: Record<string, string> } = JSON.parse(
  readFileSync(new URL('../assets/pinyin/overrides.json', import.meta.url), 'utf8'),
)

const hanCharacters = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, i) =>
  String.fromCharCode(FIRST_HAN + i),
)

function readingsOf(character: string): string[] {
  const fixed = overrides.characters[character]
  if (fixed) return fixed
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
  const typed = all.filter((reading) => /^[a-z]+$/.test(reading) && !NOT_TYPED.has(reading))
  return [...new Set(typed)].slice(0, READINGS_AT_MOST)
}

/** `syllable:characters` for the n-th reading of each character, one syllable a line. */
function readingTable(rank: number): string {
  const bySyllable = new Map<string, string>()
  for (const character of hanCharacters) {
    const reading = readingsOf(character)[rank]
    if (reading) bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character)
  }
  return [...bySyllable.keys()]
    .sort()
    .map((syllable) => `${syllable}:${bySyllable.get(syllable)}`)
    .join('\n')
}

/** Pairs `traditional simplified`, written without a separator. */
function simplifiedPairs(): string {
  const convert = OpenCC.Converter({ from: 't', to: 'cn' })
  let pairs = ''
  for (const character of hanCharacters) {
    if (SIMPLIFIED_ALREADY.has(character)) continue
    const simplified = convert(character)
    if (simplified !== character && simplified.length === 1) pairs += character + simplified
  }
  return pairs
}

const tables = Array.from({ length: READINGS_AT_MOST }, (_, rank) => readingTable(rank))
const words = Object.entries(overrides.words).map(([word, reading]) => `${word}:${reading}`)

writeFileSync(
  new URL('../shared/search/data/han.ts', import.meta.url),
  `// Written by build/han-tables.ts; do not edit.
// biome-ignore format: one table, one line each

/** For each rank of reading, most usual first: lines of \`syllable:characters\`. ü is written v. */
export const READINGS: readonly string[] = ${JSON.stringify(tables, null, 2)}

/** \`traditional simplified\` pairs without separators. */
export const SIMPLIFIED = ${JSON.stringify(simplifiedPairs())}

/** Words whose reading in context is not the usual one of their characters: \`word:syllables\`. */
export const WORD_READINGS: readonly string[] = ${JSON.stringify(words, null, 2)}
`,
)
