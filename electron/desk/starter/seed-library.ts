import { z } from 'zod'
import phraseFile from '../../../assets/starter/phrases.json' with { type: 'json' }
import productFile from '../../../assets/starter/products.json' with { type: 'json' }
import shopFile from '../../../assets/starter/shop.json' with { type: 'json' }
import { PhraseDraft } from '../../../shared/model/phrase.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { ShopProfile } from '../../../shared/model/shop.ts'
import type { Database } from '../database/open-database.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { PhraseGroups } from '../phrases/phrase-groups.ts'
import type { Catalogue } from '../products/catalogue.ts'
import type { Shop } from '../shops/shop.ts'

const StarterPhrase = z.intersection(z.object({ group: z.array(z.string()).min(1) }), PhraseDraft)

interface Rooms {
  book: PhraseBook
  groups: PhraseGroups
  catalogue: Catalogue
  shop: Shop
}

/** Fills a new library with the starter phrases, the sample products and the sample shop, all or nothing. */
export function seedLibrary(
  database: Database,
  { book, groups, catalogue, shop }: Rooms,
  now: () => number,
): void {
  database.transaction(() => {
    shop.save(ShopProfile.parse(shopFile))
    // The sample's stock is as fresh as the installation; from then on it ages like real stock.
    for (const product of productFile)
      catalogue.create({ ...ProductDraft.parse(product), stockUpdatedAt: now() })
    for (const path of groupPaths(phraseFile.groups)) groups.ensurePath(path)
    for (const phrase of phraseFile.phrases) {
      const { group, ...draft } = StarterPhrase.parse(phrase)
      book.create({ ...draft, groupId: groups.ensurePath(group) }, 'starter')
    }
  })()
}

interface GroupNode {
  name: string
  children?: GroupNode[]
}

/** In the file's order, so that the tree is laid out as its author meant it. */
function groupPaths(nodes: readonly GroupNode[], above: readonly string[] = []): string[][] {
  return nodes.flatMap((node) => {
    const path = [...above, node.name]
    return [path, ...groupPaths(node.children ?? [], path)]
  })
}
