import type { ChosenFile } from './import-flow.ts'

/** Reads a file as base64: one of the two transports to the desk carries only JSON. */
export function readFile(file: File): Promise<ChosenFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve({ name: file.name, content: contentOf(String(reader.result)) })
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

/** What follows the comma of a data URL; an empty file's URL is a bare `data:`. */
function contentOf(dataUrl: string): string {
  const comma = dataUrl.indexOf(',')
  return comma < 0 ? '' : dataUrl.slice(comma + 1)
}
