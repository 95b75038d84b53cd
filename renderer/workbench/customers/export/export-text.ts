import { type CustomerRecord, RECIPIENT_NAMES } from '../../../../shared/model/customer.ts'
import { FOLLOW_UP_KIND_NAMES } from '../../../../shared/model/follow-up-kinds.ts'
import { BUYER_TYPE_NAMES } from '../../../../shared/model/steps.ts'
import { customerStrings as words } from '../../strings/customers.ts'
import { newestFirst } from '../detail/notes.ts'
import { measureWords, momentWords } from '../wording.ts'

/** Everything that is kept of a buyer, to be read by the buyer. `now` is the moment of the export, ms since 1970. */
export function exportText({ customer, pastes, followUps }: CustomerRecord, now: number): string {
  const { nickname, type, province, isGift, recipient, measures, notes } = customer
  const forWhom = isGift ? [words.gift, recipient && RECIPIENT_NAMES[recipient]] : [words.self]
  const facts = [
    [words.text.exportedAt, momentWords(now)],
    [words.type, type && BUYER_TYPE_NAMES[type]],
    [words.province, province],
    [words.forWhom, forWhom.filter(Boolean).join('，')],
    [words.measures, measureWords(measures)],
    [words.text.createdAt, momentWords(customer.createdAt)],
    [words.text.seenAt, momentWords(customer.seenAt)],
    [words.text.deletedOn, momentWords(customer.deletedOn)],
  ] as const
  return [
    words.text.title(nickname),
    ...facts.map(([label, value]) => `${label}：${value || words.text.none}`),
    '',
    ...chapter(
      words.notes,
      newestFirst(notes).map(({ note: { at, text } }) => `${momentWords(at)}  ${text}`),
    ),
    '',
    ...chapter(
      words.pastes,
      pastes.map(({ at, phraseTitle, text }) => `${momentWords(at)}  ${phraseTitle}\n${text}`),
    ),
    '',
    ...chapter(
      words.text.followUps,
      followUps.map(({ dueAt, kind, note }) =>
        [momentWords(dueAt), FOLLOW_UP_KIND_NAMES[kind], note].filter(Boolean).join('  '),
      ),
    ),
    '',
  ].join('\n')
}

function chapter(title: string, entries: readonly string[]): string[] {
  return [title, ...(entries.length > 0 ? entries : [words.text.none])]
}

/** The same for a program. */
export function exportJson(record: CustomerRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`
}
