import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type PackContents, PackGroup, PackPhrase } from '../../../shared/model/pack.ts'
import { GROUP_LIMITS, PhraseDraft } from '../../../shared/model/phrase.ts'
import { canonicalJson, isSame } from '../../../shared/packs/canonical.ts'
import { mistakeIn, mistakeInGuard } from '../../../shared/template/index.ts'

/** So many phrases share a file at most, on average: an edit of one costs no more than these. */
const PHRASES_IN_A_FILE = 16
/** The library itself is one more level where it is subscribed to. */
const DEEPEST = GROUP_LIMITS.depth - 1
const GROUPS_FILE = 'groups.json'

/** What a draft says of everything that its author left out; of a title and a body nothing can be said. */
const { title: _title, body: _body, ...DEFAULTS } = PhraseDraft.parse({ title: '-', body: '-' })

/** The files of a pack but its manifest and images: path → content, the same for the same contents. */
export function filesOf({ groups, phrases }: PackContents): Map<string, Buffer> {
  const files = new Map([[GROUPS_FILE, asFile([...groups].sort(byId))]])
  const bits = Math.min(16, Math.max(0, Math.ceil(Math.log2(phrases.length / PHRASES_IN_A_FILE))))
  const parts = new Map<string, PackPhrase[]>()
  for (const phrase of phrases) {
    const part = partOf(phrase.id, bits)
    const others = parts.get(part)
    if (others) others.push(phrase)
    else parts.set(part, [phrase])
  }
  for (const [part, entries] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
    files.set(`phrases/${part}.json`, asFile(entries.sort(byId).map(compact)))
  return files
}

/** Why the contents of a pack are refused, in words. */
export class BrokenContents extends Error {}

/**
 * The contents that `files` hold. Nothing of them is trusted: every entry is checked as if a person had typed it.
 *
 * @throws BrokenContents
 */
export function contentsOf(files: ReadonlyMap<string, Uint8Array>): PackContents {
  const groups = parsed(z.array(PackGroup), GROUPS_FILE, files.get(GROUPS_FILE))
  const phrases = [...files]
    .filter(([path]) => path.startsWith('phrases/'))
    .flatMap(([path, bytes]) => parsed(z.array(PackPhrase), path, bytes))
    .sort(byId)
  refuseTwice('分组', groups)
  refuseTwice('话术', phrases)
  refuseOddTree(groups)
  const known = new Set(groups.map(({ id }) => id))
  for (const { id, draft } of phrases) {
    if (draft.groupId !== null && !known.has(draft.groupId))
      throw new BrokenContents(`《${draft.title}》的分组不在文件里`)
    const mistake =
      [draft.body, ...[...draft.variants, ...draft.further].map(({ body }) => body)].find(
        (body) => mistakeIn(body) !== null,
      ) ?? (draft.guard !== null && mistakeInGuard(draft.guard) !== null ? draft.guard : null)
    if (mistake !== null) throw new BrokenContents(`《${draft.title}》的内容不能解析（${id}）`)
    if (draft.pinned) throw new BrokenContents(`《${draft.title}》带着个人的置顶`)
  }
  return { groups, phrases }
}

/** Images that the contents name, each once, in order. */
export function imagesIn({ phrases }: PackContents): string[] {
  const named = phrases.flatMap(({ draft }) => [
    ...draft.images,
    ...draft.further.flatMap(({ images }) => images),
  ])
  return [...new Set(named)].sort()
}

/** Members that are as they would be anyway are left out: a program that knows more members writes the same. */
function compact({ id, draft }: PackPhrase): object {
  const said = Object.entries(draft).filter(
    ([name, value]) => !isSame(value, DEFAULTS[name as keyof typeof DEFAULTS]),
  )
  return { id, draft: Object.fromEntries(said) }
}

function partOf(id: string, bits: number): string {
  const digest = createHash('sha256').update(id).digest()
  const number = bits === 0 ? 0 : digest.readUInt16BE(0) >>> (16 - bits)
  return number.toString(16).padStart(4, '0')
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

const asFile = (value: unknown): Buffer => Buffer.from(`${canonicalJson(value)}\n`)

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  bytes: Uint8Array | undefined,
): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    throw new BrokenContents(`${path} 里的内容不合规则`)
  }
}

function refuseTwice(what: string, entries: readonly { id: string }[]): void {
  if (new Set(entries.map(({ id }) => id)).size < entries.length)
    throw new BrokenContents(`有两个${what}的编号相同`)
}

function refuseOddTree(groups: readonly PackGroup[]): void {
  const byOwnId = new Map(groups.map((group) => [group.id, group]))
  const names = new Set(groups.map(({ parentId, name }) => `${parentId ?? ''}/${name}`))
  if (names.size < groups.length) throw new BrokenContents('同一处有两个同名的分组')
  for (const group of groups) {
    let depth = 1
    for (let parent = group.parentId; parent !== null; depth++) {
      const next = byOwnId.get(parent)
      if (!next) throw new BrokenContents(`分组“${group.name}”的上级不在文件里`)
      // A circle never ends, so it is too deep, too.
      if (depth >= DEEPEST) throw new BrokenContents(`分组“${group.name}”嵌套得太深`)
      parent = next.parentId
    }
  }
}
