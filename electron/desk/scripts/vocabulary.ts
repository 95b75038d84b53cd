import type { Product } from '../../../shared/model/product.ts'
import type { KnownName } from '../../../shared/template/facts/names.ts'
import type { HelpEntry } from '../../../shared/template/help.ts'
import {
  KNOWN_NAMES,
  STANDARD_HELP,
  TAG_HELP,
  TECHNIQUE_HELP,
  WORDING_HELP,
} from '../../../shared/template/index.ts'

/** How a word is typed by its sound, e.g. `jiage` and `jg`. */
export interface Spelling {
  full: string
  initials: string
}

export type SpelledName = Omit<KnownName, 'read'> & { spelling: Spelling }
export type SpelledHelp = HelpEntry & { spelling: Spelling }

/** What a script may say, for those who write one. */
export interface ScriptVocabulary {
  /** Facts; those that only this shop's products have (商品.肤质) come last. */
  names: SpelledName[]
  techniques: SpelledHelp[]
  wording: SpelledHelp[]
  standard: SpelledHelp[]
  tags: SpelledHelp[]
  /** What the products and their SKUs say of themselves: 颜色, 尺码, 肤质. */
  attributes: string[]
}

/** The names, computations and tags that the script language knows, and what `products` add to them. */
export async function vocabularyWith(products: readonly Product[]): Promise<ScriptVocabulary> {
  // Loaded when first asked for: its tables cost 90 ms, which every start would pay.
  const { spell } = await import('../../../shared/search/chinese/pinyin.ts')
  const spelled = (entries: readonly HelpEntry[]) =>
    entries.map((entry) => ({ ...entry, spelling: spell(entry.name) }))
  const attributes = attributesOf(products)
  const known = KNOWN_NAMES.map(({ read: _, ...name }) => name)
  const names = [...known, ...[...attributes].map(attributeName)]
  return {
    names: names.map((name) => ({ ...name, spelling: spell(name.label) })),
    techniques: spelled(TECHNIQUE_HELP),
    wording: spelled(WORDING_HELP),
    standard: spelled(STANDARD_HELP),
    tags: spelled(TAG_HELP),
    attributes: [...attributes.keys()],
  }
}

/** Attributes of all products and SKUs that are no known names themselves, each with what one of them says. */
function attributesOf(products: readonly Product[]): ReadonlyMap<string, string> {
  const known = new Set(KNOWN_NAMES.map(({ name }) => name))
  const values = new Map<string, string>()
  for (const { attributes, skus } of products) {
    const said = Object.entries(attributes).map(([attribute, list]) => [attribute, list.join('、')] as const)
    for (const [attribute, value] of [...said, ...skus.flatMap((sku) => Object.entries(sku.attributes))]) {
      if (!known.has(`商品.${attribute}`) && !values.has(attribute)) values.set(attribute, value)
    }
  }
  return values
}

function attributeName([attribute, value]: [string, string]): Omit<KnownName, 'read'> {
  return {
    name: `商品.${attribute}`,
    label: attribute,
    description: `商品的${attribute}；规格里的只说有货的`,
    example: value,
    field: 'text',
    from: 'product',
  }
}
