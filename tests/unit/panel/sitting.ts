import { beforeEach } from 'vitest'
import { createPanel, type Panel } from '../../../renderer/panel/state/panel.ts'
import type { PhraseHit } from '../../../shared/model/search.ts'
import { hit, PretendDesk } from './pretend-desk.ts'

/** The desk and the panel of the test under way, made anew for each. */
export let desk: PretendDesk
export let panel: Panel
/** What the panel put off until later. */
export let later: { ms: number; act: () => void } | null
export let now: number

/** A panel that has started and answered its first question with two rows. Call it at the head of a file. */
export function sitAtPanel(): void {
  beforeEach(async () => {
    desk = new PretendDesk()
    now = 1_000_000
    later = null
    panel = createPanel(
      desk,
      () => now,
      (ms, act) => {
        later = { ms, act }
        return () => {
          later = null
        }
      },
    )
    panel.start()
    await answer('wh01', 'bj01')
  })
}

export const state = () => panel.store.getState()
export const rows = () => state().results?.hits.map(({ id }) => id)
/** Lets everything that has been answered take effect. */
export const settled = () => new Promise((resolve) => setImmediate(resolve))

export async function answer(...hits: (string | PhraseHit)[]): Promise<void> {
  desk.lastSearch.answer(hits.map((one) => (typeof one === 'string' ? hit(one) : one)))
  await settled()
}

export async function type(text: string): Promise<void> {
  panel.type(text, false)
  await settled()
}

export const show = (shownAt: number) =>
  desk.tell({ kind: 'panel-shown', shownAt, targetTitle: '小鱼儿-接待中心' })

/** Lets so many milliseconds go by. */
export function pass(ms: number): void {
  now += ms
}
