import { readFileSync } from 'node:fs'
import { notImplemented, strictModule } from '../strict.ts'

type Implemented =
  | 'isEmpty'
  | 'getSize'
  | 'getAspectRatio'
  | 'getScaleFactors'
  | 'toPNG'
  | 'toDataURL'
  | 'resize'
  | 'setTemplateImage'
  | 'isTemplateImage'
  | 'isMacTemplateImage'

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

/** Width and height as a PNG's header or a JPEG's frame header states them; undefined for anything else. */
function sizeOf(bytes: Buffer): Electron.Size | undefined {
  if (bytes.subarray(0, 8).equals(pngSignature) && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) {
    for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
      const marker = bytes.readUInt16BE(at)
      if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
        return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
      }
    }
  }
  return undefined
}

/** An image as its file holds it: size and bytes are true, pixels are never touched. */
class NativeImage implements Pick<Electron.NativeImage, Implemented> {
  readonly #bytes: Buffer
  readonly #size: Electron.Size
  readonly #resized: boolean
  isMacTemplateImage = false

  constructor(bytes: Buffer, size: Electron.Size | undefined, resized = false) {
    // Bytes that are no image make an empty image, as in Electron.
    this.#bytes = size ? bytes : Buffer.alloc(0)
    this.#size = size ?? { width: 0, height: 0 }
    this.#resized = resized
  }

  isEmpty(): boolean {
    return this.#bytes.length === 0
  }
  getSize(): Electron.Size {
    return { ...this.#size }
  }
  getAspectRatio(): number {
    return this.isEmpty() ? 1 : this.#size.width / this.#size.height
  }
  getScaleFactors(): number[] {
    return [1]
  }
  toPNG(): Buffer {
    if (this.#resized) notImplemented('toPNG of a resized nativeImage')
    if (!this.isEmpty() && !this.#bytes.subarray(0, 8).equals(pngSignature))
      notImplemented('toPNG of an image that is not a PNG')
    return Buffer.from(this.#bytes)
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`
  }
  resize({ width, height }: Electron.ResizeOptions): Electron.NativeImage {
    const ratio = this.getAspectRatio()
    const size = {
      width: width ?? Math.round((height ?? this.#size.height) * ratio),
      height: height ?? Math.round((width ?? this.#size.width) / ratio),
    }
    return strictImage(new NativeImage(this.#bytes, this.isEmpty() ? undefined : size, true))
  }
  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option
  }
  isTemplateImage(): boolean {
    return this.isMacTemplateImage
  }
}

const strictImage = (image: NativeImage) => {
  const methods = Object.fromEntries(
    Object.getOwnPropertyNames(NativeImage.prototype)
      .filter((name) => name !== 'constructor')
      .map((name) => [name, Reflect.get(image, name).bind(image)]),
  )
  return strictModule('nativeImage', methods) as unknown as Electron.NativeImage
}

export function createFromBuffer(bytes: Buffer): Electron.NativeImage {
  return strictImage(new NativeImage(bytes, sizeOf(bytes)))
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

export const nativeImage = strictModule('nativeImage', {
  createEmpty: () => createFromBuffer(Buffer.alloc(0)),
  createFromPath: (file: string) => createFromBuffer(readIfThere(file)),
  createFromBuffer: (bytes: Buffer) => createFromBuffer(bytes),
  createFromDataURL: (url: string) =>
    createFromBuffer(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
} satisfies Pick<
  typeof Electron.NativeImage,
  'createEmpty' | 'createFromPath' | 'createFromBuffer' | 'createFromDataURL'
>)
