import {
  type FurtherMessage,
  type Phrase,
  PhraseDraft,
  type PhraseVariant,
} from '../../../../shared/model/phrase.ts'
import { BUYER_TYPE_NAMES, type BuyerType, type Step } from '../../../../shared/model/steps.ts'
import type { Waiver } from '../../../../shared/model/wording.ts'
import { mistakeIn, parseGuard } from '../../../../shared/template/index.ts'
import { type FieldProblem, problemsOf } from '../../components/zod-words.ts'
import { strings } from '../../strings.ts'
import { typeTakenTwice } from './variants/variants.ts'

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
  variants: PhraseVariant[]
  waivers: Waiver[]
  /** Images of the first message, by hash. */
  images: string[]
  /** The messages after the first, when the phrase is a sequence. */
  further: FurtherMessage[]
}

export function newPhraseForm(groupId: string | null, step: Step): PhraseForm {
  return {
    ...{ title: '', code: '', groupId, step, buyerTypes: [], tags: [], questions: '' },
    ...{ validFrom: '', validUntil: '', guard: '', pinned: false, body: '' },
    ...{ variants: [], waivers: [], images: [], further: [] },
  }
}

export function phraseFormOf(phrase: Phrase): PhraseForm {
  const { title, groupId, step, buyerTypes, tags, pinned, waivers, images } = phrase
  return {
    ...{ title, groupId, step, buyerTypes, tags, pinned, waivers, images },
    further: phrase.further.map((message) => ({ ...message, body: withLineFeeds(message.body) })),
    body: withLineFeeds(phrase.body),
    variants: phrase.variants.map((variant) => ({ ...variant, body: withLineFeeds(variant.body) })),
    code: phrase.code ?? '',
    questions: phrase.questions.join('\n'),
    validFrom: phrase.validFrom ?? '',
    validUntil: phrase.validUntil ?? '',
    guard: phrase.guard ?? '',
  }
}

export type PhraseFormReading = { ok: true; draft: PhraseDraft } | { ok: false; problems: FieldProblem[] }

/** Editors know one kind of line end; places in a text count by it. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** The draft that the form stands for, or what to say at which field. */
export function readPhraseForm(form: PhraseForm): PhraseFormReading {
  const parsed = PhraseDraft.safeParse({
    ...form,
    questions: form.questions.split('\n').flatMap((line) => line.trim() || []),
    validFrom: form.validFrom || null,
    validUntil: form.validUntil || null,
    guard: form.guard.trim() || null,
  })
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error).map(atItsField)),
    ...scriptProblemsOf(form),
    ...guardProblemsOf(form.guard),
  ]
  const [takenTwice] = [typeTakenTwice(form.variants)].flatMap((taken) => taken ?? [])
  if (takenTwice) {
    const message = strings.editor.variants.takenTwice(BUYER_TYPE_NAMES[takenTwice.type])
    problems.push({ path: ['variants', takenTwice.index, 'buyerTypes'], message })
  }
  const said = problems.filter(({ path }) => path.join('.') !== 'variants')
  return parsed.success && said.length === 0
    ? { ok: true, draft: parsed.data }
    : { ok: false, problems: said }
}

/** What cannot be saved as it is written, at the wording or the message it is in. */
function scriptProblemsOf({ body, variants, further }: PhraseForm): FieldProblem[] {
  const scripts = [
    { path: ['body'], text: body },
    ...variants.map((variant, index) => ({ path: ['variants', index, 'body'], text: variant.body })),
    ...further.map((message, index) => ({ path: ['further', index, 'body'], text: message.body })),
  ]
  return scripts.flatMap(({ path, text }) => {
    // As the desk would refuse it, which could not say it at the field.
    const mistake = text.trim() === '' ? null : mistakeIn(text)
    if (!mistake) return []
    const { line, column, message } = mistake
    return [{ path, message: strings.editor.mistake(line, column, message) }]
  })
}

function guardProblemsOf(guard: string): FieldProblem[] {
  const parsed = guard.trim() === '' ? null : parseGuard(guard)
  return !parsed || parsed.ok ? [] : [{ path: ['guard'], message: parsed.reason }]
}

/** Lists are one field each, so a problem with an entry stands at its list; variants and messages have fields of their own. */
function atItsField({ path, message }: FieldProblem): FieldProblem {
  const [field, index] = path
  if (field === 'variants' || field === 'further') return { path: path.slice(0, 3), message }
  return { path: path.slice(0, 1), message: entryWords(field, index, message) }
}

function entryWords(
  field: string | number | undefined,
  index: string | number | undefined,
  message: string,
): string {
  if (typeof index !== 'number') return message
  return field === 'questions' ? `第 ${index + 1} 个问题：${message}` : `第 ${index + 1} 项：${message}`
}
