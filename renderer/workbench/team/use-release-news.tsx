import { App, Button, Space } from 'antd'
import { useEffect, useState } from 'react'
import { createReleaseNews } from '../../../shared/channels/release-news.ts'
import type { Route } from '../app/route.ts'
import { useAppState } from '../data/queries.ts'
import { channelStrings } from '../strings/channels.ts'
import { useChannels } from './channel/use-channels.ts'

const { news: words } = channelStrings

/** Where there is no shell to notify, in a browser, tells once of each new release of the team's. */
export function useReleaseNews(go: (next: Route) => void): void {
  const { notification } = App.useApp()
  const isBrowser = useAppState().data?.capabilities.host === 'browser'
  const { data: channels } = useChannels()
  const [news] = useState(createReleaseNews)

  useEffect(() => {
    if (!isBrowser || !channels) return
    for (const { libraryId, version, title, body } of news.learn(channels)) {
      const key = `${libraryId} ${version}`
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
    }
  }, [notification, news, channels, isBrowser, go])
}
