/** The words of the panel's form for a follow-up; the key that opens it is named in `strings.ts`. */
export const FOLLOW_UP_STRINGS = {
  title: '记跟单',
  label: '类型、时间和备注，一行写完',
  placeholder: '催付 明天10点 要粉色 M 码',
  guide: '不写类型按当前步骤，不写时间按类型的惯例。#昵称 可以换一位买家。',
  kind: '类型',
  time: '时间',
  buyer: '买家',
  product: '商品',
  note: '备注',
  none: '无',
  usual: '没写时间，按惯例',
  lacksBuyer: '还不知道是哪位买家，写上 #昵称',
  chooseOne: '选一个，或写得准一点',
  asked: (query: string) => `买家问：${query}`,
  saved: (kind: string, when: string) => `已记下${kind}，${when} 提醒您`,
} as const
