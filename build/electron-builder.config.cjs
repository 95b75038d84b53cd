// How the program is packed and installed. Run after `npm run build`:  electron-builder --config build/electron-builder.config.cjs
// Packing for another system than this one needs that system's native modules: stage them with
// `npm ci --omit=dev --ignore-scripts --os=win32 --cpu=x64` in a copy of the project and pack from there.

/** @type {import('electron-builder').Configuration} */
module.exports = {
  // Also in electron/main.ts: Windows knows notifications and taskbar buttons by it.
  appId: 'cn.goldensix.sidecar',
  productName: 'Golden Six',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'build/resources' },
  // The native modules come with binaries for every system (Node-API): nothing is compiled.
  npmRebuild: false,
  electronLanguages: ['zh-CN', 'zh_CN', 'en-US', 'en'],
  // Nothing is uploaded from here; releases are made by hand or by CI.
  publish: null,

  asar: true,
  // Windows' loader and dlopen read real files only.
  asarUnpack: ['**/*.node'],
  files: [
    'package.json',
    'out/**',
    '!out/licences/**',
    'assets/**',
    '!assets/icons/source/**',
    // Of the two native modules only the code and this system's binary.
    '!node_modules/better-sqlite3/{deps,src,build,prebuilds}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
    '!node_modules/koffi/{doc,src/koffi/src,vendor,lib}/**',
    '!node_modules/koffi/cnoke.cjs',
    // Headers that only a compiler reads.
    '!node_modules/node-addon-api/**',
    '!node_modules/**/*.{md,d.ts,map,lib,txt}',
  ],

  // What the packaged binary will not do, whoever asks: be a plain Node, take code or a debugger from the command line
  // or the environment, load anything but the checked archive, or give file:// pages more than web pages have.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },

  // A double click on a team's pack shows what it would change; `electron/shell` takes it from there.
  fileAssociations: [
    {
      ext: 'g6pack',
      name: '黄金六秒话术包',
      description: 'Golden Six phrase pack',
      mimeType: 'application/x-golden-six-pack',
      role: 'Viewer',
    },
  ],

  win: {
    icon: 'assets/icons/icon.ico',
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'portable', arch: ['x64'] },
    ],
    // Never asked for: it could type into other administrators' windows, and the chat program runs without it.
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    // Per user: agents are seldom administrators of their machines.
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['zh_CN', 'en_US'],
    language: '2052',
    shortcutName: '黄金六秒',
    createDesktopShortcut: true,
    createStartMenuShortcut: true,
    // The library is the shop's work: it outlives the program.
    deleteAppDataOnUninstall: false,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    artifactName: 'golden-six-${version}-${arch}-setup.${ext}',
  },
  portable: {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    artifactName: 'golden-six-${version}-${arch}-portable.${ext}',
  },

  mac: {
    icon: 'assets/icons/icon.icns',
    category: 'public.app-category.business',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    hardenedRuntime: true,
    extendInfo: {
      // It lives in the menu bar; the workbench is its only window.
      LSUIElement: true,
      NSAppleEventsUsageDescription: '黄金六秒用它把话术粘贴到聊天窗口。',
    },
  },

  linux: {
    icon: 'assets/icons/linux',
    category: 'Office',
    executableName: 'golden-six',
    synopsis: '黄金六秒：客服话术侧边栏',
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
  },
  deb: {
    maintainer: 'Golden Six',
    // What pasting uses; Electron's own needs are added to these.
    depends: ['libx11-6', 'libxtst6', 'libgtk-3-0', 'libnss3', 'libnotify4', 'xdg-utils', 'libsecret-1-0'],
  },
}
