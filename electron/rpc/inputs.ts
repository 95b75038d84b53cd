import { z } from 'zod'
import { Buyer } from '../../shared/model/buyer.ts'
import { plainName } from '../../shared/model/text.ts'
import { MAX_IMPORT_BYTES } from '../../shared/model/transfer.ts'

/** Inputs that several procedures take, bounded. */

export const Id = z.string().min(1).max(64)
export const Ids = z.array(Id).min(1).max(10_000)

/** A buyer's whole message may be the query. */
export const QueryText = z.string().max(10_000)

/** What the conversation is about. */
export const InConversation = z.object({
  productId: Id.nullable().default(null),
  buyer: Buyer.nullable().default(null),
})

export const UploadedFile = z.object({
  name: z.string().overwrite(plainName).min(1).max(260),
  /** Base64, since one of the two transports carries only JSON. */
  content: z.base64().max(Math.ceil((MAX_IMPORT_BYTES * 4) / 3) + 4, '文件太大'),
})

export const asFile = ({ name, content }: z.infer<typeof UploadedFile>) => ({
  name,
  bytes: Buffer.from(content, 'base64'),
})

/** Files come in pieces, between which the windows are answered: bytes of a piece at most. */
const MAX_PIECE_BYTES = 1024 * 1024

export const FilePiece = z.object({
  /** Base64, since one of the two transports carries only JSON. */
  content: z.base64().max(Math.ceil((MAX_PIECE_BYTES * 4) / 3) + 4),
  isLast: z.boolean(),
})
