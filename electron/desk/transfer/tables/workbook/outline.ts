import { readMarkup } from './markup.ts'
import { datesAmong } from './number-formats.ts'
import type { WorkbookParts } from './parts.ts'
import { unescaped } from './unescaped.ts'

/** What a workbook says of itself before its cells. */
export interface WorkbookOutline {
  /** In the order of their tabs; only those that hold cells (a chart may be a sheet of its own). */
  sheets: { name: string; part: string }[]
  /** Null when the workbook has none. */
  sharedStrings: string | null
  /** Whether a number in this style is a date or a time of day. */
  isDate(style: number): boolean
  /** Days are counted from 1904, as on old Macs. */
  is1904: boolean
}

/** @throws Unreadable */
export async function readOutline(parts: WorkbookParts): Promise<WorkbookOutline> {
  const named: { name: string; relation: string }[] = []
  let is1904: boolean | null = null
  await readMarkup(parts.text('xl/workbook.xml'), {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 ??= ['1', 'true'].includes(attributes().date1904 ?? '')
      if (tag !== 'sheet') return
      const { name, ...others } = attributes()
      const relation = Object.entries(others).find(([key]) => /(?:^|:)id$/.test(key))?.[1]
      if (name && relation) named.push({ name: unescaped(name), relation })
    },
  })
  const relations = await relationsIn(parts)
  const partOf = (kind: string, usual: string) => {
    const part = [...relations.values()].find((one) => one.kind === kind)?.part ?? usual
    return parts.has(part) ? part : null
  }
  const styles = partOf('styles', 'xl/styles.xml')
  return {
    sheets: named.flatMap(({ name, relation }) => {
      const found = relations.get(relation)
      return found?.kind === 'worksheet' ? [{ name, part: found.part }] : []
    }),
    sharedStrings: partOf('sharedStrings', 'xl/sharedStrings.xml'),
    isDate: styles === null ? () => false : await datesAmong(parts.text(styles)),
    is1904: is1904 ?? false,
  }
}

/** By id; the kind is the last word of its type, which the two editions of the standard spell alike. */
async function relationsIn(parts: WorkbookParts): Promise<Map<string, { kind: string; part: string }>> {
  const relations = new Map<string, { kind: string; part: string }>()
  await readMarkup(parts.text('xl/_rels/workbook.xml.rels'), {
    open(tag, attributes) {
      if (tag !== 'Relationship') return
      const { Id, Type = '', Target = '' } = attributes()
      const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`
      if (Id) relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), part })
    },
  })
  return relations
}
