import { App, Button, Space } from 'antd'
import { useEffect } from 'react'
import type { Reminder } from '../../../../shared/model/follow-up.ts'
import { onDeskEvent, rpc } from '../../../client/index.ts'
import { parseRoute, type Route } from '../../app/route.ts'
import { useAppState } from '../../data/queries.ts'
import { followUpStrings as words } from '../../strings/follow-ups.ts'

/**
 * Goes where the shell asks this window to go. Where there is no shell to notify, in a browser, what is due is said
 * here, and stays until somebody has answered it.
 */
export function useReminders(go: (next: Route) => void): void {
  const { notification } = App.useApp()
  const isBrowser = useAppState().data?.capabilities.host === 'browser'

  useEffect(() => {
    const show = ({ ids, title, body }: Reminder) => {
      const [id = null] = ids
      const key = ids.join()
      const only = ids.length === 1 ? id : null
      const answer = (act: () => Promise<void>) => () => {
        notification.destroy(key)
        void act()
      }
      notification.info({
        key,
        title,
        description: body,
        duration: 0,
        actions: (
          <Space>
            {only && (
              <>
                <Button
                  size="small"
                  onClick={answer(() => rpc.followUps.setDone.mutate({ ids: [only], isDone: true }))}
                >
                  {words.done}
                </Button>
                <Button
                  size="small"
                  onClick={answer(() => rpc.followUps.snooze.mutate({ ids: [only], snooze: 'ten-minutes' }))}
                >
                  {words.snoozes['ten-minutes']}
                </Button>
              </>
            )}
            <Button
              size="small"
              type="primary"
              onClick={answer(async () => go({ page: 'follow-ups', followUpId: only }))}
            >
              {words.look}
            </Button>
          </Space>
        ),
      })
    }
    return onDeskEvent((event) => {
      if (event.kind === 'workbench-asked') go(parseRoute(event.place))
      if (event.kind === 'follow-ups-due' && isBrowser) show(event.reminder)
    })
  }, [notification, isBrowser, go])
}
