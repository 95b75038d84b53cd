import { useCallback, useMemo } from 'react'
import type { Waiver } from '../../../../shared/model/wording.ts'
import { useProducts, useVocabulary } from '../../data/queries.ts'
import type { Problem } from './problems/problem.ts'
import { conditionProblems, scriptProblems } from './problems/script-problems.ts'
import { wordingProblems } from './problems/wording-problems.ts'

const NONE: readonly string[] = []

/** The checks of this shop's editors: its products' names are no findings, their attributes no unknown names. */
export function useChecks(waivers: readonly Waiver[]) {
  const attributes = useVocabulary().data?.attributes ?? NONE
  const products = useProducts().data
  const productNames = useMemo(
    () => products?.flatMap(({ name, shortName }) => [name, ...(shortName ? [shortName] : [])]) ?? NONE,
    [products],
  )
  const checkScript = useCallback(
    (body: string): Problem[] =>
      [...scriptProblems(body, attributes), ...wordingProblems(body, waivers, productNames)].sort(
        (a, b) => a.from - b.from,
      ),
    [attributes, waivers, productNames],
  )
  const checkCondition = useCallback(
    (condition: string) => conditionProblems(condition, attributes),
    [attributes],
  )
  return { checkScript, checkCondition, productNames }
}
