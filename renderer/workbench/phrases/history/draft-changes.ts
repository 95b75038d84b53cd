import type { FormerDraft } from '../../../../shared/model/phrase-revision.ts'
import { BUYER_TYPE_NAMES, type BuyerType, STEP_NAMES } from '../../../../shared/model/steps.ts'
import { type DiffPart, diffWords } from '../../../../shared/text/word-diff.ts'
import { historyStrings as words } from '../../strings/history.ts'

/** What differs in one field of two drafts, as people name the field. */
export interface FieldChange {
  label: string
  parts: DiffPart[]
}

/** What makes `after` of `before`, field by field in the editor's order; only fields that differ. */
export function changesBetween(before: FormerDraft, after: FormerDraft): FieldChange[] {
  const [old, young] = [fieldsOf(before), fieldsOf(after)]
  const labels = [...new Set([...old.keys(), ...young.keys()])]
  return labels.flatMap((label) => {
    const [from, to] = [old.get(label) ?? '', young.get(label) ?? '']
    return from === to ? [] : { label, parts: diffWords(from, to) }
  })
}

/** Each field as a text that one reads. */
function fieldsOf(draft: FormerDraft): Map<string, string> {
  const { fields } = words
  const typeNames = (types: readonly BuyerType[]) => types.map((type) => BUYER_TYPE_NAMES[type]).join('、')
  return new Map([
    [fields.title, draft.title],
    [fields.code, draft.code ?? ''],
    [fields.body, withLineFeeds(draft.body)],
    ...draft.variants.map(({ buyerTypes, body }): [string, string] => [
      fields.variant(typeNames(buyerTypes)),
      withLineFeeds(body),
    ]),
    [fields.images, imagesText(draft.images)],
    ...draft.further.map(({ body, images }, index): [string, string] => [
      fields.message(index + 2),
      [withLineFeeds(body), imagesText(images)].filter((part) => part !== '').join('\n'),
    ]),
    [fields.step, STEP_NAMES[draft.step]],
    [fields.buyerTypes, typeNames(draft.buyerTypes)],
    [fields.tags, draft.tags.join('、')],
    [fields.questions, draft.questions.join('\n')],
    [fields.guard, draft.guard ?? ''],
    [fields.dates, words.dates(draft.validFrom, draft.validUntil)],
  ])
}

/** The beginnings of their hashes tell images apart where they cannot be shown. */
function imagesText(images: readonly string[]): string {
  return words.imageCount(images.length, images.map((hash) => hash.slice(0, 4)).join('、'))
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
