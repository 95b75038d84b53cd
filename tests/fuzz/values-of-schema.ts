import fc from 'fast-check'
import { z } from 'zod'

type JsonSchema = z.core.JSONSchema.JSONSchema | boolean

/** Texts that have broken programs: of SQL, Liquid, paths, prototypes, formulas, direction marks, halves of characters. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  "'; DROP TABLE phrases; --",
  '" OR 1=1',
  '%_\\',
  '{{ 商品.价格',
  '{% for i in (1..99999999) %}{% for j in (1..99999999) %}x{% endfor %}{% endfor %}',
  '{{ "a" | append: "b" }}{% endraw %}{% include "/etc/passwd" %}',
  '__proto__',
  'constructor',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  '\\\\server\\share\\x',
  'C:\\Windows\\System32\\drivers\\etc\\hosts',
  '=HYPERLINK("http://x","y")',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '\u0000NUL',
  '\ud800',
  '\u202egnp.exe',
  '‍👩‍👧‍👦'.repeat(50),
  '臺灣ＡＢＣ①',
  'a'.repeat(20_000),
  '(a+)+$'.repeat(40),
] as const

const hostile = fc.constantFrom<unknown>(
  ...HOSTILE_TEXTS,
  ...[null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, -1, 0.5, 2 ** 53, 1e308, 10n, true],
  ...[[], {}, [[]], new Date(Number.NaN), Symbol('x'), () => 1, /x/, new Map([[1, 2]])],
  JSON.parse('{"__proto__": {"polluted": true}}'),
  Array.from({ length: 20_001 }, () => 'x'),
)

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom<string>(...HOSTILE_TEXTS),
)

/** Values that mostly have the schema's shape; what they hold may break any of its other rules. */
function shaped(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean' || depth > 6) return fc.anything({ maxDepth: 2 })
  const options = schema.anyOf ?? schema.oneOf
  if (options) return fc.oneof(...options.map((option) => shaped(option, depth + 1)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.oneof(fc.constantFrom<unknown>(...schema.enum), anyText)
  switch (schema.type) {
    case 'object':
      return shapedObject(schema, depth)
    case 'array': {
      const items = Array.isArray(schema.items) ? true : ((schema.items as JsonSchema | undefined) ?? true)
      return fc.array(shaped(items, depth + 1), { maxLength: 4 })
    }
    case 'string':
      return schema.format === 'date' ? fc.oneof(fc.constant('2026-11-11'), anyText) : anyText
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -5, max: 200 }), fc.double(), fc.maxSafeInteger())
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.anything({ maxDepth: 2 })
  }
}

function shapedObject(
  { properties = {}, additionalProperties, required = [] }: z.core.JSONSchema.JSONSchema,
  depth: number,
) {
  const known = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, shaped(property as JsonSchema, depth + 1)]),
  )
  const record = fc.record(known, { requiredKeys: required.filter((name) => name in known) })
  if (!additionalProperties || Object.keys(known).length > 0) return record
  return fc.dictionary(anyText, shaped(additionalProperties as JsonSchema, depth + 1), { maxKeys: 4 })
}

/**
 * Inputs for a procedure: some of its shape with hostile contents, some with one place replaced by what does not belong
 * there, some that are anything at all.
 */
export function inputsFor(schema: z.ZodType | undefined): fc.Arbitrary<unknown> {
  if (!schema) return fc.oneof(hostile, fc.anything({ maxDepth: 2 }))
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const wellShaped = shaped(json as JsonSchema)
  const spoilt = fc
    .tuple(wellShaped, fc.nat(), hostile)
    .map(([value, place, bad]) => replaceAt(value, place, bad))
  return fc.oneof(
    { arbitrary: wellShaped, weight: 4 },
    { arbitrary: spoilt, weight: 4 },
    { arbitrary: hostile, weight: 1 },
    { arbitrary: fc.anything({ maxDepth: 3 }), weight: 1 },
  )
}

/** A copy of `value` with one of its properties, the `place`-th of all, replaced. */
function replaceAt(value: unknown, place: number, bad: unknown): unknown {
  if (typeof value !== 'object' || value === null) return bad
  const keys = Object.keys(value)
  const key = keys[place % Math.max(1, keys.length)]
  if (key === undefined) return bad
  const inner: unknown = Reflect.get(value, key)
  const next = place % 3 === 0 ? bad : replaceAt(inner, Math.floor(place / 3), bad)
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? next : item))
    : { ...value, [key]: next }
}
