import { backupStrings } from '../strings/backup.ts'
import { followUpStrings } from '../strings/follow-ups.ts'
import { machineStrings } from '../strings/machine.ts'
import { privacyStrings } from '../strings/privacy.ts'
import { shopsStrings } from '../strings/shops.ts'
import { sidecarStrings } from '../strings/sidecar.ts'
import { strings } from '../strings.ts'

/** One section of the page, and what people may call what is in it. */
export interface NavEntry {
  /** The section's own, on the page and in the address. */
  id: string
  title: string
  also: string
}

export interface NavGroup {
  title: string
  entries: readonly NavEntry[]
}

const { nav, panel, targets, startup } = machineStrings
const words = strings.settings

/** The page from top to bottom. */
export const NAV: readonly NavGroup[] = [
  {
    title: nav.groups.machine,
    entries: [
      { id: 'hotkeys', title: words.hotkey.title, also: '热键 按键 冲突 占用 kuaijiejian kjj' },
      {
        id: 'appearance',
        title: words.appearance,
        also: '深色 浅色 夜间 主题 缩放 放大 字号 语言 中文 waiguan wg',
      },
      { id: 'panel', title: panel.title, also: '大小 位置 文字 字号 字体 拖动 mianban mb' },
      { id: 'sidecar', title: sidecarStrings.title, also: '停靠 旁边 左边 右边 宽度 跟随 cebianlan cbl' },
      { id: 'targets', title: targets.title, also: '千牛 微信 钉钉 粘贴 延迟 试粘贴 liaotianruanjian ltrj' },
      { id: 'startup', title: startup.title, also: '开机 自启动 后台 suixitongqidong sxtqd' },
    ],
  },
  {
    title: nav.groups.shop,
    entries: [
      { id: 'shops', title: shopsStrings.title, also: '切换 换店 多店 新建 改名 dianpuliebiao dplb' },
      { id: 'agent', title: shopsStrings.agent, also: '花名 昵称 kefu kf' },
      { id: 'shop', title: words.shop, also: '店名 名称 称呼 亲 服务时间 dianpuziliao dpzl' },
      { id: 'dispatch', title: words.dispatch, also: '截单 发货地 休息日 节假日 放假 日历 fahuo fh' },
      { id: 'tiers', title: words.promotions, also: '满减 满折 包邮 凑单 折扣 youhui yh' },
      { id: 'limits', title: words.limits, also: '让价 议价 主管 紧缺 库存 quanxian qx' },
      { id: 'returns', title: words.returns, also: '无理由 退货 退换 运费险 shouhou sh' },
      { id: 'couriers', title: words.couriers, also: '顺丰 补运费 加价 几天到 时效 kuaidi kd' },
      { id: 'flag-map', title: words.flags, also: '旗帜 备注 颜色 红旗 chaqi cq' },
    ],
  },
  {
    title: nav.groups.data,
    entries: [
      { id: 'follow-ups', title: followUpStrings.settings.title, also: '班次 交接 提醒 通知 gendan gd' },
      { id: 'six-seconds', title: words.sixSeconds.title, also: '速度 数据 huangjinliumiao hjlm' },
      { id: 'backup', title: backupStrings.title, also: '恢复 导出 导入 换电脑 beifen bf' },
      { id: 'privacy', title: privacyStrings.title, also: '买家 客户 加密 保留 删除 yinsi ys' },
      {
        id: 'about',
        title: words.about,
        also: '版本 更新 升级 许可 诊断 引导 教程 文件夹 guanyu gy gengxin gx',
      },
    ],
  },
]

/** The groups with the entries that hold what was typed; groups without any are left out. */
export function soughtIn(groups: readonly NavGroup[], text: string): NavGroup[] {
  const sought = text.trim().toLowerCase()
  return groups
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter((entry) => `${entry.title} ${entry.also}`.toLowerCase().includes(sought)),
    }))
    .filter(({ entries }) => entries.length > 0)
}
