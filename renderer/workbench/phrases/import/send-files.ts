import { rpc } from '../../../client/index.ts'
import { piecesOf } from '../../data/file-pieces.ts'

/**
 * Sends files to an import that is open, piece by piece.
 *
 * @param told how many bytes of all were sent
 * @throws when a file cannot be read, or the desk refuses
 */
export async function sendFiles(
  id: string,
  files: readonly File[],
  told: (sent: number, total: number) => void,
): Promise<void> {
  const total = files.reduce((sum, file) => sum + file.size, 0)
  let sent = 0
  for (const file of files) {
    // A folder's files carry their place in it.
    const path = file.webkitRelativePath || file.name
    for await (const { content, bytes, isLast } of piecesOf(file)) {
      await rpc.imports.give.mutate({ id, path, content, isLast })
      sent += bytes
      told(sent, total)
    }
  }
}

const OF_AN_IMPORT = /\.(csv|tsv|txt|xlsx|ya?ml|png|jpe?g|gif|webp)$/i

/** Those of a folder's files that an import can use. */
export function usableFiles(files: readonly File[]): File[] {
  return files.filter(({ name }) => OF_AN_IMPORT.test(name) && !name.startsWith('.'))
}
