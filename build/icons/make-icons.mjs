// Draws assets/icons/source/*.svg in the sizes that the systems ask for. Run it after changing a drawing:
//   node build/icons/make-icons.mjs
// The pictures are committed, so that packaging needs no browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { ICNS_SIZES, icns, ico } from './containers.mjs'

const folder = path.resolve(import.meta.dirname, '../../assets/icons')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()

/**
 * One drawing as a PNG of `size` × `size` pixels on a clear ground.
 * @param {string} name
 * @param {number} size
 */
async function draw(name, size) {
  const drawing = readFileSync(path.join(folder, 'source', `${name}.svg`), 'utf8')
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  )
  return { size, png: await page.screenshot({ omitBackground: true }) }
}

/**
 * @param {string} name
 * @param {number[]} sizes
 */
async function drawAll(name, sizes) {
  const pictures = []
  for (const size of sizes) pictures.push(await draw(name, size))
  return pictures
}

/**
 * @param {string} file
 * @param {Buffer} content
 */
const save = (file, content) => writeFileSync(path.join(folder, file), content)

save('icon.ico', ico(await drawAll('icon', [16, 24, 32, 48, 64, 128, 256])))
save('icon.icns', icns(await drawAll('icon', ICNS_SIZES)))
save('icon.png', (await draw('icon', 512)).png)
mkdirSync(path.join(folder, 'linux'), { recursive: true })
for (const { size, png } of await drawAll('icon', [16, 32, 48, 64, 128, 256, 512])) {
  save(`linux/${size}x${size}.png`, png)
}
save('tray.ico', ico(await drawAll('tray', [16, 20, 24, 32, 48])))
save('tray.png', (await draw('tray', 22)).png)
save('tray@2x.png', (await draw('tray', 44)).png)
save('trayTemplate.png', (await draw('tray-template', 18)).png)
save('trayTemplate@2x.png', (await draw('tray-template', 36)).png)
await browser.close()
