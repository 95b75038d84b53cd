import { wordsOf } from '../../../../shared/model/issue-words.ts'
import { GROUP_LIMITS, GroupName, type Phrase, PhraseDraft } from '../../../../shared/model/phrase.ts'
import {
  type PhraseColumnUse,
  type PhraseField,
  TOO_LONG_FOR_CELL,
} from '../../../../shared/model/phrase-transfer.ts'
import {
  BUYER_TYPE_NAMES,
  BUYER_TYPES,
  type BuyerType,
  STEP_NAMES,
  STEPS,
} from '../../../../shared/model/steps.ts'
import { mistakeIn, mistakeInGuard } from '../../../../shared/template/index.ts'
import { excerptOf } from '../tables/excerpt.ts'
import { plainText } from '../tables/texts-in-a-cell.ts'
import { scriptOfImported } from './braces.ts'
import { furtherIn } from './further-cell.ts'
import type { PhraseRow } from './phrase-row.ts'
import { isSpoiltCode } from './spoilt-code.ts'
import { stepNamed, stepOfGroup } from './step-of-row.ts'
import { titleFromBody } from './title.ts'
import { variantsIn } from './variants-cell.ts'

/** What a row says as a phrase. The group is named, not found yet. */
export type RowDraft = { ok: true; draft: PhraseDraft; remarks: string[] } | { ok: false; reason: string }

/**
 * The phrase that a row makes.
 *
 * @param known the phrase that it changes: what the row does not say stays; null for a new one
 * @param fields what the file says at all
 * @param clears whether an empty cell empties what was known, as in our own files, or says nothing
 */
export function draftOfRow(
  row: PhraseRow,
  fields: ReadonlySet<PhraseColumnUse>,
  { known, clears }: { known: Phrase | null; clears: boolean },
): RowDraft {
  if (row.fault !== null) return refused(row.fault)
  if (!row.body)
    return refused(row.images.length > 0 ? '只有图片、没有文字，这样的还不能导入' : '话术内容是空的')
  const problem = groupProblem(row.group)
  if (problem) return refused(problem)
  const step = row.step ? stepNamed(row.step) : (known?.step ?? stepOfGroup(row.group))
  if (!step)
    return refused(
      `没有叫“${excerptOf(row.step)}”的环节，应是：${STEPS.map((one) => STEP_NAMES[one]).join('、')}`,
    )
  const buyerTypes = buyerTypesNamed(row.buyerTypes)
  if (!Array.isArray(buyerTypes)) return refused(buyerTypes.reason)

  const variants = variantsIn(saidIn(row.variants), known?.variants ?? [])
  if (!variants.ok) return refused(variants.reason)
  const further = furtherIn(saidIn(row.further), known?.further ?? [])
  if (!further.ok) return refused(further.reason)

  const body = bodyOf(row, known, clears)
  const isSpoilt = known?.code != null && isSpoiltCode(known.code, row.code)
  const says = (field: PhraseField, isEmpty: boolean) => fields.has(field) && (clears || !isEmpty)
  const either = <Value>(field: PhraseField, value: Value, isEmpty: boolean, before: Value): Value =>
    known === null || says(field, isEmpty) ? value : before
  /** Of texts that a cell cannot hold, the cell says that they stay. */
  const texts = <Value>(field: 'variants' | 'further', value: Value, before: Value): Value =>
    row[field] === TOO_LONG_FOR_CELL ? before : either(field, value, row[field] === '', before)
  const parsed = PhraseDraft.safeParse({
    variants: texts('variants', variants.variants, known?.variants ?? []),
    further: texts('further', further.further, known?.further ?? []),
    // No row says anything of what its author lets stand.
    waivers: known?.waivers ?? [],
    code: isSpoilt ? known?.code : either('code', row.code || null, row.code === '', known?.code ?? null),
    title: titleOf(row, known),
    body,
    step,
    tags: either('tags', row.tags, row.tags.length === 0, known?.tags ?? []),
    questions: either('questions', row.questions, row.questions.length === 0, known?.questions ?? []),
    buyerTypes: either('buyerTypes', buyerTypes, buyerTypes.length === 0, known?.buyerTypes ?? []),
    images: row.images.length > 0 ? row.images : (known?.images ?? []),
    validFrom: either('validFrom', dayOf(row.validFrom), !row.validFrom, known?.validFrom ?? null),
    validUntil: either('validUntil', dayOf(row.validUntil), !row.validUntil, known?.validUntil ?? null),
    guard: either('guard', row.guard || null, !row.guard, known?.guard ?? null),
    pinned: either('pinned', /^(是|1|true|yes|√)$/i.test(row.pinned), !row.pinned, known?.pinned ?? false),
  })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refused(issue ? wordsOf(issue) : '内容不合要求')
  }
  const mistake = mistakesOf(parsed.data)
  if (mistake) return refused(mistake)
  const isLiteral = body !== row.body && body !== known?.body
  const remarks = [
    ...row.remarks,
    ...(isLiteral ? ['里面的花括号不是变量，会原样发出'] : []),
    ...(isSpoilt ? [`编码“${known.code}”被表格软件改成了“${row.code}”，按原来的留着`] : []),
  ]
  return { ok: true, draft: parsed.data, remarks }
}

function refused(reason: string) {
  return { ok: false as const, reason }
}

const saidIn = (cell: string): string => (cell === TOO_LONG_FOR_CELL ? '' : cell)

/** What a spreadsheet does to the ends of lines and texts is no change. */
function bodyOf(row: PhraseRow, known: Phrase | null, isScript: boolean): string {
  if (known && plainText(known.body) === plainText(row.body)) return known.body
  // What our own file holds is a script already; in other tools braces may be only braces.
  return known !== null && isScript ? row.body : scriptOfImported(row.body)
}

/** A title that was made from the text follows the text. */
function titleOf(row: PhraseRow, known: Phrase | null): string {
  if (row.title) return row.title
  if (known && known.title !== titleFromBody(known.body)) return known.title
  return titleFromBody(row.body)
}

function groupProblem(group: readonly string[]): string | null {
  const depth = group.length
  if (depth > GROUP_LIMITS.depth) return `分组有 ${depth} 层，最多 ${GROUP_LIMITS.depth} 层`
  for (const name of group) {
    const { success, error } = GroupName.safeParse(name)
    if (!success) return `分组“${excerptOf(name)}”：${error.issues[0]?.message ?? '名字不合要求'}`
  }
  return null
}

function buyerTypesNamed(names: readonly string[]): BuyerType[] | { reason: string } {
  const types = new Set<BuyerType>()
  for (const name of names) {
    const type = BUYER_TYPES.find((one) => one === name || BUYER_TYPE_NAMES[one] === name)
    if (!type)
      return {
        reason: `没有叫“${excerptOf(name)}”的买家类型，应是：${BUYER_TYPES.map((one) => BUYER_TYPE_NAMES[one]).join('、')}`,
      }
    types.add(type)
  }
  return [...types]
}

function mistakesOf({ body, variants, further, guard }: PhraseDraft): string | null {
  for (const [where, { body: text }] of [
    ['话术', { body }] as const,
    ...variants.map((variant) => ['买家说法', variant] as const),
    ...further.map((message) => ['连发消息', message] as const),
  ]) {
    // Parsing takes ten times as long as all else, and most texts have no script in them.
    const mistake = text.includes('{') ? mistakeIn(text) : null
    if (mistake)
      return `${where}里的变量写法有误（第 ${mistake.line} 行第 ${mistake.column} 个字）：${mistake.message}`
  }
  const guardMistake = guard === null ? null : mistakeInGuard(guard)
  return guardMistake === null ? null : `使用条件：${guardMistake}`
}

/** Spreadsheets rewrite 2026-11-01 as 2026/11/1, and add a time. */
function dayOf(text: string): string | null {
  if (text === '') return null
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00?:00(?::00)?)?$/.exec(text) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}
