import { IMAGE_LIMITS } from '../../../shared/model/image.ts'
import { readGif } from './formats/gif.ts'
import { readJpeg } from './formats/jpeg.ts'
import { readPng } from './formats/png.ts'
import { type ImageReading, startsWith } from './formats/reading.ts'
import { readWebp } from './formats/webp.ts'

export type { ImageReading } from './formats/reading.ts'

const FORMATS = [readPng, readJpeg, readGif, readWebp]

const MEGABYTE = 1024 * 1024

/** As they begin; their files are often renamed to end in `.jpg`. */
const KNOWN_STRANGERS: readonly [string, readonly number[], number][] = [
  ['HEIC（苹果手机的照片格式）', [0x66, 0x74, 0x79, 0x70], 4],
  ['BMP', [0x42, 0x4d], 0],
  ['SVG 或网页', [0x3c], 0],
  ['PDF', [0x25, 0x50, 0x44, 0x46], 0],
]

/**
 * What `bytes` are an image of, by what is in them and not by a name. Only headers are read: nothing is decoded before
 * its dimensions are known to be within `IMAGE_LIMITS`.
 *
 * @returns the image without metadata, or why it is not taken, in words for the person
 */
export function readImage(
  bytes: Uint8Array,
): { ok: true; image: ImageReading } | { ok: false; reason: string } {
  if (bytes.length === 0) return refused('这个文件是空的')
  if (bytes.length > IMAGE_LIMITS.bytes)
    return refused(
      `图片有 ${inMegabytes(bytes.length)} MB，最多 ${IMAGE_LIMITS.bytes / MEGABYTE} MB，请先压缩一下`,
    )
  const image = FORMATS.map((read) => read(bytes)).find((reading) => reading !== null)
  if (!image) return refused(notAnImage(bytes))
  const { width, height } = image
  if (width === 0 || height === 0) return refused('图片没有尺寸，文件可能已损坏')
  const isTooLarge = Math.max(width, height) > IMAGE_LIMITS.side || width * height > IMAGE_LIMITS.pixels
  if (isTooLarge) return refused(`图片尺寸是 ${width}×${height}，太大了，聊天软件发不出去，请先缩小`)
  if ((image.frames ?? 1) > IMAGE_LIMITS.frames)
    return refused(`动图有 ${image.frames} 帧，最多 ${IMAGE_LIMITS.frames} 帧，请换一张短一些的`)
  return { ok: true, image }
}

function notAnImage(bytes: Uint8Array): string {
  const stranger = KNOWN_STRANGERS.find(([, signature, at]) => startsWith(bytes, signature, at))
  return stranger
    ? `${stranger[0]} 不能用，请换成 PNG、JPG、GIF 或 WebP`
    : '不是完好的图片。能用的是 PNG、JPG、GIF、WebP，文件不能有损坏'
}

const refused = (reason: string) => ({ ok: false as const, reason })
/** Rounded up: what is too large by a byte is not said to be as large as it may be. */
const inMegabytes = (bytes: number): string => (Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1)
