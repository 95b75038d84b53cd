import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { onDeskEvent, rpc } from '../../client/index.ts'
import { Keys } from '../components/Keys.tsx'
import type { AppState } from '../data/queries.ts'
import { useNotice } from '../data/use-notice.tsx'
import { keycaps } from '../settings/hotkeys/accelerator.ts'
import { tourStrings } from '../strings/tour.ts'
import { Attempt } from './Attempt.tsx'
import styles from './Tour.module.css'

const words = tourStrings.hotkey

/** The hotkey is pressed, and the tour sees that the panel opens. Without one, a button opens it. */
export function TryHotkey({ state: { hotkeys, capabilities } }: { state: AppState }) {
  const hotkey = hotkeys.panel
  const [isOpened, setOpened] = useState(false)
  const notice = useNotice()
  useEffect(() => onDeskEvent(({ kind }) => kind === 'panel-shown' && setOpened(true)), [])

  const open = async () => {
    if (capabilities.host === 'electron') return rpc.panel.show.mutate().catch(notice.failed)
    window.open('/', 'golden-six-panel')
    setOpened(true)
  }
  if (hotkey.status === 'registered')
    return (
      <>
        <p>{words.body}</p>
        <p className={styles.keys}>
          <Keys names={keycaps(hotkey.accelerator)} />
        </p>
        <Attempt isDone={isOpened} done={words.opened} waiting={words.waiting} />
      </>
    )
  return (
    <>
      <p>{capabilities.host === 'browser' ? words.browser : words.paused}</p>
      <p className={styles.keys}>
        <Button onClick={() => void open()}>{words.open}</Button>
      </p>
      {isOpened && <Attempt isDone done={words.opened} waiting={words.waiting} />}
    </>
  )
}
