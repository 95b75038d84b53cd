import { connectX } from '../electron-standin/x11/connection.ts'

export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** Place and size of a window together with the frame that the window manager has put around it, px of the screen. */
export async function frameOf(env: NodeJS.ProcessEnv, window: number): Promise<Frame> {
  const { X, root, close } = await connectX(env.DISPLAY)
  const parentOf = (of: number) =>
    new Promise<number>((resolve, reject) =>
      X.QueryTree(of, (error, { parent }) => (error ? reject(error) : resolve(parent))),
    )
  try {
    let outermost = window
    for (let parent = await parentOf(window); parent !== root; parent = await parentOf(outermost))
      outermost = parent
    return await new Promise((resolve, reject) =>
      X.GetGeometry(outermost, (error, { xPos, yPos, width, height }) =>
        error ? reject(error) : resolve({ x: xPos, y: yPos, width, height }),
      ),
    )
  } finally {
    close()
  }
}
