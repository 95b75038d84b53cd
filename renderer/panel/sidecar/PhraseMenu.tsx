import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { usePanel } from '../components/panel-context.tsx'
import styles from './phrase-menu.module.css'
import { useSidecar, useSidecarView } from './sidecar-context.tsx'
import { SIDECAR_STRINGS } from './strings.ts'

const CHOICES = ['paste', 'copy', 'edit'] as const
/** Between the menu and the window's edge, px. */
const MARGIN = 6

/** What can be done to one phrase: by the right button, or by the menu key. */
export function PhraseMenu() {
  const menu = useSidecarView((view) => view.menu)
  return menu && <Menu key={`${menu.phraseId} ${menu.x} ${menu.y}`} {...menu} />
}

function Menu({ title, x, y }: { title: string; x: number; y: number }) {
  const sidecar = useSidecar()
  const panel = usePanel()
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: x, top: y })

  useLayoutEffect(() => {
    const { width = 0, height = 0 } = list.current?.getBoundingClientRect() ?? {}
    setPlace({
      left: Math.max(MARGIN, Math.min(x, window.innerWidth - width - MARGIN)),
      top: Math.max(MARGIN, Math.min(y, window.innerHeight - height - MARGIN)),
    })
    list.current?.querySelector('button')?.focus()
  }, [x, y])

  function close(): void {
    sidecar.closeMenu()
    panel.focus('query')
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    event.stopPropagation()
    const items = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (to !== undefined) items.at(to % items.length)?.focus()
    if (event.key === 'Escape' || event.key === 'Tab') close()
    if (to !== undefined || event.key === 'Tab') event.preventDefault()
  }

  return (
    // A press beside the menu puts it away; Esc is everybody's way.
    <div className={styles.behind} onPointerDown={(event) => event.target === event.currentTarget && close()}>
      <div
        ref={list}
        role="menu"
        tabIndex={-1}
        aria-label={SIDECAR_STRINGS.menu.label(title)}
        className={styles.menu}
        style={place}
        onKeyDown={onKeyDown}
      >
        {CHOICES.map((what) => (
          <button
            key={what}
            type="button"
            role="menuitem"
            className={styles.item}
            onClick={() => {
              sidecar.choose(what)
              panel.focus('query')
            }}
          >
            {SIDECAR_STRINGS.menu[what]}
          </button>
        ))}
      </div>
    </div>
  )
}
