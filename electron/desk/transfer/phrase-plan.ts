import { GROUP_LIMITS, PhraseDraft } from '../../../shared/model/phrase.ts'
import { STEP_NAMES, STEPS, type Step } from '../../../shared/model/steps.ts'
import type { RowProblem } from '../../../shared/model/transfer.ts'
import { mistakeIn } from '../../../shared/template/index.ts'
import { bodyHash } from '../phrases/phrase-book.ts'
import { scriptOfImported } from './braces.ts'
import type { PhraseRow } from './phrase-csv.ts'
import { excerptOf } from './tables/excerpt.ts'

/** What an import would do, before anything is written. */
export interface PhrasePlan {
  additions: { group: string[]; draft: PhraseDraft }[]
  duplicates: RowProblem[]
  refused: RowProblem[]
  /** Rows that come in, of which something should be known. */
  notes: RowProblem[]
}

/** Codes (in lower case) and bodies (hashed) that are taken, each with the title of the phrase that holds it. */
export interface Taken {
  titleByCode: ReadonlyMap<string, string>
  titleByBodyHash: ReadonlyMap<string, string>
}

/** Decides for each row whether it becomes a phrase, is one already, or cannot be one and why. */
export function planPhrases(rows: readonly PhraseRow[], taken: Taken): PhrasePlan {
  const plan: PhrasePlan = { additions: [], duplicates: [], refused: [], notes: [] }
  const rowByCode = new Map<string, number>()
  const rowByBody = new Map<string, number>()

  for (const row of rows) {
    const about = { row: row.row, excerpt: excerptOf(row.body || row.code) }
    const verdict = draftOf(row)
    if (!verdict.ok) {
      plan.refused.push({ ...about, reason: verdict.reason })
      continue
    }
    const { draft } = verdict
    const hash = bodyHash(draft.body)
    const code = row.code.toLowerCase()
    const reason =
      sameAs('内容', rowByBody.get(hash), taken.titleByBodyHash.get(hash)) ??
      (code ? sameAs(`编码“${row.code}”`, rowByCode.get(code), taken.titleByCode.get(code)) : null)
    if (reason) {
      plan.duplicates.push({ ...about, reason })
      continue
    }
    rowByBody.set(hash, row.row)
    if (code) rowByCode.set(code, row.row)
    if (draft.body !== row.body) plan.notes.push({ ...about, reason: '里面的花括号不是变量，会原样发出' })
    plan.additions.push({ group: row.group, draft })
  }
  return plan
}

function sameAs(what: string, earlierRow: number | undefined, title: string | undefined): string | null {
  if (earlierRow !== undefined) return `${what}与第 ${earlierRow} 行相同`
  if (title !== undefined) return `${what}与库里的《${title}》相同`
  return null
}

function draftOf(row: PhraseRow): { ok: true; draft: PhraseDraft } | { ok: false; reason: string } {
  if (!row.body) return { ok: false, reason: '快捷短语是空的' }
  const step = row.step ? stepNamed(row.step) : stepOfGroup(row.group)
  if (!step)
    return { ok: false, reason: `没有叫“${row.step}”的步骤，应是：${Object.values(STEP_NAMES).join('、')}` }
  const tooLong = row.group.find((name) => name.length > GROUP_LIMITS.name)
  if (tooLong) return { ok: false, reason: `分组名“${excerptOf(tooLong)}”超过 ${GROUP_LIMITS.name} 个字` }
  const depth = row.group.length
  if (depth > GROUP_LIMITS.depth)
    return { ok: false, reason: `分组有 ${depth} 层，最多 ${GROUP_LIMITS.depth} 层` }

  const body = scriptOfImported(row.body)
  const parsed = PhraseDraft.safeParse({
    code: row.code || null,
    title: row.title || titleFromBody(row.body),
    body,
    step,
    tags: row.tags,
    questions: row.questions,
    validFrom: row.validFrom ? isoDay(row.validFrom) : null,
    validUntil: row.validUntil ? isoDay(row.validUntil) : null,
  })
  if (!parsed.success) return { ok: false, reason: parsed.error.issues[0]?.message ?? '内容不合要求' }
  const mistake = mistakeIn(body)
  if (mistake) {
    const { line, column, message } = mistake
    return { ok: false, reason: `话术里的变量写法有误（第 ${line} 行第 ${column} 个字）：${message}` }
  }
  return { ok: true, draft: parsed.data }
}

/** Spreadsheets rewrite 2026-11-01 as 2026/11/1. */
function isoDay(text: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}

const TITLE_LENGTH = 24
/** No title needs more of a text than this, UTF-16 units. */
const TITLE_SOURCE_LENGTH = 500

/** Files have no titles: the first clause stands for the phrase in lists, without markup and emoji. */
export function titleFromBody(body: string): string {
  const plain = body
    .slice(0, TITLE_SOURCE_LENGTH)
    .replace(/\{%.*?%\}/gs, '')
    .replace(
      /\{\{\s*(.*?)\s*\}\}/gs,
      (_, inner: string) => inner.split('|')[0]?.trim().split('.').at(-1) ?? '',
    )
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  // A greeting alone ("亲，") says nothing: take clauses until there is something to read.
  const clauses = plain.match(/[^，。！？；,!?;~]+[，。！？；,!?;~]*/g) ?? [plain]
  let title = ''
  for (const clause of clauses) {
    if ([...title].length >= 8) break
    title += clause
  }
  title = title.replace(/[，。！？；,!?;~\s]+$/u, '').trim() || plain || body.trim()
  return [...title].slice(0, TITLE_LENGTH).join('')
}

function stepNamed(name: string): Step | undefined {
  return STEPS.find((step) => step === name || name.includes(STEP_NAMES[step]))
}

/** Words by which shops name the groups of each step; the first that matches decides. */
const GROUP_WORDS: readonly [Step, RegExp][] = [
  ['greet', /迎接|问候|欢迎|开场|打招呼|首次/],
  ['goodbye', /告别|结束|道别|再见|感谢|好评/],
  ['object', /异议|议价|砍价|讲价|价格|质疑|比价|疑虑/],
  ['recommend', /推荐|尺码|搭配|凑单|活动|优惠|关联/],
  ['confirm', /确认|核对|催付|下单/],
  ['process', /订单|发货|物流|快递|售后|退|换|取消|改地址|备注|跟单/],
]

function stepOfGroup(group: readonly string[]): Step {
  for (const name of group) {
    const match = GROUP_WORDS.find(([, words]) => words.test(name))
    if (match) return match[0]
  }
  return 'answer'
}
