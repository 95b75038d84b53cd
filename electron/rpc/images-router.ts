import { z } from 'zod'
import { IMAGE_LIMITS, ImageHash, ImageName, THUMBNAIL_LIMITS } from '../../shared/model/image.ts'
import { procedure, router } from './trpc.ts'

/** As many characters as so many bytes have in base64. */
const inBase64 = (bytes: number): number => Math.ceil(bytes / 3) * 4

/** The rows that a page shows at once. */
const MOST_GLANCES = 100

/**
 * Images of phrases and products. They travel as base64 inside the two transports there are, so that no address of
 * the program answers with what somebody has put into a library.
 */
export const imagesRouter = router({
  add: procedure
    .input(
      z.object({
        name: ImageName.default(''),
        // A little more than is taken, so that the desk can say how large it is.
        content: z.base64().max(inBase64(4 * IMAGE_LIMITS.bytes), '图片太大，最多 5 MB，请先压缩一下'),
      }),
    )
    .mutation(({ ctx, input }) => ctx.desk.images.add(Buffer.from(input.content, 'base64'), input.name)),
  glances: procedure
    .input(z.array(ImageHash).max(MOST_GLANCES))
    .query(({ ctx, input }) => ctx.desk.images.glances(input)),
  read: procedure.input(ImageHash).query(({ ctx, input }) => {
    const { content, file: _, ...info } = ctx.desk.images.read(input)
    return { ...info, content: content.toString('base64') }
  }),
  /** Puts an image on the clipboard; where the host cannot, it says so, and the page does it. */
  copy: procedure
    .input(ImageHash)
    .mutation(({ ctx, input }) => ctx.desktop.deliver(ctx.desk.images.read(input), 'copy')),
  keepThumbnail: procedure
    .input(z.object({ hash: ImageHash, content: z.base64().max(inBase64(THUMBNAIL_LIMITS.bytes)) }))
    .mutation(({ ctx, input }) =>
      ctx.desk.images.keepThumbnail(input.hash, Buffer.from(input.content, 'base64')),
    ),
})
