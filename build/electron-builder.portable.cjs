// The portable Windows program: an archive to unpack anywhere, which keeps its data beside itself. What tells it apart is
// the file portable.txt beside the program (electron/shell/portable.ts), which the installer must never bring: a new
// version replaces the installed folder.
const base = require('./electron-builder.config.cjs')

/** @type {import('electron-builder').Configuration} */
module.exports = {
  ...base,
  // It is unpacked by hand, so no latest.yml may name it.
  publish: null,
  extraFiles: [{ from: 'build/resources/portable.txt', to: 'portable.txt' }],
  win: {
    ...base.win,
    target: [{ target: 'zip', arch: ['x64', 'arm64'] }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    artifactName: 'golden-six-${version}-${arch}-portable.${ext}',
  },
}
