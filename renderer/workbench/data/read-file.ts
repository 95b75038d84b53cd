/** A file as the desk takes it: its name and its bytes in base64. */
export interface ChosenFile {
  name: string
  content: string
}

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

/** A text, e.g. one from the clipboard, as a file. */
export function textAsFile(name: string, text: string): ChosenFile {
  const bytes = new TextEncoder().encode(text)
  // In pieces: `fromCharCode` takes its bytes as arguments, and there may be millions.
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return { name, content: btoa(binary) }
}
