import { z } from 'zod'

const NAME = z.string().min(1).max(30)

/** JavaScript keeps this name for itself: what is assigned to it is lost without a word. */
export const isKeptName = (name: string): boolean => name === '__proto__'

export const KEPT_NAME_REFUSED = '“__proto__”不能用作属性名，请换一个'

/** Values by names that people choose. A name that would be lost is refused rather than left out, as a record does. */
export function namedValues<Value extends z.ZodType>(value: Value) {
  return z.preprocess(
    (given: Record<string, z.input<Value>>, context) => {
      const isObject = typeof given === 'object' && given !== null
      if (isObject && Object.keys(given).some(isKeptName)) context.addIssue(KEPT_NAME_REFUSED)
      return given
    },
    z.record(NAME, value),
  )
}
