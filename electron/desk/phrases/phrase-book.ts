import { hash } from 'node:crypto'
import {
  type Phrase,
  PhraseDraft,
  type PhraseDraftInput,
  type PhraseSource,
} from '../../../shared/model/phrase.ts'
import { BUYER_TYPE_NAMES, type BuyerType, type Step } from '../../../shared/model/steps.ts'
import { mistakeIn, mistakeInGuard } from '../../../shared/template/index.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import type { PhraseGroups } from './phrase-groups.ts'

export interface PhraseBook {
  /** @throws DeskError `not-found` */
  get(id: string): Phrase
  /** By id, else by code without regard to case; null when there is none. */
  find(idOrCode: string): Phrase | null
  /** Those of `ids` that exist, in that order. */
  pick(ids: readonly string[]): Phrase[]
  /** A page of what the library offers, by group, then title; `groupId` includes its subgroups. */
  list(filter: PhraseFilter): { phrases: Phrase[]; total: number }
  all(): Phrase[]
  /** The next phrases by id, for those who go through the library in pieces; the first ones after ''. */
  after(id: string, limit: number): Phrase[]
  /** @throws DeskError `code-taken`, `script-broken`, `guard-broken`, `not-found` (the group) */
  create(draft: PhraseDraftInput, source?: PhraseSource): Phrase
  /**
   * As `create`, for an import that has checked the draft, its code and its script already; `id` is that of a phrase
   * which is known elsewhere. Returns the id.
   */
  addChecked(draft: PhraseDraft, source?: PhraseSource, id?: string): string
  /** As `update`, of what was checked already. False when there is no such phrase. */
  changeChecked(id: string, draft: PhraseDraft): boolean
  /** Replaces all that a draft says; identity and use stay. @throws as `create` */
  update(id: string, draft: PhraseDraftInput): Phrase
  /** Whether there is, or once was, a phrase of this id. */
  isKnown(id: string): boolean
  /** Makes a team's phrase the agent's own. */
  adopt(id: string): void
  /** Takes phrases out of the library; `restore` brings them back. */
  remove(ids: readonly string[]): void
  /** @throws DeskError `code-taken` when another phrase has taken the code meanwhile */
  restore(ids: readonly string[]): Phrase[]
  setPinned(id: string, pinned: boolean): Phrase
  /** What an import compares with: codes in lower case, and hashes of bodies, each with its phrase's title. */
  fingerprints(): { titleByCode: Map<string, string>; titleByBodyHash: Map<string, string> }
}

export interface PhraseFilter {
  groupId?: string | null | undefined
  step?: Step | undefined
  offset: number
  limit: number
}

interface PhraseRow {
  id: string
  group_id: string | null
  source: PhraseSource
  code: string | null
  title: string
  body: string
  step: Step
  buyer_types: string
  tags: string
  questions: string
  variants: string
  waivers: string
  images: string
  further: string
  archived_at: number | null
  guard: string | null
  valid_from: string | null
  valid_until: string | null
  pinned: 0 | 1
  created_at: number
  updated_at: number
  uses: number | null
  last_used_at: number | null
}

const SELECT = `
  SELECT phrases.*, uses, last_used_at
  FROM phrases LEFT JOIN phrase_use ON phrase_use.phrase_id = phrases.id`

/** Two bodies with the same hash are the same text to a reader: line ends and outer blanks do not count. */
export function bodyHash(body: string): string {
  const text = body.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  return hash('sha256', text, 'base64url')
}

/** `给老客、议价的说法`, as people know a variant. */
function nameOfVariant(buyerTypes: readonly BuyerType[]): string {
  return `给${buyerTypes.map((type) => BUYER_TYPE_NAMES[type]).join('、')}的说法`
}

export function createPhraseBook(
  database: Database,
  groups: PhraseGroups,
  { now, newId }: { now: () => number; newId: () => string },
): PhraseBook {
  const byId = database.prepare<[string], PhraseRow>(`${SELECT} WHERE phrases.id = ? AND deleted_at IS NULL`)
  const byCode = database.prepare<[string], PhraseRow>(`${SELECT} WHERE code = ? AND deleted_at IS NULL`)
  // One statement for a list of ids: fifty calls of `byId` take 3 ms, on every keystroke.
  const picked = database.prepare<[string], PhraseRow>(`
    SELECT phrases.*, uses, last_used_at
    FROM json_each(?) AS wanted
      JOIN phrases ON phrases.id = wanted.value
      LEFT JOIN phrase_use ON phrase_use.phrase_id = phrases.id
    WHERE deleted_at IS NULL ORDER BY wanted.key`)
  const everything = database.prepare<[], PhraseRow>(`${SELECT} WHERE deleted_at IS NULL ORDER BY phrases.id`)
  const next = database.prepare<[string, number], PhraseRow>(
    `${SELECT} WHERE deleted_at IS NULL AND phrases.id > ? ORDER BY phrases.id LIMIT ?`,
  )
  const inGroups = `
    FROM phrases INDEXED BY phrases_in_order
    WHERE deleted_at IS NULL AND archived_at IS NULL
      AND (:anyGroup OR group_id IN (SELECT value FROM json_each(:groupIds)) OR (:ungrouped AND group_id IS NULL))
      AND (:step IS NULL OR step = :step)`
  // Which phrases stand on the page is read from the index alone; only those are then read whole.
  const page = database.prepare<[Record<string, unknown>], PhraseRow>(`
    ${SELECT} WHERE phrases.id IN (SELECT id ${inGroups} ORDER BY group_id, title, id LIMIT :limit OFFSET :offset)
    ORDER BY group_id, title, phrases.id`)
  const count = database.prepare<[Record<string, unknown>], { total: number }>(
    `SELECT count(*) AS total ${inGroups}`,
  )
  const insert = database.prepare(`
    INSERT INTO phrases (id, group_id, source, code, title, body, body_hash, step, buyer_types, tags, questions, variants,
                         waivers, images, further, guard, valid_from, valid_until, pinned, created_at, updated_at)
    VALUES (:id, :groupId, :source, :code, :title, :body, :bodyHash, :step, :buyerTypes, :tags, :questions, :variants,
            :waivers, :images, :further, :guard, :validFrom, :validUntil, :pinned, :at, :at)`)
  const change = database.prepare(`
    UPDATE phrases SET group_id = :groupId, code = :code, title = :title, body = :body, body_hash = :bodyHash,
      step = :step, buyer_types = :buyerTypes, tags = :tags, questions = :questions, variants = :variants, waivers = :waivers,
      images = :images, further = :further, guard = :guard, valid_from = :validFrom, valid_until = :validUntil, pinned = :pinned, updated_at = :at
    WHERE id = :id AND deleted_at IS NULL`)
  const known = database
    .prepare<[string], 0 | 1>('SELECT EXISTS (SELECT 1 FROM phrases WHERE id = ?)')
    .pluck()
  const makePersonal = database.prepare("UPDATE phrases SET source = 'personal' WHERE id = ?")
  const pin = database.prepare(
    'UPDATE phrases SET pinned = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL',
  )
  const markDeleted = database.prepare(
    'UPDATE phrases SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL',
  )
  const unmarkDeleted = database.prepare('UPDATE phrases SET deleted_at = NULL WHERE id = ?')
  const deletedCode = database.prepare<[string], { code: string | null }>(
    'SELECT code FROM phrases WHERE id = ?',
  )
  const marks = database.prepare<[], { code: string | null; body_hash: string; title: string }>(
    'SELECT code, body_hash, title FROM phrases WHERE deleted_at IS NULL',
  )

  /** The write lock is taken first: what is read here to decide is what stands there when it is written. */
  const writing = <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
    database.transaction(work).immediate

  const asPhrase = (row: PhraseRow): Phrase => ({
    id: row.id,
    groupId: row.group_id,
    groupPath: groups.pathOf(row.group_id),
    source: row.source,
    code: row.code,
    title: row.title,
    body: row.body,
    step: row.step,
    buyerTypes: JSON.parse(row.buyer_types),
    tags: JSON.parse(row.tags),
    questions: JSON.parse(row.questions),
    variants: JSON.parse(row.variants),
    waivers: JSON.parse(row.waivers),
    images: JSON.parse(row.images),
    further: JSON.parse(row.further),
    archivedAt: row.archived_at,
    guard: row.guard,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    pinned: row.pinned === 1,
    uses: row.uses ?? 0,
    lastUsedAt: row.last_used_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  })

  const columnsOf = (draft: PhraseDraft) => ({
    groupId: draft.groupId,
    code: draft.code,
    title: draft.title,
    body: draft.body,
    bodyHash: bodyHash(draft.body),
    step: draft.step,
    buyerTypes: JSON.stringify(draft.buyerTypes),
    tags: JSON.stringify(draft.tags),
    questions: JSON.stringify(draft.questions),
    variants: JSON.stringify(draft.variants),
    waivers: JSON.stringify(draft.waivers),
    images: JSON.stringify(draft.images),
    further: JSON.stringify(draft.further),
    guard: draft.guard,
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    pinned: draft.pinned ? 1 : 0,
  })

  function refuseTakenCode(code: string | null, ownId?: string): void {
    if (code === null) return
    const holder = byCode.get(code)
    if (holder && holder.id !== ownId) {
      throw new DeskError('code-taken', `快捷编码“${code}”已被《${holder.title}》使用，请换一个`)
    }
  }

  function checked(input: PhraseDraftInput): PhraseDraft {
    const draft = PhraseDraft.parse(input)
    refuseBroken('话术', draft.body)
    for (const { buyerTypes, body } of draft.variants) refuseBroken(nameOfVariant(buyerTypes), body)
    for (const [index, { body }] of draft.further.entries()) refuseBroken(`第 ${index + 2} 条消息`, body)
    const guardMistake = draft.guard === null ? null : mistakeInGuard(draft.guard)
    if (guardMistake !== null) throw new DeskError('guard-broken', `使用条件：${guardMistake}`)
    if (draft.groupId !== null && !groups.exists(draft.groupId)) {
      throw new DeskError('not-found', '所选的分组已不存在，请重新选择')
    }
    return draft
  }

  function refuseBroken(which: string, body: string): void {
    const mistake = mistakeIn(body)
    if (mistake === null) return
    const { line, column, message } = mistake
    throw new DeskError('script-broken', `${which}第 ${line} 行第 ${column} 个字：${message}`)
  }

  function addChecked(draft: PhraseDraft, source: PhraseSource = 'personal', id = newId()): string {
    insert.run({ id, source, at: now(), ...columnsOf(draft) })
    return id
  }

  const changeChecked = (id: string, draft: PhraseDraft): boolean =>
    change.run({ id, at: now(), ...columnsOf(draft) }).changes > 0

  function get(id: string): Phrase {
    const row = byId.get(id)
    if (!row) throw new DeskError('not-found', '这条话术已被删除')
    return asPhrase(row)
  }

  return {
    get,

    find(idOrCode) {
      const row = byId.get(idOrCode) ?? byCode.get(idOrCode)
      return row ? asPhrase(row) : null
    },

    pick(ids) {
      return picked.all(JSON.stringify(ids)).map(asPhrase)
    },

    list({ groupId, step, offset, limit }) {
      const filter = {
        anyGroup: groupId === undefined ? 1 : 0,
        ungrouped: groupId === null ? 1 : 0,
        groupIds: JSON.stringify(groupId ? groups.withDescendants(groupId) : []),
        step: step ?? null,
      }
      const phrases = page.all({ ...filter, offset, limit }).map(asPhrase)
      return { phrases, total: count.get(filter)?.total ?? 0 }
    },

    all: () => everything.all().map(asPhrase),

    after: (id, limit) => next.all(id, limit).map(asPhrase),

    create: writing((input: PhraseDraftInput, source: PhraseSource = 'personal') => {
      const draft = checked(input)
      refuseTakenCode(draft.code)
      return get(addChecked(draft, source))
    }),

    addChecked,
    changeChecked,
    isKnown: (id) => known.get(id) === 1,
    adopt(id) {
      makePersonal.run(id)
    },

    update: writing((id: string, input: PhraseDraftInput) => {
      const draft = checked(input)
      refuseTakenCode(draft.code, id)
      if (!changeChecked(id, draft)) {
        throw new DeskError('not-found', '这条话术已被删除，改动没有保存')
      }
      return get(id)
    }),

    remove: writing((ids: readonly string[]) => {
      for (const id of ids) markDeleted.run(now(), id)
    }),

    restore: writing((ids: readonly string[]) => {
      for (const id of ids) {
        refuseTakenCode(deletedCode.get(id)?.code ?? null, id)
        unmarkDeleted.run(id)
      }
      return ids.map(get)
    }),

    setPinned(id, pinned) {
      pin.run(pinned ? 1 : 0, now(), id)
      return get(id)
    },

    fingerprints() {
      const titleByCode = new Map<string, string>()
      const titleByBodyHash = new Map<string, string>()
      for (const { code, body_hash, title } of marks.iterate()) {
        if (code !== null) titleByCode.set(code.toLowerCase(), title)
        titleByBodyHash.set(body_hash, title)
      }
      return { titleByCode, titleByBodyHash }
    },
  }
}
