/** Bytes of a text in UTF-8, which is never shorter than GBK; nobody says in which of the two the platform counts. */
export function remarkBytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
