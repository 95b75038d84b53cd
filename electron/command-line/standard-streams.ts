/** What stands for standard input or output where a file is asked for. */
export const STANDARD = '-'

/** The streams of a command that takes or gives a file's bytes. */
export interface StandardStreams {
  /** All of standard input, or the first that is more than any command takes. */
  read(): Promise<Uint8Array>
  /** Puts bytes on standard output as they are. */
  write(bytes: Uint8Array): void
  /** Tells a person something beside what goes to standard output. */
  tell(text: string): void
}

/** Reads a stream to its end, but no further than somewhat past `most` bytes: a device never ends. */
export async function readAtMost(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of stream) {
    pieces.push(piece)
    length += piece.length
    if (length > most) break
  }
  return Buffer.concat(pieces)
}
