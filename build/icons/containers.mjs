// The two file formats that hold one picture in several sizes. Both keep each size as a PNG.

/**
 * Windows icon (.ico): a directory of 16 bytes an entry, then the pictures.
 * @param {{ size: number, png: Buffer }[]} pictures sizes up to 256
 */
export function ico(pictures) {
  const HEADER = 6
  const ENTRY = 16
  const header = Buffer.alloc(HEADER + ENTRY * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = HEADER + ENTRY * index
    // 256 does not fit into a byte and is written as 0.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/** Names of the sizes in an Apple icon; those of the finer screens repeat sizes under other names. */
const ICNS_NAMES = new Map([
  [16, ['icp4']],
  [32, ['icp5', 'ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
])
export const ICNS_SIZES = [...ICNS_NAMES.keys()]

/**
 * Apple icon (.icns): blocks of a four-letter name, a length and a picture.
 * @param {{ size: number, png: Buffer }[]} pictures
 */
export function icns(pictures) {
  const blocks = pictures.flatMap(({ size, png }) =>
    (ICNS_NAMES.get(size) ?? []).map((name) => block(name, png)),
  )
  return block('icns', Buffer.concat(blocks))
}

/**
 * @param {string} name
 * @param {Buffer} content
 */
function block(name, content) {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32BE(8 + content.length, 4)
  return Buffer.concat([head, content])
}
