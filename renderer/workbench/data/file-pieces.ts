import { readFile } from './read-file.ts'

/** A piece as the desk takes it; between two of them it does other work. */
const PIECE_BYTES = 1024 * 1024

export interface FilePiece {
  /** Base64. */
  content: string
  bytes: number
  isLast: boolean
}

/** A file piece by piece; an empty one is one empty piece. @throws when it cannot be read */
export async function* piecesOf(file: File): AsyncGenerator<FilePiece> {
  let from = 0
  do {
    const piece = file.slice(from, from + PIECE_BYTES)
    const { content } = await readFile(new File([piece], file.name))
    from += PIECE_BYTES
    yield { content, bytes: piece.size, isLast: from >= file.size }
  } while (from < file.size)
}
