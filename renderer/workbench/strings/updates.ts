import type { DecidedBy, UpdateFailure } from '../../../shared/model/updates.ts'

/** The words of 设置 › 关于 about newer versions of the program. */
export const updateStrings = {
  title: '更新',
  check: '检查更新',
  restart: '重启并更新',
  later: '稍后',
  never: '还没有检查过。',
  noServer: '没有更新服务器，所以不检查更新。填上地址就可以。',
  closed: '更新已关闭。',
  checking: '正在检查…',
  current: (at: string) => `已是最新版本（${at} 检查过）。`,
  downloading: (version: string) => `正在下载 ${version}，不影响使用。`,
  progress: (version: string) => `下载 ${version} 的进度`,
  ready: (version: string) =>
    `${version} 已经下载好并验过签名，退出程序时自动安装；总不退出的话，等没有人用电脑时重启安装。`,
  readyAgain: (version: string) => `${version} 已经下载好并验过签名，点“重启并更新”可以再装一次。`,
  notInstalled: (version: string) =>
    `上次没有装上 ${version}，现在用的还是原来的版本，话术没有受影响。多半是杀毒软件拦住了，或程序所在的文件夹不能写：请在杀毒软件里放行黄金六秒，或重新运行安装包。`,
  notTriedAgain: '已经试过两次，不再自动安装。',
  postponed: (version: string) => `${version} 等您下次退出程序时安装。`,
  byHand: (version: string) =>
    `有新版本 ${version}。这样装的程序不能自己更新，请到更新服务器下载新的安装包。`,
  failed: {
    offline: '上次没有连上更新服务器，过一会儿会再试。程序照常使用。',
    'nothing-there': '这个地址上没有找到更新。请核对地址，或问一问管理服务器的人。',
    server: '更新服务器暂时有问题，过一会儿会再试。程序照常使用。',
    'not-signed': '服务器上的更新没有可信的签名，没有下载也不会安装。请告诉管理服务器的人。',
    damaged: '下载到的文件与签名的不一样，已经丢弃，过一会儿会重新下载。',
    disk: '更新没能存到磁盘上。请腾出空间，或检查文件夹权限。',
    other: '这次没有更新成功，过一会儿会再试。程序照常使用。',
  } satisfies Record<UpdateFailure, string>,
  server: '更新服务器',
  serverHint: '公司或团队自己的地址，如 https://updates.example.cn/golden-six/；不填就用自带的',
  none: '没有',
  change: '更换',
  save: '保存',
  changed: '更新服务器已更换',
  automatic: '自动检查',
  automaticHint: '在后台检查和下载，退出程序或没有人用电脑时安装',
  decided: {
    company: '由公司统一设置',
    environment: '由这台电脑的环境变量设置',
    person: '',
    build: '',
  } satisfies Record<DecidedBy, string>,
  off: { company: '公司关闭了更新。', environment: '这台电脑的环境变量关闭了更新。' },
} as const
