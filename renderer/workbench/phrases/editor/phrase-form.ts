import { type Phrase, PhraseDraft } from '../../../../shared/model/phrase.ts'
import type { BuyerType, Step } from '../../../../shared/model/steps.ts'
import { parseGuard } from '../../../../shared/template/index.ts'
import { type FieldProblem, problemsOf } from '../../components/zod-words.ts'

/** A phrase as its form holds it: every text field a string, questions one to a line. */
export interface PhraseForm {
  title: string
  code: string
  groupId: string | null
  step: Step
  buyerTypes: BuyerType[]
  tags: string[]
  questions: string
  /** `YYYY-MM-DD`, empty when open. */
  validFrom: string
  validUntil: string
  guard: string
  pinned: boolean
  body: string
}

export function newPhraseForm(groupId: string | null, step: Step): PhraseForm {
  return {
    ...{ title: '', code: '', groupId, step, buyerTypes: [], tags: [], questions: '' },
    ...{ validFrom: '', validUntil: '', guard: '', pinned: false, body: '' },
  }
}

export function phraseFormOf(phrase: Phrase): PhraseForm {
  const { title, groupId, step, buyerTypes, tags, pinned, body } = phrase
  return {
    ...{ title, groupId, step, buyerTypes, tags, pinned, body },
    code: phrase.code ?? '',
    questions: phrase.questions.join('\n'),
    validFrom: phrase.validFrom ?? '',
    validUntil: phrase.validUntil ?? '',
    guard: phrase.guard ?? '',
  }
}

export type PhraseFormReading = { ok: true; draft: PhraseDraft } | { ok: false; problems: FieldProblem[] }

/** The draft that the form stands for, or what to say at which field. */
export function readPhraseForm(form: PhraseForm): PhraseFormReading {
  const parsed = PhraseDraft.safeParse({
    ...form,
    questions: form.questions.split('\n').flatMap((line) => line.trim() || []),
    validFrom: form.validFrom || null,
    validUntil: form.validUntil || null,
    guard: form.guard.trim() || null,
  })
  const guardProblem = problemOfGuard(form.guard)
  if (parsed.success)
    return guardProblem ? { ok: false, problems: [guardProblem] } : { ok: true, draft: parsed.data }
  // The form's fields are whole lists, so a problem with one entry stands at its list.
  const problems = problemsOf(parsed.error).map(({ path, message }) => ({
    path: path.slice(0, 1),
    message: entryWords(path, message),
  }))
  return { ok: false, problems: guardProblem ? [...problems, guardProblem] : problems }
}

function problemOfGuard(guard: string): FieldProblem | null {
  if (guard.trim() === '') return null
  const parsed = parseGuard(guard)
  return parsed.ok ? null : { path: ['guard'], message: parsed.reason }
}

function entryWords([field, index]: (string | number)[], message: string): string {
  if (typeof index !== 'number') return message
  return field === 'questions' ? `第 ${index + 1} 个问题：${message}` : `第 ${index + 1} 项：${message}`
}
