/** Offers `content` as a download: a browser saves it or asks where to, Electron asks by the system's own dialog. */
export function saveAsFile(name: string, content: string | Blob, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the content by now.
  URL.revokeObjectURL(url)
}

/** The same for bytes in base64, as they come from the desk. */
export function saveBytes(name: string, content: string, type: string): void {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
  saveAsFile(name, new Blob([bytes]), type)
}
