import type { Page } from '@playwright/test'

/** From now on, what the page saves is kept for the test: names, and bytes in base64. */
export async function catchDownloads(
  page: Page,
): Promise<() => Promise<{ name: string; content: string }[]>> {
  await page.evaluate(() => {
    const blobs = new Map<string, Blob>()
    const saved: Promise<{ name: string; content: string }>[] = []
    const make = URL.createObjectURL
    URL.createObjectURL = (blob: Blob) => {
      const url = make(blob)
      blobs.set(url, blob)
      return url
    }
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      const { download: name, href } = this
      const asBase64 = async () => {
        const bytes = new Uint8Array((await blobs.get(href)?.arrayBuffer()) ?? new ArrayBuffer(0))
        return { name, content: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
      }
      saved.push(asBase64())
    }
    Reflect.set(globalThis, 'savedFiles', saved)
  })
  return () => page.evaluate(() => Promise.all(Reflect.get(globalThis, 'savedFiles')))
}
