import { z } from 'zod'
import phraseFile from '../../../assets/starter/phrases.json' with { type: 'json' }
import productFile from '../../../assets/starter/products.json' with { type: 'json' }
import shopFile from '../../../assets/starter/shop.json' with { type: 'json' }
import { PhraseDraft } from '../../../shared/model/phrase.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { ShopProfile } from '../../../shared/model/shop.ts'

interface GroupNode {
  name: string
  children?: GroupNode[]
}

/** The starter files as the program reads them; a file that breaks a schema fails every test that imports it. */
export const phrases = phraseFile.phrases.map((row) => ({
  ...PhraseDraft.parse(row),
  group: z.array(z.string()).min(1).parse(row.group),
  fields: Object.keys(row),
}))
/** Every text of the library: a phrase's own and those for certain buyers, each under its phrase's code. */
export const wordings = phrases.flatMap(({ code, body, variants }) => [
  { at: `${code}`, code, body },
  ...variants.map((variant) => ({ at: `${code} ${variant.buyerTypes.join('+')}`, code, body: variant.body })),
])
export const products = productFile.map((row) => ProductDraft.parse(row))
export const shop = ShopProfile.parse(shopFile)
export const groupPaths = pathsOf(phraseFile.groups)

/** The words of a script that do not depend on facts. */
export function fixedWords(body: string): string {
  return body.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '')
}

function pathsOf(nodes: readonly GroupNode[], above: readonly string[] = []): string[] {
  return nodes.flatMap(({ name, children = [] }) => {
    const path = [...above, name]
    return [path.join('/'), ...pathsOf(children, path)]
  })
}
