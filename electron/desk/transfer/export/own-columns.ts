import type { Phrase } from '../../../../shared/model/phrase.ts'
import {
  GROUP_SEPARATOR,
  LIST_SEPARATOR,
  PHRASE_FIELD_NAMES,
  PHRASE_FIELDS,
  type PhraseField,
} from '../../../../shared/model/phrase-transfer.ts'
import { BUYER_TYPE_NAMES, STEP_NAMES } from '../../../../shared/model/steps.ts'
import { furtherCell } from '../phrases/further-cell.ts'
import { variantsCell } from '../phrases/variants-cell.ts'

/** Images stay where they are: a row that comes back changes what it shows and leaves the rest of the phrase alone. */
const COLUMNS = PHRASE_FIELDS.filter((field) => field !== 'images')

export const ownHeader = (): string[] => COLUMNS.map((field) => PHRASE_FIELD_NAMES[field])

/** The cells of a phrase under `ownHeader`. */
export function ownCells(phrase: Phrase): string[] {
  const cells: Record<Exclude<PhraseField, 'images'>, string> = {
    id: phrase.id,
    code: phrase.code ?? '',
    title: phrase.title,
    body: phrase.body,
    variants: variantsCell(phrase.variants),
    further: furtherCell(phrase.further),
    group: phrase.groupPath.join(GROUP_SEPARATOR),
    step: STEP_NAMES[phrase.step],
    tags: phrase.tags.join(LIST_SEPARATOR),
    questions: phrase.questions.join(LIST_SEPARATOR),
    buyerTypes: phrase.buyerTypes.map((type) => BUYER_TYPE_NAMES[type]).join(LIST_SEPARATOR),
    validFrom: phrase.validFrom ?? '',
    validUntil: phrase.validUntil ?? '',
    guard: phrase.guard ?? '',
    pinned: phrase.pinned ? '是' : '',
  }
  return COLUMNS.map((field) => cells[field])
}

/** What of a phrase has no column. It is still there when the file comes back. */
export function withoutColumn({ images, further }: Phrase): string[] {
  const withMessages = further.reduce((sum, message) => sum + message.images.length, 0)
  return [
    ...(images.length > 0 ? [`${images.length} 张图片`] : []),
    ...(withMessages > 0 ? [`连发消息里的 ${withMessages} 张图片`] : []),
  ]
}
