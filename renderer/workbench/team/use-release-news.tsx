import { App, Button, Space } from 'antd'
import { useEffect } from 'react'
import { releaseWords } from '../../../shared/channels/release-words.ts'
import { onDeskEvent } from '../../client/index.ts'
import type { Route } from '../app/route.ts'
import { useAppState } from '../data/queries.ts'
import { channelStrings } from '../strings/channels.ts'

const { news: words } = channelStrings

/** Where there is no shell to notify, in a browser, tells once of each new release of the team's. */
export function useReleaseNews(go: (next: Route) => void): void {
  const { notification } = App.useApp()
  const isBrowser = useAppState().data?.capabilities.host === 'browser'

  useEffect(() => {
    if (!isBrowser) return
    return onDeskEvent((event) => {
      if (event.kind !== 'release-arrived') return
      const { title, body } = releaseWords(event)
      const key = `${event.library.id} ${event.version}`
      const close = () => notification.destroy(key)
      const open = () => {
        close()
        go({ page: 'team', packId: null })
      }
      notification.info({
        ...{ key, title, description: body, duration: 0 },
        actions: (
          <Space>
            <Button size="small" onClick={open}>
              {words.open}
            </Button>
            <Button size="small" type="primary" onClick={close}>
              {words.close}
            </Button>
          </Space>
        ),
      })
    })
  }, [notification, isBrowser, go])
}
