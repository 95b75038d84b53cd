import type { PanelPlace, Settings } from '../../../../shared/model/settings.ts'
import { placePanel, type Rect } from '../../../../shared/placing/panel-place.ts'
import { machineStrings } from '../../strings/machine.ts'
import styles from './Panel.module.css'

interface PlacePreviewProps {
  size: Settings['panel']
  /** Per cent. */
  text: number
  place: PanelPlace
}

const words = machineStrings.panel
/** The person's own display, with a taskbar of the usual height. */
const TASKBAR = 40
/** Where chat windows are mostly kept: at the left, with their input at the bottom. */
const CHAT_PARTS = { x: 0.03, y: 0.1, width: 0.4, height: 0.72 }
const LINE = 22

/** The display drawn small, with the panel where the very rule that opens it would put it. */
export function PlacePreview({ size, text, place }: PlacePreviewProps) {
  const { width, height } = window.screen
  const workArea = { x: 0, y: 0, width, height: height - TASKBAR }
  const chat: Rect = {
    x: CHAT_PARTS.x * width,
    y: CHAT_PARTS.y * height,
    width: CHAT_PARTS.width * width,
    height: CHAT_PARTS.height * height,
  }
  const pointer = { x: chat.x + chat.width * 0.7, y: chat.y + chat.height * 0.4 }
  const panel = placePanel({ size, workArea, target: chat, place, pointer })
  const lines = Math.max(1, Math.floor((panel.height - 90) / ((LINE * text) / 100) / 1.6))
  return (
    <svg className={styles.preview} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.preview}>
      <rect className={styles.display} width={width} height={height} rx="16" />
      <rect className={styles.taskbar} y={height - TASKBAR} width={width} height={TASKBAR} />
      <g>
        <rect className={styles.chat} {...chat} rx="10" />
        <text className={styles.label} x={chat.x + 24} y={chat.y + 56}>
          {words.chat}
        </text>
      </g>
      {place.mode === 'at-pointer' && (
        <path className={styles.pointer} d={`M${pointer.x} ${pointer.y}l0 46 12-11 10 22 10-5-10-21 16-2z`} />
      )}
      <g>
        <rect className={styles.ours} {...panel} rx="12" />
        <text
          className={styles.label}
          x={panel.x + 24}
          y={panel.y + 56}
          style={{ fontSize: (36 * text) / 100 }}
        >
          {words.ours}
        </text>
        {Array.from({ length: Math.min(lines, 12) }, (_, at) => at).map((at) => (
          <rect
            key={at}
            className={styles.line}
            x={panel.x + 24}
            y={panel.y + 90 + at * LINE * 1.6 * (text / 100)}
            width={panel.width * (at % 2 === 0 ? 0.4 : 0.33)}
            height={(10 * text) / 100}
            rx="5"
          />
        ))}
      </g>
    </svg>
  )
}
