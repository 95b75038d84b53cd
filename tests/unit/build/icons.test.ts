import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawingsOf } from '../../../build/icons/drawings.mjs'

const FOLDER = path.resolve(import.meta.dirname, '../../../assets/icons')
const read = (file: string) => readFileSync(path.join(FOLDER, file))

const PNG_SIGNATURE = '89504e470d0a1a0a'

/** Width and height of a PNG as its header states them; throws for anything else. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.toString('hex', 0, 8)).toBe(PNG_SIGNATURE)
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

/** The sizes that a Windows icon says it has, each held to the picture that it leads to. */
function sizesIn(icon: Buffer): number[] {
  expect([icon.readUInt16LE(0), icon.readUInt16LE(2)]).toEqual([0, 1])
  return Array.from({ length: icon.readUInt16LE(4) }, (_none, index) => {
    const at = 6 + 16 * index
    const stated = icon.readUInt8(at) || 256
    const [length, offset] = [icon.readUInt32LE(at + 8), icon.readUInt32LE(at + 12)]
    expect(sizeOf(icon.subarray(offset, offset + length))).toEqual([stated, stated])
    return stated
  })
}

it('the pictures are of the drawings as they are now: node build/icons/make-icons.mjs', () => {
  expect(JSON.parse(read('made-from.json').toString())).toEqual(drawingsOf(FOLDER))
})

describe('the icon of the program', () => {
  it('has every size that Windows shows, up to 256', () => {
    expect(sizesIn(read('icon.ico'))).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
  })

  it('has every block that macOS asks for', () => {
    const icon = read('icon.icns')
    expect(icon.toString('latin1', 0, 4)).toBe('icns')
    expect(icon.readUInt32BE(4)).toBe(icon.length)
    const blocks: string[] = []
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
      blocks.push(icon.toString('latin1', at, at + 4))
      sizeOf(icon.subarray(at + 8))
    }
    expect(blocks.toSorted()).toEqual(
      ['ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14', 'icp4', 'icp5'].toSorted(),
    )
  })

  it('has a file for each size on Linux, named by it', () => {
    const files = readdirSync(path.join(FOLDER, 'linux'))
    expect(files.length).toBeGreaterThanOrEqual(8)
    for (const file of files) {
      const size = Number.parseInt(file, 10)
      expect(`${size}x${size}.png`).toBe(file)
      expect(sizeOf(read(`linux/${file}`))).toEqual([size, size])
    }
  })
})

describe.each(['tray', 'tray-paused', 'tray-attention'])('the picture %s', (look) => {
  it('is there for light and dark taskbars, in every scale of Windows', () => {
    for (const taskbar of ['light', 'dark'])
      expect(sizesIn(read(`${look}-on-${taskbar}.ico`))).toEqual([16, 20, 24, 32, 40, 48])
    expect(read(`${look}-on-light.ico`).equals(read(`${look}-on-dark.ico`))).toBe(false)
  })

  it('is twice as fine where a screen is', () => {
    expect([sizeOf(read(`${look}.png`)), sizeOf(read(`${look}@2x.png`))]).toEqual([
      [22, 22],
      [44, 44],
    ])
    expect([sizeOf(read(`${look}Template.png`)), sizeOf(read(`${look}Template@2x.png`))]).toEqual([
      [18, 18],
      [36, 36],
    ])
  })
})
