/** The words of the first-start tour. */
export const tourStrings = {
  skip: '跳过引导',
  back: '上一步',
  next: '下一步',
  finish: '先逛逛',
  progress: (at: number, of: number) => `第 ${at} 步，共 ${of} 步`,
  label: '新手引导',

  welcome: {
    title: '两分钟，学会六秒回复',
    body: '这里已经放好一家样例店：几十条话术、几件商品。跟着走一遍，再换成您自己的。随时可以按 Esc 跳过。',
  },
  hotkey: {
    title: '在任何窗口，按这组键',
    body: '快捷面板会到眼前。现在就按一次试试：',
    waiting: '等您按键…',
    opened: '面板打开了，就是这样！',
    paused: '这组键现在没有用上，请到“设置”的快捷键里换一组。先用按钮打开面板：',
    browser: '浏览器里没有全局热键，面板是一个单独的页面。点这里打开它：',
    open: '打开快捷面板',
  },
  use: {
    title: '打几个字母，回车',
    body: (letters: string) =>
      `在面板里输入 ${letters}，右边就是填好的话术：店铺名、花名、价格都已写进去。按 Enter，话术会粘贴到聊天框；现在没有聊天框，它会复制到剪贴板。`,
    pasteHere: '回到这里，把它粘贴进来看看',
    placeholder: '点这里，按 Ctrl+V',
    waiting: '等您粘贴…',
    done: '收到了。平时它会直接出现在聊天框里，由您过目后再发送，程序从不代发。',
  },
  products: {
    title: '商品资料，新人也答得上',
    body: '点开一件商品，价格、规格、尺码、常见问答都在里面；任何一条点一下就复制。',
  },
  phrases: {
    title: '话术在这里改',
    body: '点一条就能改：左边写，右边看填好的样子，不合适的用语会标出来。左侧按分组整理。',
  },
  settings: {
    title: '换成您的店',
    body: '店铺名称、花名、截单时间、优惠和快递都在“设置”里。话术按这些资料填写，填一次，处处都对。',
  },
  import: {
    title: '最后，导入你的千牛话术',
    body: '在千牛里把快捷短语导出成文件，拖进来就行。导入前会先给您看，随时可以撤销。',
    go: '导入你的千牛话术',
  },
} as const
