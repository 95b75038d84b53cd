import {
  PHRASE_FIELD_NAMES,
  PHRASE_FIELDS,
  type PhraseColumnUse,
  type PhraseField,
} from '../../../../shared/model/phrase-transfer.ts'
import { fold } from '../../../../shared/search/chinese/normalise.ts'

/**
 * What columns are called in Qianniu's file, in those of other desktop tools and in tables that leads keep, the surest
 * name first; our own names count besides. Source: headers seen in public importers.
 */
const ALIASES: Record<PhraseField, readonly string[]> = {
  id: [],
  body: ['快捷短语', '话术内容', '短语内容', '回复内容', '回复', '答案', '话术', '内容', 'content', 'text'],
  code: ['快捷短语编码', '快捷编码', '短语编码', '编码', '快捷码', '快捷键', '缩写', 'code', 'shortcut'],
  variants: ['买家说法'],
  further: ['连发消息'],
  group: ['快捷短语分组', '分组', '分组名称', '所属分组', '分类', '类别', '目录', 'group', 'category'],
  title: ['标题', '快捷短语标题', '话术标题', '名称', 'title', 'name'],
  step: ['环节', '七步', '步骤', '流程', 'step'],
  tags: ['标签', 'tags'],
  questions: ['买家问法', '例句', '问法', '问题', '相似问', '关键词', 'question', 'questions'],
  buyerTypes: ['买家类型', '客户类型', '适用买家'],
  validFrom: ['生效日期', '开始日期', '生效时间'],
  validUntil: ['失效日期', '结束日期', '失效时间'],
  guard: ['使用条件'],
  pinned: ['置顶'],
  images: ['图片名', '图片', '图片名称'],
}

/** A column's name as it is compared: blanks, stars, what is in brackets and traditional forms do not count. */
export function folded(name: string): string {
  return fold(name.normalize('NFKC').replace(/\p{Cf}|\([^)]*\)|[\s*:]/gu, ''))
}

const namesOf = (field: PhraseField): readonly string[] => [
  folded(PHRASE_FIELD_NAMES[field]),
  ...ALIASES[field],
]

const KNOWN: ReadonlySet<string> = new Set(PHRASE_FIELDS.flatMap(namesOf))

/** Whether a cell reads like the name of a column that a phrase file has. */
export const isKnownName = (cell: string): boolean => KNOWN.has(folded(cell))

/** What each column holds, as its name tells; a field is held by one column. */
export function usesByName(names: readonly string[]): PhraseColumnUse[] {
  const keys = names.map(folded)
  const uses: PhraseColumnUse[] = names.map(() => 'skip')
  for (const field of PHRASE_FIELDS) {
    // What an own name is to one field may be an alias of another: the place is taken once.
    const place = namesOf(field)
      .map((name) => keys.indexOf(name))
      .find((at) => at >= 0 && uses[at] === 'skip')
    if (place !== undefined) uses[place] = field
  }
  return uses
}
