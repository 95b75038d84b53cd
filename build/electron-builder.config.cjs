// How the program is packed and installed (docs/releasing.md). Run after `npm run build`:
//   electron-builder --config build/electron-builder.config.cjs
// Packing for another system than this one needs that system's native modules: stage them with
// `npm ci --omit=dev --ignore-scripts --os=win32 --cpu=x64` in a copy of the project and pack from there.
const { env } = process

/**
 * Where this build looks for updates when nobody says otherwise, and whose signature it trusts (electron/shell/updates).
 * Without a key it installs no updates by itself, and says so.
 */
const updates = {
  server: env.GOLDEN_SIX_UPDATE_SERVER || null,
  keys: (env.GOLDEN_SIX_UPDATE_KEYS ?? '').split(/[\s,]+/).filter(Boolean),
}

/** As the certificate has it, e.g. `CN="Example Ltd", O="Example Ltd", C=CN`: updates for Windows must carry it, too. */
const publisherName = env.GOLDEN_SIX_WINDOWS_PUBLISHER || undefined

/**
 * better-sqlite3's binary for the system that is packed for: `${platform}` would be the one that packs. A set of files of
 * its own, since patterns of one system beside those of all take in everything again.
 *
 * @param {'win32' | 'darwin' | 'linux'} platform
 */
const sqliteFor = (platform) => {
  const folder = 'node_modules/better-sqlite3/prebuilds'
  return [{ from: folder, to: folder, filter: [`${platform}-\${arch}.node`] }]
}

/** A double click on a team's pack shows what it would change; `electron/shell` takes it from there. */
const pack = {
  ext: 'g6pack',
  name: '黄金六秒话术包',
  description: '黄金六秒话术包',
  mimeType: 'application/x-golden-six-pack',
  role: /** @type {const} */ ('Viewer'),
}

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
  // In the archive, so that what is trusted is under its seal.
  extraMetadata: { updates },
  // Nothing is uploaded from here. That there is a server at all makes electron-builder write latest*.yml beside the
  // installers, and the name of the folder for downloads into the program; the address itself is never read.
  publish: { provider: 'generic', url: updates.server ?? 'https://updates.invalid/golden-six' },

  asar: true,
  // Windows' loader and dlopen read real files only.
  asarUnpack: ['**/*.node'],
  files: [
    'package.json',
    'out/**',
    '!out/licences/**',
    'assets/**',
    '!assets/icons/{source/**,made-from.json}',
    // Of the two native modules only the code; better-sqlite3's binary is named by `sqliteFor`.
    '!node_modules/better-sqlite3/{deps,src,build,prebuilds}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    '!node_modules/koffi/{doc,src/koffi/src,vendor,lib}/**',
    '!node_modules/koffi/cnoke.cjs',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    '!node_modules/@koromix/koffi-*-!(${arch})/**',
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

  win: {
    files: sqliteFor('win32'),
    // Windows keeps the association under this name, and shows the description.
    fileAssociations: [{ ...pack, name: 'GoldenSix.Pack' }],
    icon: 'assets/icons/icon.ico',
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    // Never asked for: it could type into other administrators' windows, and the chat program runs without it.
    requestedExecutionLevel: 'asInvoker',
    ...(publisherName && { signtoolOptions: { publisherName } }),
  },
  nsis: {
    // Per user: agents are seldom administrators of their machines (build/resources/installer.nsh).
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    packElevateHelper: false,
    allowToChangeInstallationDirectory: true,
    // One for each processor: an agent downloads half as much.
    buildUniversalInstaller: false,
    include: 'build/resources/installer.nsh',
    installerLanguages: ['zh_CN', 'en_US'],
    language: '2052',
    shortcutName: '黄金六秒',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    uninstallDisplayName: '黄金六秒 ${version}',
    createDesktopShortcut: true,
    createStartMenuShortcut: true,
    // The library is the shop's work: it outlives the program unless the person says otherwise.
    deleteAppDataOnUninstall: false,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    artifactName: 'golden-six-${version}-${arch}-setup.${ext}',
  },

  mac: {
    files: sqliteFor('darwin'),
    fileAssociations: [pack],
    icon: 'assets/icons/icon.icns',
    category: 'public.app-category.business',
    // The image is what people install from, the archive what updates are made of.
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    hardenedRuntime: true,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    artifactName: 'golden-six-${version}-${arch}-mac.${ext}',
    extendInfo: {
      // It lives in the menu bar; the workbench is its only window.
      LSUIElement: true,
      NSAppleEventsUsageDescription: '黄金六秒用它把话术粘贴到聊天窗口。',
    },
  },

  linux: {
    files: sqliteFor('linux'),
    fileAssociations: [pack],
    icon: 'assets/icons/linux',
    category: 'Office',
    executableName: 'golden-six',
    synopsis: '黄金六秒：客服话术侧边栏',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    artifactName: 'golden-six-${version}-${arch}.${ext}',
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
  },
  deb: {
    maintainer: 'Golden Six',
    // In place of electron-builder's own list: what it has, what Chromium loads besides, and what pasting uses.
    depends: [
      'libasound2 | libasound2t64',
      'libatspi2.0-0',
      'libgbm1',
      'libgtk-3-0',
      'libnotify4',
      'libnss3',
      'libsecret-1-0',
      'libuuid1',
      'libx11-6',
      'libxss1',
      'libxtst6',
      'xdg-utils',
    ],
  },
}
