import * as OpenCC from 'opencc-js/cn2t'
import { pinyin } from 'pinyin-pro'
import { fill, INTENTS, type Labelled } from './corpus.ts'
import { Random } from './random.ts'

export interface LabelledQuery {
  q: string
  kind: string
  /** Ids of the phrases that answer it. */
  accept: string[]
}

/**
 * Which phrases a query's label accepts. `alike`: whatever a person would take for it, so also the same title for the
 * same product in another style (鱼油-怎么保存, 怎么保存(鱼油)), and titles that say the words with a mark between them.
 * `letter`: only phrases that hold the words letter by letter, marks and order included.
 */
export type Labels = 'alike' | 'letter'

export const EVERYDAY = [
  'han', 'full', 'initials', 'hybrid', 'mixed', 'prefix', 'words', 'skip', 'slip', 'homophone',
  'accent', 'traditional', 'width', 'code', 'filler', 'tag', 'question', 'body', 'spaced',
] as const // biome-ignore format: a list read as one
export const HARD = ['slip2', 'wrongchar', 'reorder', 'fillerpinyin', 'titlebody', 'initialslip'] as const

const HAN = /^[\u4e00-\u9fff]/
const HAN_RUN = /[\u4e00-\u9fff]{2,}/g
const traditional = OpenCC.Converter({ from: 'cn', to: 't' })
const spellings = new Map<string, string[]>()
export function syllables(text: string): string[] {
  let known = spellings.get(text)
  if (!known) {
    known = pinyin(text, { toneType: 'none', type: 'array', v: true })
    spellings.set(text, known)
  }
  return known
}

/** Stretch of Han characters of the title, `length` long. */
function stretch(title: string, length: number, random: Random): string | null {
  const runs = (title.match(HAN_RUN) ?? []).filter((run) => run.length >= length)
  if (runs.length === 0) return null
  const run = random.pick(runs)
  const from = random.between(0, run.length - length)
  return run.slice(from, from + length)
}

/** What a query is made of (its Chinese) and how it is typed. */
type Typed = {
  typed: string
  meant: readonly string[]
  field?: 'body' | 'question' | 'tag' | 'any'
  /** What was typed, or was to be typed, for each syllable: whoever reads so answers too. */
  sounds?: readonly string[]
  /** What a reader without the accent takes it for. */
  heard?: readonly string[]
  /** The same for each of several words, null for one typed in characters. */
  wordSounds?: readonly (readonly string[] | null)[]
  /** What is left of the text where one character was left out or mistyped: who holds the rest answers as well. */
  rest?: RegExp
} | null
type Maker = (phrase: Labelled, random: Random) => Typed

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
function slip(letters: string, random: Random): string {
  const at = random.between(1, letters.length - 1)
  const letter = letters[at] ?? ''
  switch (random.between(0, 3)) {
    case 0:
      return letters.slice(0, at - 1) + letter + letters[at - 1] + letters.slice(at + 1)
    case 1:
      return letters.slice(0, at) + letter + letters.slice(at)
    case 2:
      return letters.slice(0, at) + letters.slice(at + 1)
    default: {
      const row = KEYS.find((keys) => keys.includes(letter)) ?? KEYS[0] ?? ''
      const place = row.indexOf(letter)
      return letters.slice(0, at) + (row[place + 1] ?? row[place - 1] ?? letter) + letters.slice(at + 1)
    }
  }
}

const ACCENTS: [RegExp, string][] = [
  [/^zh/, 'z'], [/^ch/, 'c'], [/^sh/, 's'], [/^n(?!g)/, 'l'], [/^l/, 'n'], [/^r/, 'l'], [/^hu(?=[aeiou])/, 'f'], [/^f(?=[aeu])/, 'h'],
  [/ang$/, 'an'], [/eng$/, 'en'], [/ing$/, 'in'], [/(?<=[^g])in$/, 'ing'], [/v/, 'u'],
] // biome-ignore format: pairs
function accented(syllable: string): string {
  const rule = ACCENTS.find(([pattern]) => pattern.test(syllable))
  return rule ? syllable.replace(rule[0], rule[1]) : syllable
}
const FILLERS: ((text: string) => string)[] = [
  (text) => `关于${text}怎么说`,
  (text) => `${text}怎么回复`,
  (text) => `请问${text}`,
  (text) => `那个${text}的话术`,
  (text) => `帮我找${text}`,
  (text) => `${text}话术`,
]

/** Characters by their syllable. */
export const homophones = new Map<string, string[]>()
for (const character of '的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色邮油游友包抱报爆退腿推货获火伙运韵晕费非飞废吗妈马码骂换环还欢发法罚快块筷递第弟低') {
  const key = syllables(character)[0] ?? ''
  homophones.set(key, [...(homophones.get(key) ?? []), character])
}

const OTHER_CHARACTERS = '天木风雨山河东明红书门田光云石'

const MAKERS: Record<(typeof EVERYDAY)[number] | (typeof HARD)[number], Maker> = {
  han: (p, r) => from(stretch(p.title, r.between(3, 6), r), (s) => s),
  full: (p, r) => sounding(stretch(p.title, r.between(3, 5), r), (x) => x),
  initials: (p, r) => sounding(stretch(p.title, r.between(4, 6), r), (x) => x.slice(0, 1)),
  hybrid: (p, r) => sounding(stretch(p.title, r.between(3, 5), r), (x, i) => (i === 0 || r.chance(0.5) ? x.slice(0, 1) : x)),
  mixed: (p, r) =>
    sounding(stretch(p.title, r.between(3, 5), r), (x, i, _, s) => (i % 2 === 0 ? (s[i] ?? '') : r.chance(0.5) ? x : x.slice(0, 1))),
  prefix: (p, r) => sounding(stretch(p.title, r.between(3, 5), r), (x, i, n) => (i === n - 1 ? x.slice(0, Math.max(1, x.length - 1)) : x)),
  words: (p, r) => {
    const intent = stretch(p.title.replace(p.product, ' '), 2, r)
    if (!intent || !p.title.includes(p.product)) return null
    const pair = r.chance(0.5) ? [p.product, intent] : [intent, p.product]
    const wordSounds = pair.map((word) => (r.chance(0.7) ? null : syllables(word).map((x) => x.slice(0, 1))))
    const typed = pair.map((word, i) => wordSounds[i]?.join('') ?? word)
    return { typed: typed.join(' '), meant: pair, wordSounds }
  },
  skip: (p, r) => from(stretch(p.title, r.between(4, 6), r), (s) => {
    const at = r.between(1, s.length - 2)
    return s.slice(0, at) + s.slice(at + 1)
  }, undefined, (s, typed) => {
    const at = [...s].findIndex((character, i) => character !== typed[i])
    return new RegExp(`${s.slice(0, at)}.${s.slice(at + 1)}|${typed}`)
  }),
  slip: (p, r) => sounding(stretch(p.title, r.between(3, 5), r), (x) => x, (typed) => slip(typed, r)),
  homophone: (p, r) => {
    const s = stretch(p.title, r.between(3, 5), r)
    const at = [...(s ?? '')].findIndex((c) => (homophones.get(syllables(c)[0] ?? '') ?? []).some((h) => h !== c))
    if (!s || at < 0) return null
    const others = (homophones.get(syllables(s[at] ?? '')[0] ?? '') ?? []).filter((h) => h !== s[at])
    return { typed: s.slice(0, at) + r.pick(others) + s.slice(at + 1), meant: [s], sounds: syllables(s) }
  },
  accent: (p, r) => sounding(stretch(p.title, r.between(3, 5), r), (x) => x, (_, all) => {
    const typed = all.map(accented).join('')
    return typed === all.join('') ? null : typed
  }, (x) => accented(x)),
  traditional: (p, r) => from(stretch(p.title, r.between(3, 6), r), (s) => (traditional(s) === s ? null : traditional(s))),
  width: (p, r) => sounding(stretch(p.title, r.between(3, 5), r), (x) => x.slice(0, 1), (typed) =>
    [...typed.toUpperCase()].map((c) => r.chance(0.5) ? c : String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
  ),
  code: (p, r) => (p.code ? { typed: r.chance(0.5) ? `/${p.code}` : p.code.toUpperCase(), meant: [p.code] } : null),
  filler: (p, r) => from(stretch(p.title, r.between(3, 5), r), (s) => r.pick(FILLERS)(s)),
  tag: (p, r) => {
    const tag = r.pick(p.tags)
    return { typed: `${p.product} ${tag}`, meant: [p.product, tag], field: 'any' }
  },
  question: (p, r) => {
    if (p.triggers.length === 0) return null
    const question = r.pick(p.triggers)
    const s = stretch(question, Math.min(6, r.between(4, 6)), r)
    return s ? { typed: s, meant: [s], field: 'question' } : null
  },
  body: (p, r) => from(stretch(p.body, r.between(4, 7), r), (s) => s, 'body'),
  spaced: (p, r) => sounding(stretch(p.title, r.between(3, 4), r), (x) => x, (_, all) => all.join(' ')),
  slip2: (p, r) => sounding(stretch(p.title, r.between(4, 6), r), (x) => x, (letters) => {
    const half = Math.floor(letters.length / 2)
    return slip(letters.slice(0, half), r) + slip(letters.slice(half), r)
  }),
  wrongchar: (p, r) => from(stretch(p.title, r.between(4, 6), r), (s) => {
    const at = r.between(0, s.length - 1)
    return s.slice(0, at) + r.pick([...OTHER_CHARACTERS]) + s.slice(at + 1)
  }, undefined, (s, typed) => {
    const at = [...s].findIndex((character, i) => character !== typed[i])
    return new RegExp(s.slice(0, at) + (at > 0 && at < s.length - 1 ? '.' : '') + s.slice(at + 1))
  }),
  reorder: (p, r) => {
    const s = stretch(p.title, r.between(4, 6), r)
    if (!s) return null
    const cut = Math.floor(s.length / 2)
    return { typed: s.slice(cut) + s.slice(0, cut), meant: [s] }
  },
  fillerpinyin: (p, r) => sounding(stretch(p.title, r.between(3, 5), r), (x) => x, (typed) => r.pick(FILLERS)(typed)),
  titlebody: (p, r) => {
    const a = stretch(p.title, r.between(2, 3), r)
    const b = stretch(p.body, r.between(3, 4), r)
    return a && b ? { typed: r.chance(0.5) ? `${a} ${b}` : a + b, meant: [a, b], field: 'any' } : null
  },
  initialslip: (p, r) => sounding(stretch(p.title, r.between(5, 7), r), (x) => x.slice(0, 1), (typed) => slip(typed, r)),
} // biome-ignore format: one kind a line

/** Types each syllable of a text by `part`, then the whole by `whole`. */
function sounding(
  text: string | null,
  part: (syllable: string, index: number, count: number, text: string) => string,
  whole: (typed: string, all: string[]) => string | null = (typed) => typed,
  heard?: (syllable: string) => string,
): Typed {
  if (!text) return null
  const all = syllables(text)
  const sounds = all.map((syllable, i) => part(syllable, i, all.length, text))
  const typed = whole(sounds.join(''), all)
  if (!typed || typed.length < 2) return null
  return { typed, meant: [text], sounds, ...(heard ? { heard: all.map(heard) } : {}) }
}

/** Whether some stretch of a title reads so: each sound is a whole syllable, or the beginning of one. */
function reads({ title, spelled, initials }: Shelved, sounds: readonly string[]): boolean {
  const letters = sounds.map((sound) => syllables(sound[0] ?? '')[0]?.[0]).join('')
  for (let from = initials.indexOf(letters); from >= 0; from = initials.indexOf(letters, from + 1)) {
    const meets = sounds.every((sound, i) =>
      HAN.test(sound)
        ? title[from + i] === sound
        : sound.length === 1 || i === sounds.length - 1
          ? spelled[from + i]?.startsWith(sound)
          : spelled[from + i] === sound,
    )
    if (meets) return true
  }
  return false
}

function from(
  text: string | null,
  type: (text: string) => string | null,
  field?: 'body',
  rest?: (text: string, typed: string) => RegExp,
): Typed {
  if (!text) return null
  const typed = type(text)
  if (!typed || typed.length < 2) return null
  return { typed, meant: [text], ...(field ? { field } : {}), ...(rest ? { rest: rest(text, typed) } : {}) }
}

/** More answers than this make a query say nothing about the ranking. */
const ACCEPTED_AT_MOST = 60

/** `perKind` labelled queries of each kind. `messages` chooses the set whose messages are asked: 0 to tune on, 1 to test. */
export function makeQueries(
  corpus: readonly Labelled[],
  seed: number,
  perKind: number,
  messages: 0 | 1,
  labels: Labels = 'alike',
): LabelledQuery[] {
  const random = new Random(seed)
  const queries: LabelledQuery[] = []
  const all = shelf(corpus, labels)
  for (const [kind, make] of Object.entries(MAKERS)) {
    for (let made = 0, tries = 0; made < perKind && tries < perKind * 20; tries++) {
      const typed = make(random.pick(corpus), random)
      if (!typed) continue
      const accept = accepted(all, typed, labels)
      if (accept.length === 0) continue
      queries.push({ q: typed.typed, kind, accept })
      made++
    }
  }
  for (const [number, intent] of INTENTS.entries()) {
    const phrase = corpus.find((one) => one.intent === number)
    if (!phrase) continue
    const ask = (template: string, kind: string) => {
      const named = template.includes('{p}')
      const accept = corpus.filter(
        (one) => one.intent === number && (!named || one.product === phrase.product),
      )
      queries.push({
        q: fill(template, phrase.product, random),
        kind,
        accept: accept.map(({ id }) => id),
      })
    }
    for (const template of intent.messages.slice(messages, messages + 1)) ask(template, 'message')
    for (const template of intent.paraphrases[messages]) ask(template, 'paraphrase')
  }
  return queries
}

/** A phrase with what labels compare it by. */
interface Shelved {
  phrase: Labelled
  title: string
  spelled: readonly string[]
  initials: string
  /** Ids of the phrases of the same sense, its own among them. */
  alike: readonly string[]
}

const MARKS = /[^\p{L}\p{N}]/gu

function shelf(corpus: readonly Labelled[], labels: Labels): Shelved[] {
  const bySense = Map.groupBy(corpus, ({ sense }) => sense)
  return corpus.map((phrase) => {
    const title = labels === 'alike' ? phrase.title.replace(MARKS, '') : phrase.title
    const spelled = syllables(title)
    const initials = spelled.map((syllable) => syllable[0]).join('')
    return { phrase, title, spelled, initials, alike: (bySense.get(phrase.sense) ?? []).map(({ id }) => id) }
  })
}

/** Ids of the phrases that a label accepts; none where there would be too many to tell a good ranking from a bad one. */
function accepted(all: readonly Shelved[], typed: NonNullable<Typed>, labels: Labels): string[] {
  const ids = new Set<string>()
  for (const one of all) {
    if (ids.has(one.phrase.id) || !meets(one, typed, labels)) continue
    const alike = labels === 'alike' && !typed.field ? one.alike : [one.phrase.id]
    for (const id of alike) ids.add(id)
    if (ids.size > ACCEPTED_AT_MOST) return []
  }
  return [...ids]
}

function meets(shelved: Shelved, query: NonNullable<Typed>, labels: Labels): boolean {
  const { phrase, title } = shelved
  const { meant, field, typed, sounds, heard, wordSounds, rest } = query
  if (sounds && reads(shelved, sounds)) return true
  if (heard && labels === 'alike' && reads(shelved, heard)) return true
  if (rest && labels === 'alike') return rest.test(title)
  if (phrase.code && meant[0] === phrase.code) return true
  if (wordSounds && labels === 'alike') {
    return meant.every((word, i) => {
      const initials = wordSounds[i]
      return title.includes(word) || (initials != null && reads(shelved, initials))
    })
  }
  const texts =
    field === 'body'
      ? [title, phrase.body, ...phrase.triggers]
      : field === 'question'
        ? [title, ...phrase.triggers]
        : field === 'any'
          ? [title + phrase.body + phrase.tags.join(' ') + phrase.triggers.join(' ')]
          : [title]
  return texts.some((text) => meant.every((part) => text.includes(part)) || text.includes(typed))
}

/**
 * Habit: a short query that many phrases answer, one of them used far more than the others. Raises that phrase's uses. No
 * query may mean two of those that are raised.
 */
export function makeHabits(corpus: Labelled[], seed: number, count: number): LabelledQuery[] {
  const random = new Random(seed)
  const queries: LabelledQuery[] = []
  /** The phrases that are raised, and what each is asked for by. */
  const askedFor = new Map<Labelled, string>()
  while (queries.length < count) {
    const phrase = random.pick(corpus)
    const text = stretch(phrase.title, 2, random)
    if (!text) continue
    const letters = syllables(text)
    const q = random.pick([text, letters.map((x) => x[0]).join(''), letters.join('')])
    const isOneOfTwo = [...askedFor].some(([other, asked]) => mayMean(q, other) || mayMean(asked, phrase))
    if (askedFor.has(phrase) || isOneOfTwo) continue
    askedFor.set(phrase, q)
    phrase.uses = 3000
    queries.push({ q, kind: 'habit', accept: [phrase.id] })
  }
  return queries
}

/** Whether a short text is to be found in a title, by its characters, sounds or initials. */
function mayMean(q: string, { title }: Labelled): boolean {
  const spelled = syllables(title)
  const ways = [title, spelled.join(''), spelled.map((x) => x[0]).join('')]
  return ways.some((way) => way.toLowerCase().includes(q))
}
