// Draws assets/icons/source/*.svg in the sizes that the systems ask for. Run it after changing a drawing:
//   node build/icons/make-icons.mjs
// The pictures are committed, so that packaging needs no browser; made-from.json says of which drawings they are.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { ICNS_SIZES, icns, ico } from './containers.mjs'
import { drawingsOf } from './drawings.mjs'

const folder = path.resolve(import.meta.dirname, '../../assets/icons')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()

/** Below it, the drawing for small sizes stands clearer. */
const SMALL_BELOW = 32
const LOOKS = ['tray', 'tray-paused', 'tray-attention']
/** The mark by its surroundings; the dot in a colour of its own where colours are to be had. */
const COLOURS = {
  dark: { mark: '#f6c566', dot: '#ff7a66' },
  light: { mark: '#8a5a0c', dot: '#c8321f' },
  // Panels of Linux desktops do not say which they are.
  either: { mark: '#d9992b', dot: '#e5533d' },
  template: { mark: '#000000', dot: '#000000' },
}

/**
 * One drawing as a PNG of `size` × `size` pixels on a clear ground.
 * @param {string} name
 * @param {number} size
 * @param {{ mark: string, dot: string }} colours
 */
async function draw(name, size, colours = COLOURS.either) {
  const drawing = readFileSync(path.join(folder, 'source', `${name}.svg`), 'utf8')
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0;color:${colours.mark};--dot:${colours.dot}}` +
      `svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  )
  return { size, png: await page.screenshot({ omitBackground: true }) }
}

/** @param {readonly number[]} sizes */
async function drawProgram(sizes) {
  const pictures = []
  for (const size of sizes) pictures.push(await draw(size < SMALL_BELOW ? 'icon-small' : 'icon', size))
  return pictures
}

/**
 * @param {string} file
 * @param {Buffer | string} content
 */
const save = (file, content) => writeFileSync(path.join(folder, file), content)

save('icon.ico', ico(await drawProgram([16, 20, 24, 32, 40, 48, 64, 128, 256])))
save('icon.icns', icns(await drawProgram(ICNS_SIZES)))
save('icon.png', (await draw('icon', 512)).png)
mkdirSync(path.join(folder, 'linux'), { recursive: true })
for (const { size, png } of await drawProgram([16, 24, 32, 48, 64, 128, 256, 512])) {
  save(`linux/${size}x${size}.png`, png)
}
for (const look of LOOKS) {
  for (const taskbar of /** @type {const} */ (['dark', 'light'])) {
    const pictures = []
    for (const size of [16, 20, 24, 32, 40, 48]) pictures.push(await draw(look, size, COLOURS[taskbar]))
    save(`${look}-on-${taskbar}.ico`, ico(pictures))
  }
  save(`${look}.png`, (await draw(look, 22)).png)
  save(`${look}@2x.png`, (await draw(look, 44)).png)
  save(`${look}Template.png`, (await draw(look, 18, COLOURS.template)).png)
  save(`${look}Template@2x.png`, (await draw(look, 36, COLOURS.template)).png)
}
save('made-from.json', `${JSON.stringify(drawingsOf(folder), null, 2)}\n`)
await browser.close()
