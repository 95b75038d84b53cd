import { imageStrings } from '../../strings/images.ts'
import { strings } from '../../strings.ts'

const words = strings.products.editor

/** The editor's parts in their order, with the form's fields that stand in each. */
export const SECTIONS = {
  basics: {
    title: words.basics,
    hint: words.basicsHint,
    fields: ['name', 'shortName', 'code', 'category', 'priceYuan'],
  },
  images: { title: imageStrings.product, hint: imageStrings.productNote, fields: ['images'] },
  skus: { title: words.skus.title, hint: words.skus.hint, fields: ['skus', 'isStockChecked'] },
  lasts: { title: words.lasts, hint: words.lastsHint, fields: ['lasts'] },
  persuasion: {
    title: words.persuasion,
    hint: words.persuasionHint,
    fields: ['sellingPoints', 'materials', 'certificates'],
  },
  flaws: { title: strings.products.flaws, hint: words.flawsHint, fields: ['flaws'] },
  sizes: { title: words.sizes.title, hint: words.sizes.hint, fields: ['sizes', 'sizeNote', 'model'] },
  service: { title: words.service, hint: null, fields: ['warranty', 'gift'] },
  questions: { title: words.questions, hint: words.questionsHint, fields: ['questions'] },
  funnel: { title: words.funnel, hint: words.funnelHint, fields: ['attributes'] },
  related: { title: words.related, hint: words.relatedHint, fields: ['pairings', 'substitutes'] },
} as const satisfies Record<string, { title: string; hint: string | null; fields: readonly string[] }>

export type SectionId = keyof typeof SECTIONS

export const SECTION_IDS = Object.keys(SECTIONS) as SectionId[]

export const sectionElementId = (id: SectionId): string => `product-${id}`

/** The section in which a field of the form stands; a path like `lasts.days` is in the section of its first part. */
export function sectionOf(field: string): SectionId | undefined {
  const [first = ''] = field.split('.')
  return SECTION_IDS.find((id) => (SECTIONS[id].fields as readonly string[]).includes(first))
}

/** Fields as one meets them down the page. */
export function inPageOrder(fields: readonly string[]): string[] {
  const place = (field: string) => {
    const id = sectionOf(field)
    return id ? SECTION_IDS.indexOf(id) : SECTION_IDS.length
  }
  return fields.toSorted((a, b) => place(a) - place(b))
}

/** Brings a section into sight. */
export function goToSection(page: HTMLElement, id: SectionId): HTMLElement | null {
  const section = page.querySelector<HTMLElement>(`#${sectionElementId(id)}`)
  section?.scrollIntoView({ block: 'start' })
  return section
}

/**
 * Puts the caret into a field of the form: the one with that name (its parts joined by `_`, as the form names its
 * elements), else the first that its section has.
 */
export function goToField(page: HTMLElement, field: string): void {
  const id = sectionOf(field)
  const section = id ? goToSection(page, id) : null
  const exact = page.querySelector<HTMLElement>(`[id="${CSS.escape(field.replaceAll('.', '_'))}"]`)
  const target =
    exact ??
    section?.querySelector<HTMLElement>('td input') ??
    section?.querySelector<HTMLElement>('input, textarea, button')
  target?.focus({ preventScroll: exact === null })
}
