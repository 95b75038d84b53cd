import { App } from 'antd'
import { useCallback } from 'react'
import { copyImageInPage } from '../../client/images.ts'
import { rpc } from '../../client/index.ts'
import { useNotice } from '../data/use-notice.tsx'
import { imageStrings as words } from '../strings/images.ts'

/** Puts an image on the clipboard, by the shell where there is one, else by the page, and says how that went. */
export function useCopyImage(): (hash: string) => Promise<void> {
  const notice = useNotice()
  const { message } = App.useApp()
  return useCallback(
    async (hash) => {
      try {
        const outcome = await rpc.images.copy.mutate(hash)
        if (outcome.status === 'failed') return void message.error(outcome.message)
        if (outcome.status === 'copied' && outcome.why === 'no-desktop' && !(await copiedByPage(hash)))
          return void message.error(words.copyFailed)
        notice.done(words.copied)
      } catch (error) {
        notice.failed(error)
      }
    },
    [notice, message],
  )
}

async function copiedByPage(hash: string): Promise<boolean> {
  try {
    await copyImageInPage(hash)
    return true
  } catch {
    return false
  }
}
