import iconv from 'iconv-lite'

export interface TaobaoItem {
  宝贝名称: string
  宝贝价格: string
  宝贝数量?: string
  商家编码?: string
  数字ID?: string
  宝贝描述?: string
  宝贝卖点?: string
  销售属性组合?: string
  销售属性别名?: string
  自定义属性值?: string
}

/** The columns between which those of interest stand, in Taobao Assistant's order. */
const COLUMNS = {
  title: '宝贝名称',
  cid: '宝贝类目',
  price: '宝贝价格',
  num: '宝贝数量',
  has_warranty: '保修',
  description: '宝贝描述',
  picture: '新图片',
  skuProps: '销售属性组合',
  outer_id: '商家编码',
  propAlias: '销售属性别名',
  num_id: '数字ID',
  subtitle: '宝贝卖点',
  input_custom_cpv: '自定义属性值',
} as const
const FIXED: Readonly<Record<string, string>> = {
  宝贝类目: '50013172',
  保修: '1',
  新图片: 'a1b2:1:0:|https://img.example/1.jpg;',
}

/** An export of Taobao Assistant: a version, English keys, Chinese names, then the items. */
export function taobaoFile(
  items: readonly TaobaoItem[],
  { encoding, delimiter }: { encoding: 'utf-16le' | 'gbk' | 'utf-8'; delimiter: ',' | '\t' } = {
    encoding: 'utf-16le',
    delimiter: '\t',
  },
): { name: string; bytes: Buffer } {
  const quoted = (cell: string) => (/["\n,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const line = (cells: readonly string[]) => cells.map(quoted).join(delimiter)
  const text = [
    'version 1.00',
    line(Object.keys(COLUMNS)),
    line(Object.values(COLUMNS)),
    ...items.map((item) =>
      line(Object.values(COLUMNS).map((name) => FIXED[name] ?? item[name as keyof TaobaoItem] ?? '')),
    ),
    '',
  ].join('\r\n')
  return { name: '宝贝.csv', bytes: iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' }) }
}
