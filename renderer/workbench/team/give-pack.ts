import { rpc } from '../../client/index.ts'
import { piecesOf } from '../data/file-pieces.ts'

/** Gives a pack to the desk, piece by piece; resolves to the id that it has there until it is closed. */
export async function givePack(file: File): Promise<string> {
  const id = await rpc.packs.open.mutate()
  try {
    for await (const { content, isLast } of piecesOf(file))
      await rpc.packs.give.mutate({ id, content, isLast })
    return id
  } catch (error) {
    await rpc.packs.close.mutate(id)
    throw error
  }
}

export const isPack = ({ name }: File): boolean => /\.g6pack$/i.test(name)
