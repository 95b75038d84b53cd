/** What agents call the rows of each table; null for what no person ever sees. */
const LABELS: Record<string, string | null> = {
  phrases: '话术',
  phrase_groups: '话术分组',
  products: '商品',
  skus: '商品规格',
  shops: '店铺资料',
  images: '图片',
  usage_events: '使用记录',
  phrase_use: '使用次数',
  phrase_picks: '搜索学到的用法',
  phrase_revisions: '话术的修改历史',
  removed_products: '删除的商品',
  import_mappings: '导入时的列对应',
  team_libraries: '团队话术库',
  team_entries: '团队话术的来源记录',
  team_channels: '团队频道',
  channel_proposals: '给主管的建议话术',
  channel_answers: '处理过的建议',
  channel_misses: '没有搜到的词',
  customers: '客户资料',
  customer_pastes: '客户的粘贴记录',
  follow_ups: '跟单',
  upkeep: null,
  phrase_prepared: null,
  search_lineage: null,
  search_changes: null,
  library_revision: null,
  team_writing: null,
  undo_steps: null,
  undo_changes: null,
}

export function tableLabel(table: string): string | null {
  return table in LABELS ? (LABELS[table] ?? null) : '其他资料'
}
