/** The words of 设置 › 隐私. */
export const privacyStrings = {
  title: '隐私',
  explanation: '客户的昵称、尺码、备注和发过的话术只在这台电脑上，加密保存，不进团队文件、统计和日志。',
  keep: '保存客户资料',
  keepHint: '关闭后不再记新的；已有的到期删除，也可以在“客户”里逐位删除。',
  days: '保存天数',
  daysHint: '从最后一次接待算起，到期全部删除，7–365 天。',
  unit: '天',
  change: '改成这个天数',
  shorten: (days: number) => `改成 ${days} 天？`,
  shortenExplanation: (days: number) =>
    `超过 ${days} 天没接待的客户马上不再显示，一天之内删除，删除后找不回来。`,
  changed: (days: number) => `以后保存 ${days} 天`,
  protection: '怎样保护',
  states: {
    system: '已加密，密钥由系统密钥库保管。换一个账户或一台电脑都打不开。',
    file: '已加密，密钥在一个文件里。',
    locked: '打不开。',
  },
  fileAdvice:
    '用同一个系统账户的人和程序能读到这个文件，请给账户设密码。桌面版在有系统密钥库的电脑上会自动改用它。',
  startOver: '清空并重新开始',
  startOverTitle: '清空全部客户资料？',
  startOverExplanation:
    '打不开的客户资料会全部删除，不能撤销；以后用新的密钥保存。话术、商品和设置不受影响。原来的密钥文件会改名留着。',
  startOverNow: '全部清空',
  startedOver: '已清空，可以重新保存客户资料了',
} as const
