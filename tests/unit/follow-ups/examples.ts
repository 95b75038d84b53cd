import type { FollowUp } from '../../../shared/model/follow-up.ts'

/** A follow-up on an unpaid order, about no product. */
export function followUp(
  nickname: string,
  dueAt: number,
  state: FollowUp['state'] = { is: 'open' },
): FollowUp {
  return {
    ...{ id: nickname, kind: 'unpaid', nickname, dueAt, state, createdAt: 0 },
    ...{ productId: null, phraseId: null, note: '' },
  }
}
